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
        RequireRight(minutes, district, person);
        return minutes with { Approval = OfficialMinutes.Released(person.Name, time.GetUtcNow(), district) };
    }

    /// <summary>The same where two boards may have met: with the person of the other board, where that one released these words already (R22).</summary>
    /// <inheritdoc cref="Released"/>
    /// <param name="boards">The board that met, or both that did, the writing district's first.</param>
    /// <param name="own">The board for which this person releases.</param>
    /// <returns>The minutes, and the id of the person of the other board whom they name; null for none.</returns>
    public async Task<(Minutes Released, string? With)> ReleasedAsync(Minutes minutes, IReadOnlyList<District> boards, District own, Person person, CancellationToken cancellationToken)
    {
        if (!minutes.IsJoint)
            return (Released(minutes, own, person), null);

        RequireRight(minutes, own, person);
        var others = await ledger.Releases.ReleasedByBoardAsync(partnership.Id, minutes.Id, minutes.Version.Number, CanonicalMinutes.DigestOf(minutes), cancellationToken);
        var with = others.GetValueOrDefault(partnership.PartnerOf(own.Id).Id);
        var names = boards.Select(board => board == own ? person.Name : with is null ? null : board.Find(with)?.Name).OfType<string>();
        return (minutes with { Approval = OfficialMinutes.Released(string.Join(Approval.And, names), time.GetUtcNow(), boards[0]) }, with);
    }

    private void RequireRight(Minutes minutes, District district, Person person)
    {
        if (ReleaseRights.IsMinuteTaker(minutes, district, person.Name))
            throw ShareException.SamePerson(person);
        if (!ReleaseRights.HasRole(minutes, district, person.Name, TodayOf(district)))
            throw ShareException.NotEntitled(person);
    }

    /// <summary>The edition that the releasing person is to see; nothing is kept yet.</summary>
    /// <inheritdoc cref="SharedMinutes.Prepare"/>
    public SharedMinutes Prepare(Minutes released, MinutesReading reading, IReadOnlyCollection<AcceptedCoincidence> accepted) =>
        SharedMinutes.Prepare(released, reading, partnership, Today(released), accepted);

    /// <summary>Records the release and everything that follows from it.</summary>
    public async Task<ReleaseOutcome> RunAsync(ReleaseProposal proposal, CancellationToken cancellationToken)
    {
        var (released, shared) = (proposal.Released, proposal.Shared);
        if (released.IsJoint && proposal.Board is null)
            throw ShareException.BothBoardsRelease(released.Number);

        var approvals = new List<ApprovalRequest>();
        foreach (var (approved, note, withChanges) in ApprovalNote.HeldBy(released))
        {
            // What the ledger does not know, or knows as approved, is not approved by this.
            if (await ledger.Releases.LastAsync(partnership.Id, approved, cancellationToken) is { State: ReleaseState.Released } earlier)
                approvals.Add(await RequestAsync(earlier, released.Id.ToString(), shared.Sender.Id, withChanges ? null : note, cancellationToken));
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
            Dispatch = SharesFromRelease(shared) ? DispatchOf(shared.Cleared, shared.Sender, released.Number) : null,
            Board = proposal.Board?.Id,
            Boards = proposal.Board is null ? [] : [shared.Sender.Id, shared.Partner.Id],
            With = proposal.With,
            FrozenPair = shared.FrozenPair,
            Back = shared.Back is { } back && SharesFromRelease(shared) ? DispatchOf(back, shared.Partner, released.Number) : null,
        };
        var outcome = await ledger.Releases.ReleaseAsync(request, cancellationToken);
        // Who took part in a joint retreat is the evidence of the yearly duty (clause 5).
        if (outcome is ReleaseOutcome.Recorded && released.Kind == MeetingKind.JointRetreat)
            await ledger.Retreats.RecordAsync(partnership.Id, released.Id, BoardPresence.Of(released, partnership), TodayOf(shared.Sender), cancellationToken);
        return outcome;
    }

    /// <summary>Releases what waits for the look of a second person: exactly this content, whatever the document says by now. Of joint minutes for the own board alone (R22).</summary>
    /// <param name="by">Who decides; the edition was made for this person among others.</param>
    /// <exception cref="ShareException">The edition was not made for this person, or not for whoever released it for the other board.</exception>
    /// <exception cref="EditionRefusedException">The verifier found something that must not leave.</exception>
    public async Task<ReleaseOutcome> RunAsync(Review review, ReviewContent content, Person by, CancellationToken cancellationToken)
    {
        var edition = content.Editions.TryGetValue(by.Id.ToString(), out var prepared) ? prepared : throw ShareException.NotEntitled(by);
        var sender = content.Joint is null ? partnership.Find(review.District)! : partnership.Find(FrozenEdition.Thaw(edition, null).Content.District)!;
        var partner = partnership.PartnerOf(sender.Id);
        var with = content.Joint is null ? null
            : (await ledger.Releases.ReleasedByBoardAsync(partnership.Id, review.Minutes, review.Version, content.ContentDigest, cancellationToken)).GetValueOrDefault(partnership.PartnerOf(review.District).Id);
        var names = content.Joint is { } asked ? PlacesOf(asked, review, sender, by, with) : null;
        var at = OfficialMinutes.Released(by.Name, time.GetUtcNow(), sender).ReleasedAt!.Value;

        var frozen = FrozenEdition.ReleaseAt(edition, at, partnership, names);
        var pair = content.Joint is { } joint ? new FrozenPair(FrozenEdition.ReleaseAt(joint.Pair.Back, at, partnership, names), FrozenEdition.ReleaseAt(joint.Pair.Both, at, partnership, names)) : null;
        var whole = new FrozenMinutes(content.ContentDigest, frozen) { Joint = pair };
        var cleared = SharedMinutes.Thaw(whole, null, partnership, TodayOf(sender));
        var back = SharedMinutes.ThawBack(whole, null, partnership, TodayOf(sender));
        var leaves = sender.Share == ShareFrom.Released && (back is null || partner.Share == ShareFrom.Released);
        var approvals = new List<ApprovalRequest>();
        foreach (var held in content.Approvals)
        {
            if (await ledger.Releases.LastAsync(partnership.Id, MinutesId.Parse(held.Minutes, null), cancellationToken) is { State: ReleaseState.Released } earlier)
                approvals.Add(await RequestAsync(earlier, review.Minutes.ToString(), sender.Id, held.WithChanges ? null : ApprovalNote.Parse(held.Note), cancellationToken));
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
            Dispatch = leaves ? DispatchOf(cleared, sender, review.Number) : null,
            Board = content.Joint is null ? null : review.District,
            Boards = content.Joint is null ? [] : [sender.Id, partner.Id],
            With = with,
            FrozenPair = pair,
            Back = leaves && back is not null ? DispatchOf(back, partner, review.Number) : null,
        }, cancellationToken);
    }

    // The writing district's person stands first, as in every release of two boards.
    private static IReadOnlyList<int> PlacesOf(JointReview joint, Review review, District writer, Person by, string? with)
    {
        string?[] ids = review.District == writer.Id ? [by.Id.ToString(), with] : [with, by.Id.ToString()];
        var places = ids.OfType<string>().Select(id => joint.People.ToList().IndexOf(id)).ToList();
        return places.Contains(-1) ? throw ShareException.ChangedSinceReview(review.Number) : places;
    }

    /// <summary>Records that the board approved released minutes; the edition starts on its way, made of what the release froze.</summary>
    /// <param name="by">Who records it.</param>
    /// <param name="note">Null where it was approved with changes: the minutes are open again.</param>
    public Task<ReleaseOutcome> ApproveAsync(Release release, Person by, ApprovalNote? note, CancellationToken cancellationToken) =>
        ApproveAsync(release, by, release.District, note, cancellationToken);

    /// <summary>The same for the board that approved, of one or of two (R22).</summary>
    public async Task<ReleaseOutcome> ApproveAsync(Release release, Person by, DistrictId board, ApprovalNote? note, CancellationToken cancellationToken) =>
        await ledger.Releases.ApproveAsync(await RequestAsync(release, by.Id.ToString(), board, note, cancellationToken), cancellationToken);

    // What one of two boards holds back, the other does not send.
    private static bool SharesFromRelease(SharedMinutes shared) =>
        shared.Sender.Share == ShareFrom.Released && (shared.Back is null || shared.Partner.Share == ShareFrom.Released);

    private async Task<ApprovalRequest> RequestAsync(Release release, string by, DistrictId board, ApprovalNote? note, CancellationToken cancellationToken)
    {
        if (note is null)
            return new(release, by, null, null);

        var sender = partnership.Find(release.District)!;
        var frozen = await FrozenAsync(release, cancellationToken);
        // Released for one board only, before both had to: to be released anew.
        if (frozen.Joint is null && FrozenEdition.Thaw(frozen.Edition, null).Content.IsJoint)
            throw ShareException.NothingFrozen(release);

        var wasProvisional = await ledger.HasProvisionalAsync(partnership, release, cancellationToken);
        var cleared = SharedMinutes.Thaw(frozen, note, partnership, TodayOf(sender), wasProvisional);
        var back = SharedMinutes.ThawBack(frozen, note, partnership, TodayOf(sender), wasProvisional);
        return new(release, by, note, DispatchOf(cleared, sender, release.Number))
        {
            Board = back is null ? null : board,
            Back = back is null ? null : DispatchOf(back, partnership.PartnerOf(sender.Id), release.Number),
        };
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
