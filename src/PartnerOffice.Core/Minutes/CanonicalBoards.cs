namespace PartnerOffice.Core;

/// <summary>What minutes may say of single boards: votes of those that sat, and parts for one of several (R22).</summary>
internal static class CanonicalBoards
{
    /// <exception cref="MinutesFormatException">A part names a board that did not sit, or contradicts itself.</exception>
    public static void Require(Minutes minutes)
    {
        var boards = minutes.Boards.Select(board => MinutesText.Value(board.District)).ToHashSet(StringComparer.Ordinal);
        if (boards.Count < minutes.Boards.Count)
            throw Wrong("$.boards", "Ein Kreisvorstand steht zweimal da.", "A board stands there twice.", "Jeden Kreisvorstand nur einmal nennen.", "Name each board once.");

        foreach (var (place, audience, board) in Parts(minutes))
        {
            if (board is null)
                continue;
            if (audience != Audience.Board)
                throw Wrong(place, "Ein Teil für einen Vorstand allein ist nicht auch für andere.", "A part for one board alone is not for others as well.", "\"audience\": \"board\" oder \"internal\": true dazu angeben.", "Give \"audience\": \"board\" or \"internal\": true with it.");
            if (boards.Count < 2 || !boards.Contains(board))
                throw Wrong(place, $"Der Vorstand »{board}« saß in keiner gemeinsamen Sitzung.", $"The board \"{board}\" sat in no joint meeting.", "Einen Kreisverband aus \"boards\" nennen.", "Name a district of \"boards\".");
        }

        foreach (var (item, index) in minutes.Items.Select((item, index) => (item, index)))
        {
            foreach (var (resolution, number) in item.Resolutions.Select((resolution, number) => (resolution, number)))
            {
                if (resolution.Votes is { Count: > 0 } votes)
                    Votes(resolution, votes, boards, $"$.items[{index}].resolutions[{number}]");
            }
        }
    }

    private static void Votes(Resolution resolution, IReadOnlyList<BoardVote> votes, HashSet<string> boards, string place)
    {
        if (resolution.Vote is not null || resolution.Present is not null)
            throw Wrong(place + ".vote", "Wo jeder Vorstand für sich abstimmt, gibt es keine gemeinsame Zählung.", "Where each board votes for itself there is no common count.", "Die Zahlen bei den einzelnen \"votes\" angeben.", "Give the figures with the single \"votes\".");
        for (var i = 0; i < votes.Count; i++)
        {
            var board = MinutesText.Value(votes[i].District);
            if (!boards.Contains(board) || votes.Take(i).Any(other => MinutesText.Value(other.District) == board))
                throw Wrong($"{place}.votes[{i}].district", $"Der Vorstand »{board}« saß nicht in der Sitzung oder stimmt zweimal ab.", $"The board \"{board}\" did not sit in the meeting, or votes twice.", "Jeden Kreisverband aus \"boards\" höchstens einmal nennen.", "Name each district of \"boards\" once at most.");
        }

        if (resolution.Outcome != BoardVote.Together(votes))
            throw Wrong(place + ".outcome", "Das Ergebnis folgt nicht aus den Ergebnissen der Vorstände.", "The outcome does not follow from those of the boards.", $"Hier muss \"{KebabWord.Of(BoardVote.Together(votes))}\" stehen.", $"It must be \"{KebabWord.Of(BoardVote.Together(votes))}\".");
    }

    private static IEnumerable<(string Place, Audience Audience, string? Board)> Parts(Minutes minutes) =>
    [
        .. minutes.FollowUps.Select((part, index) => ($"$.followUps[{index}].boardOf", part.Audience, part.BoardOf)),
        .. minutes.Attachments.Select((part, index) => ($"$.attachments[{index}].boardOf", part.Audience, part.BoardOf)),
        .. minutes.Items.SelectMany((item, index) => Parts(item, $"$.items[{index}]")),
    ];

    private static IEnumerable<(string Place, Audience Audience, string? Board)> Parts(AgendaItem item, string place) =>
    [
        ($"{place}.boardOf", item.Audience, item.BoardOf),
        .. item.Resolutions.Select((part, index) => ($"{place}.resolutions[{index}].boardOf", part.Audience, part.BoardOf)),
        .. item.Elections.Select((part, index) => ($"{place}.elections[{index}].boardOf", part.Audience, part.BoardOf)),
        .. item.Actions.Select((part, index) => ($"{place}.actions[{index}].boardOf", part.Audience, part.BoardOf)),
        .. (item.Statements ?? []).Select((part, index) => ($"{place}.statements[{index}].boardOf", part.Audience, part.BoardOf)),
        .. item.Text.SelectMany((block, index) => Passages(block).Select(passage => ($"{place}.text[{index}].boardOf", passage.IsInternal ? Audience.Board : Audience.Partner, passage.BoardOf))),
    ];

    /// <summary>The passages of a block that name a board, or should.</summary>
    public static IEnumerable<(bool IsInternal, string? BoardOf)> Passages(TextBlock block) => block switch
    {
        InternalPassage passage => [(true, passage.BoardOf), .. passage.Blocks.SelectMany(Passages).Where(inner => inner.BoardOf is not null)],
        TextParagraph paragraph => Runs(paragraph.Runs),
        TextHeading heading => Runs(heading.Runs),
        TextList list => list.Items.SelectMany(Runs),
        TextTable table => table.Rows.SelectMany(row => row).SelectMany(Runs),
        _ => [],
    };

    private static IEnumerable<(bool IsInternal, string? BoardOf)> Runs(IReadOnlyList<TextRun> runs) =>
        runs.Where(run => run.Internal || run.BoardOf is not null).Select(run => (run.Internal, run.BoardOf));

    private static MinutesFormatException Wrong(string place, string german, string english, string germanRemedy, string englishRemedy) =>
        new(place, new Bilingual(german, english), new Bilingual(germanRemedy, englishRemedy));
}
