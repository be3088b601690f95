using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Sharing;

/// <summary>A file that is to leave now: is it what was released and approved, and what does the check say of it?</summary>
internal static class SharePreparation
{
    /// <returns>What may leave, or what the check says against it.</returns>
    /// <exception cref="ShareException">The ledger knows no such release, or another content of it.</exception>
    public static async Task<(SharedMinutes? Shared, IReadOnlyList<Finding> Stopping)> RunAsync(
        DeliveryOffice office, Partnership partnership, MinutesReading reading, IReadOnlyList<GivenReason> given, TimeProvider time, CancellationToken cancellationToken)
    {
        var (official, release) = await OfficialAsync(office, partnership, reading.Minutes, cancellationToken);
        var check = await LedgerCheck.ContextAsync(office.Ledger, partnership, official, time, cancellationToken);
        var settled = release is null ? [] : await office.Releases.ReasonsAsync(release, cancellationToken);
        var findings = JudgedFinding.Judge(DocumentCheck.Run(reading with { Minutes = official }, check is null ? null : check with { IsSharing = true }), given).Settle(settled);

        // What concerns confidentiality and identity stops here (R6), and whatever the reader could not read.
        var stopping = findings.Where(judged => judged.IsOpen && judged.Finding.Weight == FindingWeight.Stops).Select(judged => judged.Finding).ToList();
        if (official is null || release is null || stopping.Count > 0)
            return (null, stopping);

        var wasProvisional = await office.Ledger.HasProvisionalAsync(partnership, release, cancellationToken);
        return (SharedMinutes.Prepare(official, reading, partnership, check!.Today, AcceptedCoincidence.In(findings), wasProvisional && release.State == ReleaseState.Approved), []);
    }

    // Only the ledger says what is released and approved; the document says it for people (D25).
    private static async Task<(Minutes? Official, Release? Release)> OfficialAsync(DeliveryOffice office, Partnership partnership, Minutes? minutes, CancellationToken cancellationToken)
    {
        if (minutes is null || partnership.Find(minutes.District) is not { } district)
            return (minutes, null);

        var release = await office.Releases.LastAsync(partnership.Id, minutes.Id, cancellationToken) ?? throw ShareException.NotReleased(minutes);
        if (release.Date != minutes.Date || release.Number != minutes.Number || release.Kind != minutes.Kind)
            throw ShareException.IsCopy(release);
        if (release.Version < minutes.Version.Number)
            throw ShareException.NotReleased(minutes);
        if (release.Version > minutes.Version.Number)
            throw ShareException.OtherVersion();
        if (release.State == ReleaseState.Withdrawn)
            throw ShareException.Withdrawn(minutes.Number);
        if (!await office.Releases.SaysAsync(release, minutes, cancellationToken))
            throw ShareException.ChangedSinceRelease(release);
        if (release.State == ReleaseState.Reopened || (release.State == ReleaseState.Released && district.Share == ShareFrom.Approved))
            throw ShareException.NotApproved(release);
        // Both boards get theirs together, from what the release froze: a second way would be one past the other board (R22).
        if (minutes.IsJoint)
            throw ShareException.JointLeavesByItself(minutes.Number);
        return (OfficialMinutes.Of(minutes, release, district), release);
    }
}
