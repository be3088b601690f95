using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Sharing;

/// <summary>
/// A second person releases minutes (R7): the edition is made and verified, shown, and its allowed model frozen in the ledger. Earlier minutes
/// that they approve start on their way by it.
/// </summary>
internal sealed class ReleaseMinutes(Ledger ledger, Partnership partnership, TimeProvider time)
{
    /// <summary>Who may release these minutes, as they would stand after it.</summary>
    /// <exception cref="ShareException">This person took the minutes, or has no role that includes the release.</exception>
    public Minutes Released(Minutes minutes, District district, Person person)
    {
        if (ReleaseRights.IsMinuteTaker(minutes, district, person.Name))
            throw ShareException.SamePerson(person);
        if (!ReleaseRights.HasRole(minutes, district, person.Name, TodayOf(district)))
            throw ShareException.NotEntitled(person);

        return minutes with { Approval = OfficialMinutes.Released(person.Name, time.GetUtcNow(), district) };
    }

    /// <summary>The edition that the releasing person is to see; nothing is kept yet.</summary>
    /// <inheritdoc cref="SharedMinutes.Prepare"/>
    public SharedMinutes Prepare(Minutes released, MinutesReading reading, IReadOnlyCollection<AcceptedCoincidence> accepted) =>
        SharedMinutes.Prepare(released, reading, partnership, Today(released), accepted);

    /// <summary>Records the release and everything that follows from it.</summary>
    public async Task<ReleaseOutcome> RunAsync(ReleaseProposal proposal, CancellationToken cancellationToken)
    {
        var (released, shared) = (proposal.Released, proposal.Shared);
        var approvals = new List<ApprovalRequest>();
        foreach (var (approved, note, withChanges) in ApprovalNote.HeldBy(released))
        {
            // What the ledger does not know, or knows as approved, is not approved by this.
            if (await ledger.Releases.LastAsync(partnership.Id, approved, cancellationToken) is { State: ReleaseState.Released } earlier)
                approvals.Add(await RequestAsync(earlier, released.Id.ToString(), withChanges ? null : note, cancellationToken));
        }

        var request = new ReleaseRequest
        {
            Partnership = partnership.Id,
            Minutes = MinutesFacts.Of(released),
            District = shared.Sender.Id,
            By = proposal.By.Id.ToString(),
            Edition = shared.Document.Sha256,
            Frozen = FrozenEdition.Freeze(shared.Document.Edition),
            Reasons = proposal.Reasons,
            Approves = approvals,
            Dispatch = shared.Sender.Share == ShareFrom.Released ? DispatchOf(shared.Cleared, shared.Sender, released.Number) : null,
        };
        var outcome = await ledger.Releases.ReleaseAsync(request, cancellationToken);
        // Who took part in a joint retreat is the evidence of the yearly duty (clause 5).
        if (outcome is ReleaseOutcome.Recorded && released.Kind == MeetingKind.JointRetreat)
            await ledger.Retreats.RecordAsync(partnership.Id, released.Id, BoardPresence.Of(released, partnership), TodayOf(shared.Sender), cancellationToken);
        return outcome;
    }

    /// <summary>Releases what waits for the look of a second person: exactly this content, whatever the document says by now.</summary>
    /// <param name="by">Who decides; the edition was made for this person among others.</param>
    /// <exception cref="ShareException">The edition was not made for this person.</exception>
    /// <exception cref="EditionRefusedException">The verifier found something that must not leave.</exception>
    public async Task<ReleaseOutcome> RunAsync(Review review, ReviewContent content, Person by, CancellationToken cancellationToken)
    {
        var sender = partnership.Find(review.District)!;
        var edition = content.Editions.TryGetValue(by.Id.ToString(), out var prepared) ? prepared : throw ShareException.NotEntitled(by);
        var released = OfficialMinutes.Released(by.Name, time.GetUtcNow(), sender);
        var frozen = FrozenEdition.ReleaseAt(edition, released.ReleasedAt!.Value, partnership);
        var cleared = SharedMinutes.Thaw(new(content.ContentDigest, frozen), null, partnership, TodayOf(sender));
        var approvals = new List<ApprovalRequest>();
        foreach (var held in content.Approvals)
        {
            if (await ledger.Releases.LastAsync(partnership.Id, MinutesId.Parse(held.Minutes, null), cancellationToken) is { State: ReleaseState.Released } earlier)
                approvals.Add(await RequestAsync(earlier, review.Minutes.ToString(), held.WithChanges ? null : ApprovalNote.Parse(held.Note), cancellationToken));
        }

        return await ledger.Releases.ReleaseAsync(new()
        {
            Partnership = partnership.Id,
            Minutes = new(review.Minutes, review.Version, review.Number, review.Date, review.Kind, content.ContentDigest) { Next = FrozenEdition.Thaw(frozen, null).Content.Next },
            District = sender.Id,
            By = by.Id.ToString(),
            Edition = cleared.Consignment.Edition.Sha256,
            Frozen = frozen,
            Reasons = content.Reasons,
            Round = review.Round,
            Approves = approvals,
            Dispatch = sender.Share == ShareFrom.Released ? DispatchOf(cleared, sender, review.Number) : null,
        }, cancellationToken);
    }

    /// <summary>Records that the board approved released minutes; the edition starts on its way, made of what the release froze.</summary>
    /// <param name="by">Who records it.</param>
    /// <param name="note">Null where it was approved with changes: the minutes are open again.</param>
    public async Task<ReleaseOutcome> ApproveAsync(Release release, Person by, ApprovalNote? note, CancellationToken cancellationToken) =>
        await ledger.Releases.ApproveAsync(await RequestAsync(release, by.Id.ToString(), note, cancellationToken), cancellationToken);

    private async Task<ApprovalRequest> RequestAsync(Release release, string by, ApprovalNote? note, CancellationToken cancellationToken)
    {
        if (note is null)
            return new(release, by, null, null);

        var sender = partnership.Find(release.District)!;
        var frozen = await FrozenAsync(release, cancellationToken);
        var wasProvisional = await ledger.HasProvisionalAsync(partnership, release, cancellationToken);
        var cleared = SharedMinutes.Thaw(frozen, note, partnership, TodayOf(sender), wasProvisional);
        return new(release, by, note, DispatchOf(cleared, sender, release.Number));
    }

    private async Task<FrozenMinutes> FrozenAsync(Release release, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.Releases.OpenFrozenAsync(release, cancellationToken) ?? throw ShareException.NothingFrozen(release);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            throw ShareException.NothingFrozen(release);
        }
    }

    private Dispatch DispatchOf(ClearedConsignment cleared, District sender, string number)
    {
        var startsAt = HoldTime.After(time.GetUtcNow(), sender);
        return new(cleared, startsAt, Letters.Announcement(cleared.Consignment, startsAt, number, sender, partnership.PartnerOf(sender.Id), TodayOf(sender)));
    }

    private DateOnly Today(Minutes minutes) => TodayOf(partnership.Find(minutes.District)!);

    private DateOnly TodayOf(District district) => time.Today(district.TimeZone);
}
