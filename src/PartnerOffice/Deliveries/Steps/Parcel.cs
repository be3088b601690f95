using PartnerOffice.Connections;

namespace PartnerOffice.Deliveries;

/// <summary>What a step needs to know beside its own row.</summary>
/// <param name="Known">The delivery as it stood when the step was taken up.</param>
/// <param name="UploadKey">The key by which the file is found again.</param>
internal sealed record Parcel(Consignment Consignment, PartnershipRoute Route, DeliveryStatus Known, string UploadKey)
{
    public DistrictRoute? To => Route.Districts.GetValueOrDefault(Consignment.To);

    public DistrictRoute? From => Route.Districts.GetValueOrDefault(Consignment.From);
}
