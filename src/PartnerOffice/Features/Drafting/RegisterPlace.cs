using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.Drafting;

/// <summary>The board's own register where the partnership file says it lies.</summary>
internal static class RegisterPlace
{
    /// <returns>What is open there; and what to say where nobody could look.</returns>
    public static async Task<(IReadOnlyList<FollowUp> Registered, Bilingual? Note)> ReadAsync(DeliveryOffice office, PartnershipId partnership, DistrictId district, CancellationToken cancellationToken)
    {
        try
        {
            using var desk = office.OpenWorkbooks();
            return await desk.ReadRegisterAsync(partnership, district, cancellationToken) is { } register ? (OpenRegister.In(register), null) : ([], NotReached);
        }
        catch (Exception away) when (away is GraphException or TrackerRefusedException or InvalidOperationException)
        {
            return ([], NotReached);
        }
    }

    private static Bilingual NotReached { get; } = new(
        "Das Vorstandsregister war nicht erreichbar: Offenes nur von dort fehlt im Entwurf. Die Mappe mit --register nennen, oder später neu beginnen.",
        "The board's register was out of reach: what is open only there is missing in the draft. Name the workbook with --register, or begin again later.");
}
