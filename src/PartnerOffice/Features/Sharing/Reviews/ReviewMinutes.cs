using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Features.Sharing;

/// <summary>
/// Puts minutes to the look of a second person (R14): they are checked, the edition is made, verified and frozen for each who may release it,
/// and the chair gets a mail with a link; of two boards each its own, to its own view (R22). The document itself is not kept (R19).
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
        var findings = await ReleasePreparation.JudgeAsync(ledger, partnership, reading, given, time, cancellationToken);
        var open = findings.Where(judged => judged.IsOpen).Select(judged => judged.Finding).ToList();
        if (reading.Minutes is not { } minutes || open.Count > 0)
            return new ReviewOutcome.NotFit(open);

        var district = partnership.Find(minutes.District) ?? throw ShareException.ForeignDistrict(minutes.District);
        await RequireReleasableAsync(minutes, cancellationToken);
        var boards = await AskedAsync(minutes, ReleasePreparation.BoardsOf(minutes, district, partnership), writers, cancellationToken);
        if (boards.FirstOrDefault(board => board.Readers.Count == 0).Board is { } without)
            throw minutes.IsJoint ? ShareException.NobodyReleasesFor(without) : ShareException.NobodyReleases();

        var address = service ?? throw ShareException.NoServiceAddress();
        var facts = MinutesFacts.Of(minutes);
        // Of two boards neither library's column takes part.
        var row = minutes.IsJoint ? null : item ?? await ledger.Doors.ItemOfAsync(district.Id, minutes.Id, cancellationToken);
        var reviews = await ledger.Reviews.ProposeAsync([.. boards.Zip(ContentsOf(minutes, reading, boards, findings)).Select(asked => new ReviewRequest
        {
            Partnership = partnership.Id,
            District = asked.First.Board.Id,
            Minutes = facts,
            By = by.Id.ToString(),
            Content = asked.Second,
            Item = row,
            Readers = [.. asked.First.Readers.Select(reader => reader.Id.ToString())],
            LetterOf = (review, reader, token) => Letters.Review(review, asked.First.Board, asked.First.Board.Find(reader)!, LinkRoutes.AddressOf(address, token)),
        })], cancellationToken);
        return new ReviewOutcome.Waits(reviews[0].Review, reviews.Any(one => one.IsNew), [.. boards.SelectMany(board => board.Readers)]);
    }

    // One of two boards that released these words already is not asked again.
    private async Task<IReadOnlyList<(District Board, IReadOnlyList<Person> Readers)>> AskedAsync(Minutes minutes, IReadOnlyList<District> boards, IReadOnlyCollection<PersonId> writers, CancellationToken cancellationToken)
    {
        var done = minutes.IsJoint
            ? await ledger.Releases.ReleasedByBoardAsync(partnership.Id, minutes.Id, minutes.Version.Number, CanonicalMinutes.DigestOf(minutes), cancellationToken)
            : new Dictionary<DistrictId, string>();
        return [.. boards.Where(board => !done.ContainsKey(board.Id)).Select(board => (board, Reviewers.Of(minutes, board, writers, time.Today(board.TimeZone))))];
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

    private IReadOnlyList<ReviewContent> ContentsOf(Minutes minutes, MinutesReading reading, IReadOnlyList<(District Board, IReadOnlyList<Person> Readers)> boards, IReadOnlyList<JudgedFinding> findings)
    {
        if (!minutes.IsJoint)
            return [ContentOf(minutes, reading, boards[0].Board, boards[0].Readers, findings)];

        // Who of the two boards releases is not known yet: every name is verified, and the two that count are taken from them.
        var (accepted, writer) = (AcceptedCoincidence.In(findings), partnership.Find(minutes.District)!);
        var people = writer.People.Concat(partnership.PartnerOf(writer.Id).People).Where(person => !person.Name.Contains(Approval.And, StringComparison.Ordinal)).ToList();
        var released = minutes with { Approval = OfficialMinutes.Released(string.Join(Approval.And, people.Select(person => person.Name)), time.GetUtcNow(), writer) };
        var shared = SharedMinutes.Prepare(released, reading, partnership, time.Today(writer.TimeZone), accepted);
        var edition = FrozenEdition.Freeze(shared.Document.Edition);
        var draft = minutes with { Approval = Approval.Draft };
        return [.. boards.Select(asked =>
        {
            var shown = ReleasePreparation.Show(partnership, draft, reading, accepted, asked.Board).Edition;
            var other = ReleasePreparation.Show(partnership, draft, reading, accepted, partnership.PartnerOf(asked.Board.Id)).Edition;
            return ContentOf(minutes, asked.Board, shown, asked.Readers.ToDictionary(reader => reader.Id.ToString(), _ => edition), LeakSearch.For(shown, accepted, reading.People), findings) with
            {
                Joint = new(shared.FrozenPair!, [.. people.Select(person => person.Id.ToString())], NotReadIn(other)),
            };
        })];
    }

    // What a board keeps from the other is its own to know; names and addresses are the other's rules, not its gaps.
    private static IReadOnlyList<string> NotReadIn(PartnerEdition edition) =>
        [.. edition.Withheld.Where(one => one.Kind is not (WithheldKind.Name or WithheldKind.Metadata or WithheldKind.Unsupported)).Select(one => one.Place).Distinct()];

    private ReviewContent ContentOf(Minutes minutes, MinutesReading reading, District district, IReadOnlyList<Person> readers, IReadOnlyList<JudgedFinding> findings)
    {
        var (accepted, now, today) = (AcceptedCoincidence.In(findings), time.GetUtcNow(), time.Today(district.TimeZone));
        var shown = ReleasePreparation.Show(partnership, minutes with { Approval = Approval.Draft }, reading, accepted).Edition;
        var editions = readers.ToDictionary(reader => reader.Id.ToString(), reader =>
        {
            var released = minutes with { Approval = OfficialMinutes.Released(reader.Name, now, district) };
            return FrozenEdition.Freeze(SharedMinutes.Prepare(released, reading, partnership, today, accepted).Document.Edition);
        });
        return ContentOf(minutes, district, shown, editions, LeakSearch.For(shown, accepted, reading.People), findings);
    }

    private static ReviewContent ContentOf(
        Minutes minutes, District board, PartnerEdition shown, IReadOnlyDictionary<string, byte[]> editions, LeakSearch search, IReadOnlyList<JudgedFinding> findings) => new(
        CanonicalMinutes.DigestOf(minutes),
        FrozenEdition.Freeze(shown),
        editions,
        ReviewReport.Of(findings, search),
        [.. findings.Where(judged => judged.Reason is not null).Select(SettledFindings.Kept)],
        [.. ApprovalNote.HeldBy(minutes).Select(held => new HeldApproval(held.Approved.ToString(), held.Note.ToText(), held.WithChanges))],
        ReleaseRights.ChairTookTheMinutes(minutes, board));
}
