using System.Security.Cryptography;

namespace PartnerOffice.Core;

/// <summary>The canonical form of minutes, on which filling and reading a document is the identity.</summary>
/// <remarks>
/// No empty runs or paragraphs; neighbouring runs of one format are one run; text is NFC on one line (a line break in a paragraph
/// begins a new one), trimmed at the paragraph's edges; every table row has as many cells as the widest row; ids are unique per kind.
/// </remarks>
public static class CanonicalMinutes
{
    /// <summary>The same minutes in canonical form.</summary>
    /// <exception cref="MinutesFormatException">Something cannot be brought into canonical form: an id twice, a sign of the marks in the text.</exception>
    public static Minutes Of(Minutes minutes)
    {
        ArgumentNullException.ThrowIfNull(minutes);

        RequireUnique(minutes.Items.Select(item => item.Id), "items");
        RequireUnique(minutes.Items.SelectMany(item => item.Resolutions).Select(resolution => resolution.Id), "resolutions");
        RequireUnique(minutes.Items.SelectMany(item => item.Actions).Select(action => action.Id), "actions");
        CanonicalBoards.Require(minutes);

        return minutes with
        {
            District = MinutesText.Value(minutes.District),
            Board = MinutesText.Value(minutes.Board),
            Number = MinutesText.Value(minutes.Number),
            Place = MinutesText.OptionalValue(minutes.Place),
            Chair = MinutesText.OptionalValue(minutes.Chair),
            MinuteTaker = MinutesText.OptionalValue(minutes.MinuteTaker),
            Invitation = minutes.Invitation is not { } invitation ? null : invitation with
            {
                Reason = MinutesText.OptionalValue(invitation.Reason),
                How = MinutesText.OptionalValue(invitation.How),
            },
            Boards = [.. minutes.Boards.Select(Canonical)],
            Attendance = [.. minutes.Attendance.Select(Canonical)],
            Agenda = minutes.Agenda is not { } agenda ? null : agenda with { Changes = MinutesText.OptionalValue(agenda.Changes), Adopted = Canonical(agenda.Adopted, "$.agenda.adopted") },
            Circulation = [.. minutes.Circulation.Select((circulated, index) => Canonical(circulated, $"$.circulation[{index}]"))],
            FollowUps = [.. minutes.FollowUps.Select(followUp => followUp with { Of = MinutesText.Value(followUp.Of), Note = MinutesText.OptionalValue(followUp.Note) })],
            Items = [.. minutes.Items.Select((item, index) => Canonical(item, $"$.items[{index}]"))],
            Attachments = [.. minutes.Attachments.Select(attachment => attachment with
            {
                Number = MinutesText.Value(attachment.Number),
                Title = MinutesText.Value(attachment.Title),
                File = MinutesText.OptionalValue(attachment.File),
            })],
            Next = minutes.Next is not { } next ? null : next with { Place = MinutesText.OptionalValue(next.Place) },
            Issued = minutes.Issued is not { } issued ? null : issued with { Place = MinutesText.OptionalValue(issued.Place) },
            Signatures = [.. minutes.Signatures.Select(signature => signature with { Name = MinutesText.Value(signature.Name) })],
            Original = minutes.Original is { } original && MinutesText.OptionalValue(original.Kept) is var kept && (kept is not null || original.SignedOn is not null) ? new SignedOriginal(original.SignedOn, kept) : null,
            Approval = Canonical(minutes.Approval),
            Version = minutes.Version with { Note = MinutesText.OptionalValue(minutes.Version.Note) },
            Distribution = [.. minutes.Distribution.Select(MinutesText.Value).Where(line => line.Length > 0)],
        };
    }

    /// <summary>The digest of what was decided and said, in lower-case hexadecimal.</summary>
    /// <remarks>SHA-256 over the canonical JSON without the approval note, which alone is added after release (D4, R7), and without where the signed paper lies: paper is signed last.</remarks>
    public static string DigestOf(Minutes minutes)
    {
        var content = Of(minutes) with { Approval = Approval.Draft, Original = null };
        return Convert.ToHexStringLower(SHA256.HashData(MinutesJson.WriteCompact(content)));
    }

    private static ParticipatingBoard Canonical(ParticipatingBoard board) => board with
    {
        District = MinutesText.Value(board.District),
        Chair = MinutesText.OptionalValue(board.Chair),
        Quorum = board.Quorum is not { } quorum ? null : quorum with { EstablishedBy = MinutesText.OptionalValue(quorum.EstablishedBy) },
    };

    private static Attendee Canonical(Attendee attendee) => attendee with
    {
        Person = MinutesText.OptionalValue(attendee.Person),
        Name = MinutesText.Value(attendee.Name),
        Function = MinutesText.OptionalValue(attendee.Function),
        District = MinutesText.Value(attendee.District),
    };

    private static CirculationResolution Canonical(CirculationResolution circulated, string place) => circulated with
    {
        Number = MinutesText.Value(circulated.Number),
        Subject = MinutesText.Value(circulated.Subject),
        Wording = MinutesText.Value(circulated.Wording),
        Vote = Canonical(circulated.Vote, place + ".vote"),
    };

    private static AgendaItem Canonical(AgendaItem item, string place) => item with
    {
        Number = SpokenNumber.Read(item.Number),
        Title = MinutesText.Value(item.Title),
        Text = CanonicalText.Of(item.Text, place + ".text"),
        PartnerNote = MinutesText.OptionalValue(item.PartnerNote),
        Resolutions = [.. item.Resolutions.Select((resolution, index) => Canonical(resolution, $"{place}.resolutions[{index}]"))],
        Actions = [.. item.Actions.Select(action => action with { What = MinutesText.Value(action.What), Who = MinutesText.OptionalValue(action.Who) })],
        Elections = [.. item.Elections.Select(Canonical)],
        Statements = item.Statements is not { Count: > 0 } statements
            ? null
            : [.. statements.Select(statement => statement with { Name = MinutesText.Value(statement.Name), Text = MinutesText.Value(statement.Text) })],
    };

    private static Resolution Canonical(Resolution resolution, string place) => resolution with
    {
        // Each board has its own number; the first stands for the resolution where one has to.
        Number = MinutesText.Value(resolution.Votes is [var first, ..] ? first.Number : resolution.Number),
        Wording = MinutesText.Value(resolution.Wording),
        Mover = MinutesText.OptionalValue(resolution.Mover),
        Vote = Canonical(resolution.Vote, place + ".vote"),
        Excluded = [.. resolution.Excluded.Select(excluded => new Exclusion(MinutesText.Value(excluded.Name), MinutesText.OptionalValue(excluded.Reason)))],
        Minority = MinutesText.OptionalValue(resolution.Minority),
        Votes = resolution.Votes is not { Count: > 0 } votes ? null : [.. votes.Select((vote, index) => vote with
        {
            District = MinutesText.Value(vote.District),
            Number = MinutesText.Value(vote.Number),
            Vote = Canonical(vote.Vote, $"{place}.votes[{index}].vote"),
        })],
        Amount = resolution.Amount is not { } amount ? null : amount with { BudgetLine = MinutesText.OptionalValue(amount.BudgetLine) },
    };

    private static Election Canonical(Election election) => election with
    {
        Office = MinutesText.Value(election.Office),
        Candidates = [.. election.Candidates.Select(candidate => candidate with { Name = MinutesText.Value(candidate.Name) })],
        Elected = [.. election.Elected.Select(MinutesText.Value).Where(name => name.Length > 0)],
    };

    private static Approval Canonical(Approval approval) => approval with
    {
        ReleasedBy = MinutesText.OptionalValue(approval.ReleasedBy),
        ReleasedAt = approval.ReleasedAt is { } at ? new DateTimeOffset(at.Year, at.Month, at.Day, at.Hour, at.Minute, at.Second, at.Offset) : null,
        ApprovedBy = approval.ApprovedBy is not { } by ? null : by with { Item = MinutesText.OptionalValue(by.Item), Vote = Canonical(by.Vote, "$.approval.approvedBy.vote") },
    };

    private static Vote? Canonical(Vote? vote, string place)
    {
        int?[] figures = [vote?.Yes, vote?.No, vote?.Abstained, vote?.Invalid];
        var whole = vote is null || (vote.Counted ? figures.All(figure => figure is >= 0) : figures.All(figure => figure is null));
        return whole ? vote : throw new MinutesFormatException(
            place,
            new Bilingual("Eine gezählte Abstimmung hat vier Zahlen, eine nicht gezählte keine.", "A counted vote has four figures, an uncounted one has none."),
            new Bilingual("Die fehlenden Zahlen ergänzen oder \"counted\": false setzen.", "Add the missing figures, or set \"counted\": false."));
    }

    private static void RequireUnique(IEnumerable<EntryId> ids, string kind)
    {
        foreach (var id in ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            throw new MinutesFormatException(
                $"$.{kind}",
                new Bilingual($"Die Kennung »{id}« kommt zweimal vor.", $"The id \"{id}\" occurs twice."),
                new Bilingual("Jede Kennung nur einmal vergeben.", "Give each id once."));
        }
    }
}
