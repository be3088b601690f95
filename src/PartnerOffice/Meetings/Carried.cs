using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>What the ledger adds to the draft of a meeting: own minutes that still wait for their approval, and what the partner sent since the last meeting.</summary>
internal static class Carried
{
    // Without the last minutes nobody says since when; older ones were taken note of, or never will be.
    private const int DaysBack = 60;

    public static async Task<DraftRequest> IntoAsync(DraftRequest request, Ledger ledger, Partnership partnership, District own, CancellationToken cancellationToken)
    {
        var releases = await ledger.Releases.ListAsync(partnership.Id, cancellationToken);
        var since = request.Last?.Date ?? request.Today.AddDays(-DaysBack);
        var taken = request.Last?.Items.SelectMany(item => item.TakesNoteOf).ToHashSet() ?? [];
        var received = (await ledger.DeliveredAsync(partnership.Id, cancellationToken))
            .Where(edition => edition.To == own.Id && edition.Status.Find(DeliveryStep.Upload)?.At is { } at && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, own.TimeZone).DateTime) >= since)
            .Select(edition => releases.LastOrDefault(release => release.Minutes == edition.Status.Minutes)).OfType<Release>()
            .Where(release => !taken.Contains(release.Minutes)).DistinctBy(release => release.Minutes);
        return request with
        {
            AlsoToApprove = [.. releases.Where(release => release.District == own.Id && release.State == ReleaseState.Released).DistinctBy(release => release.Minutes).Select(Of)],
            Received = [.. received.Select(Of)],
        };
    }

    private static MinutesInQuestion Of(Release release) => new(release.Minutes, release.Number, release.Date);
}
