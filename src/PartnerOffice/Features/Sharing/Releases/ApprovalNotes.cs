using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>How the board approved: what the minutes of a later meeting hold, or what the chair records (R7).</summary>
internal sealed class ApprovalNotes(DeliveryOffice office, Partnership partnership, TimeProvider time)
{
    /// <summary>The release of exactly these minutes, which can be approved or is.</summary>
    /// <exception cref="ShareException">There is none, or not of this content.</exception>
    public async Task<Release> ReleaseOfAsync(Minutes minutes, CancellationToken cancellationToken)
    {
        var release = await office.Releases.LastAsync(partnership.Id, minutes.Id, cancellationToken) ?? throw ShareException.NotReleased(minutes);
        if (release.State is ReleaseState.Withdrawn)
            throw ShareException.Withdrawn(minutes.Number);
        if (release.Version != minutes.Version.Number || !await office.Releases.SaysAsync(release, minutes, cancellationToken))
            throw ShareException.ChangedSinceRelease(release);
        return release.State == ReleaseState.Reopened ? throw ShareException.NotApproved(release) : release;
    }

    /// <summary>What later minutes say of it. They say it only when they are released themselves (R7).</summary>
    /// <returns>The note, null where it was approved with changes; and the id of the person who released those minutes.</returns>
    /// <exception cref="ShareException">Those minutes are not released, or hold no such resolution.</exception>
    public async Task<(ApprovalNote? Note, string Recorder)> HeldByAsync(Minutes later, MinutesId minutes, CancellationToken cancellationToken)
    {
        var release = await office.Releases.LastAsync(partnership.Id, later.Id, cancellationToken) ?? throw ShareException.NotReleased(later);
        if (!await office.Releases.SaysAsync(release, later, cancellationToken))
            throw ShareException.ChangedSinceRelease(release);

        var (approved, note, changes) = ApprovalNote.HeldBy(later).FirstOrDefault(one => one.Approved == minutes);
        return approved == minutes ? (changes ? null : note, release.ReleasedBy) : throw ShareException.NotHeld(minutes);
    }

    /// <summary>What the chair, or a deputy, records: of today or of the meeting's day.</summary>
    /// <param name="on">The day of the approval; null for the one in the document, else today.</param>
    /// <exception cref="ShareException">This person does not chair, or nothing can have been approved on that day.</exception>
    public ApprovalNote ByChair(Minutes minutes, District district, Person chair, DateOnly? on)
    {
        var today = time.Today(district.TimeZone);
        if (!district.HoldersOn(OfficeRole.Chair, today).Concat(district.HoldersOn(OfficeRole.Chair, minutes.Date)).Contains(chair))
            throw ShareException.NotEntitled(chair);

        var day = on ?? minutes.Approval.ApprovedOn ?? today;
        return day >= minutes.Date && day <= today
            ? new ApprovalNote(day, minutes.Approval.ApprovedIn, minutes.Approval.ApprovedBy)
            : throw ShareException.NoDay(day);
    }

    /// <summary>Records it; what stands there already is not recorded again.</summary>
    /// <param name="board">Whose board approved.</param>
    /// <param name="note">Null where it was approved with changes: the minutes are open again.</param>
    public async Task<ReleaseOutcome> RecordAsync(Release release, Person by, DistrictId board, ApprovalNote? note, CancellationToken cancellationToken) =>
        release.State == ReleaseState.Approved && note is not null
            ? new ReleaseOutcome.Recorded(release, IsNew: false, [], null)
            : await new ReleaseMinutes(office.Ledger, partnership, time).ApproveAsync(release, by, board, note, cancellationToken);
}
