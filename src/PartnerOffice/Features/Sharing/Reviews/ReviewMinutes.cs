using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Features.Sharing;

/// <summary>
/// Puts minutes to the look of a second person (R14): they are checked, the edition is made, verified and frozen for each who may release it,
/// and the chair gets a mail with a link. The document itself is not kept (R19).
/// </summary>
/// <param name="service">Where people reach the service; null where nobody said.</param>
internal sealed class ReviewMinutes(Ledger ledger, Partnership partnership, Uri? service, TimeProvider time)
{
    /// <param name="by">Who puts them there.</param>
    /// <param name="writers">Who wrote the text last, as far as anybody knows.</param>
    /// <param name="item">The row of the board's own library; null where the document came another way.</param>
    /// <exception cref="ShareException">They cannot be released, or nobody can; says what to do.</exception>
    /// <exception cref="EditionRefusedException">The verifier found something that must not leave.</exception>
    public async Task<ReviewOutcome> RunAsync(
        MinutesReading reading, IReadOnlyList<GivenReason> given, Person by, IReadOnlyCollection<PersonId> writers, string? item, CancellationToken cancellationToken)
    {
        if (reading.Minutes is { IsJoint: true } joint)
            throw ShareException.BothBoardsRelease(joint.Number);

        var findings = await ReleasePreparation.JudgeAsync(ledger, partnership, reading, given, time, cancellationToken);
        var open = findings.Where(judged => judged.IsOpen).Select(judged => judged.Finding).ToList();
        if (reading.Minutes is not { } minutes || open.Count > 0)
            return new ReviewOutcome.NotFit(open);

        var district = partnership.Find(minutes.District) ?? throw ShareException.ForeignDistrict(minutes.District);
        await RequireReleasableAsync(minutes, cancellationToken);
        var readers = Reviewers.Of(minutes, district, writers, time.Today(district.TimeZone));
        if (readers.Count == 0)
            throw ShareException.NobodyReleases();

        var address = service ?? throw ShareException.NoServiceAddress();
        var (review, isNew) = await ledger.Reviews.ProposeAsync(new()
        {
            Partnership = partnership.Id,
            District = district.Id,
            Minutes = MinutesFacts.Of(minutes),
            By = by.Id.ToString(),
            Content = ContentOf(minutes, reading, district, readers, findings),
            Item = item ?? await ledger.Doors.ItemOfAsync(district.Id, minutes.Id, cancellationToken),
            Readers = [.. readers.Select(reader => reader.Id.ToString())],
            LetterOf = (review, reader, token) => Letters.Review(review, district, district.Find(reader)!, LinkRoutes.AddressOf(address, token)),
        }, cancellationToken);
        return new ReviewOutcome.Waits(review, isNew, readers);
    }

    private async Task RequireReleasableAsync(Minutes minutes, CancellationToken cancellationToken)
    {
        if (await ledger.Releases.LastAsync(partnership.Id, minutes.Id, cancellationToken) is not { } last || last.Version != minutes.Version.Number)
            return;
        if (last.State == ReleaseState.Withdrawn)
            throw ShareException.Withdrawn(minutes.Number);
        if (last.State is ReleaseState.Released or ReleaseState.Approved && await ledger.Releases.SaysAsync(last, minutes, cancellationToken))
            throw ShareException.AlreadyReleased(minutes.Number);
    }

    private ReviewContent ContentOf(Minutes minutes, MinutesReading reading, District district, IReadOnlyList<Person> readers, IReadOnlyList<JudgedFinding> findings)
    {
        var (accepted, now, today) = (AcceptedCoincidence.In(findings), time.GetUtcNow(), time.Today(district.TimeZone));
        var shown = ReleasePreparation.Show(partnership, minutes with { Approval = Approval.Draft }, reading, accepted).Edition;
        return new(
            CanonicalMinutes.DigestOf(minutes),
            FrozenEdition.Freeze(shown),
            readers.ToDictionary(reader => reader.Id.ToString(), reader =>
            {
                var released = minutes with { Approval = OfficialMinutes.Released(reader.Name, now, district) };
                return FrozenEdition.Freeze(SharedMinutes.Prepare(released, reading, partnership, today, accepted).Document.Edition);
            }),
            ReviewReport.Of(findings, LeakSearch.For(shown, accepted, reading.People)),
            [.. findings.Where(judged => judged.Reason is not null).Select(SettledFindings.Kept)],
            [.. ApprovalNote.HeldBy(minutes).Select(held => new HeldApproval(held.Approved.ToString(), held.Note.ToText(), held.WithChanges))],
            minutes.Chair is { } chair && ReleaseRights.IsMinuteTaker(minutes, district, chair));
    }
}
