using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.Drafting;

/// <summary>The board's own register where the partnership file says it lies.</summary>
internal static class RegisterPlace
{
    /// <returns>The request with what the register knows; and what to say where nobody could look.</returns>
    public static async Task<(DraftRequest Request, Bilingual? Note)> IntoAsync(DraftRequest request, DeliveryOffice office, PartnershipId partnership, District district, CancellationToken cancellationToken)
    {
        try
        {
            using var desk = office.OpenWorkbooks();
            return await desk.ReadRegisterAsync(partnership, district.Id, cancellationToken) is { } register ? (Into(request, register, district), null) : (request, NotReached);
        }
        catch (Exception away) when (away is GraphException or TrackerRefusedException or InvalidOperationException)
        {
            return (request, NotReached);
        }
    }

    /// <summary>The request with what this register has open, and what was resolved by circulation.</summary>
    /// <exception cref="TrackerRefusedException">The workbook has no such tables.</exception>
    public static DraftRequest Into(DraftRequest request, ReadOnlyMemory<byte> register, District district) =>
        request with { Registered = OpenRegister.In(register), Circulated = RegisteredCirculation.In(register, district) };

    private static Bilingual NotReached { get; } = new(
        "Das Vorstandsregister war nicht erreichbar: Offenes und Umlaufbeschlüsse von dort fehlen im Entwurf. Die Mappe mit --register nennen, oder später neu beginnen.",
        "The board's register was out of reach: what is open or was circulated only there is missing in the draft. Name the workbook with --register, or begin again later.");
}
