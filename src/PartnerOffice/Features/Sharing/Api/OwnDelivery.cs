using PartnerOffice.Api;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>The delivery that an address names, where it is the caller's own district's.</summary>
internal static class OwnDelivery
{
    /// <exception cref="ApiException">There is none; another district's is none either.</exception>
    public static async Task<DeliveryStatus> FindAsync(string id, Caller caller, ServedOffice served, CancellationToken cancellationToken) =>
        DeliveryId.TryParse(id, out var delivery)
            && await served.Deliveries.ShowAsync(delivery, cancellationToken) is { } status
            && status.From == caller.District.Id && status.Partnership == served.Partnership.Id
            ? status
            : throw ApiException.UnknownDelivery();
}
