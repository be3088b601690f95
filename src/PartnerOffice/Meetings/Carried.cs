using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>What the ledger adds to the draft of a meeting: own minutes that still wait for their approval, and what the partner sent since the last meeting.</summary>
internal static class Carried
{
    public static async Task<DraftRequest> IntoAsync(DraftRequest request, Ledger ledger, Partnership partnership, District own, CancellationToken cancellationToken)
    {
        var releases = await ledger.Releases.ListAsync(partnership.Id, cancellationToken);
        return request with
        {
            AlsoToApprove = [.. releases.Where(release => (release.District == own.Id || release.Kind is MeetingKind.JointRetreat or MeetingKind.JointMeeting) && release.State == ReleaseState.Released).DistinctBy(release => release.Minutes).Select(Of)],
            Received = await ReceivedMinutes.OfAsync(ledger, partnership, own, request.Today, cancellationToken),
        };
    }

    private static MinutesInQuestion Of(Release release) => new(release.Minutes, release.Number, release.Date);
}
