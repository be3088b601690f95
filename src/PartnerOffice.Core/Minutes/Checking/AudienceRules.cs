namespace PartnerOffice.Core;

/// <summary>V15 and V16: who may read what is decided, and nothing inside a board-only item claims to be for the partner.</summary>
internal sealed class AudienceRules : IMinutesRule
{
    public IReadOnlyList<string> Ids { get; } = ["V15", "V16"];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        var minutes = given.Minutes;
        foreach (var circulated in minutes.Circulation.Where(circulated => circulated.Audience == Audience.Undecided))
            yield return Undecided().Stops("V15", Places.Of(circulated));

        foreach (var item in minutes.Items)
        {
            if (item.Audience == Audience.Undecided)
                yield return Undecided().Stops("V15", Places.Of(item));

            foreach (var (place, audience) in Parts(minutes, item))
            {
                if (item.Audience == Audience.Partner && audience == Audience.Undecided)
                    yield return Undecided().Stops("V15", place);
                else if (item.Audience == Audience.Board && audience == Audience.Partner)
                    yield return InsideTheBoard(Places.Of(item)).Stops("V16", place);
            }

            if (item is { Audience: Audience.Board, PartnerNote: not null })
                yield return NoteOnBoardItem().Hint("V16", Places.Of(item));
        }

        foreach (var place in minutes.IsJoint ? Unnamed(minutes) : [])
            yield return WhoseBoard().Stops("V15", place);

        foreach (var attachment in minutes.Attachments.Where(attachment => attachment.Audience == Audience.Undecided))
            yield return Undecided().Stops("V15", Places.Of(attachment));
        if (minutes.FollowUps.Any(followUp => followUp.Audience == Audience.Undecided))
            yield return Undecided().Stops("V15", Places.FollowUps);
    }

    // Of two boards in one room, nobody knows whose "board only" is meant until it is said (R22).
    private static IEnumerable<string> Unnamed(Minutes minutes)
    {
        foreach (var item in minutes.Items)
        {
            if (item is { Audience: Audience.Board, BoardOf: null })
            {
                yield return Places.Of(item);
                continue;
            }

            foreach (var place in Unnamed(item))
                yield return place;
        }

        foreach (var followUp in minutes.FollowUps.Where(one => one is { Audience: Audience.Board, BoardOf: null }).Take(1))
            yield return Places.FollowUps;
        foreach (var attachment in minutes.Attachments.Where(one => one is { Audience: Audience.Board, BoardOf: null } && minutes.Items.FirstOrDefault(item => item.Id == one.Item)?.BoardOf is null))
            yield return Places.Of(attachment);
    }

    // What lies in a part of one board and names none is of that board; what names the other contradicts it.
    private static IEnumerable<string> Unnamed(AgendaItem item)
    {
        bool IsOpen(Audience audience, string? board) => audience == Audience.Board && (item.BoardOf is null ? board is null : board is not null && board != item.BoardOf);

        if (item.Text.SelectMany(CanonicalBoards.Passages).Any(passage => passage.IsInternal && IsOpen(Audience.Board, passage.BoardOf)))
            yield return $"{Places.Of(item)}, Text";
        foreach (var resolution in item.Resolutions.Where(one => IsOpen(one.Audience, one.BoardOf)))
            yield return Places.Of(item, resolution);
        foreach (var election in item.Elections.Where(one => IsOpen(one.Audience, one.BoardOf)))
            yield return Places.Of(item, election);
        foreach (var action in item.Actions.Where(one => IsOpen(one.Audience, one.BoardOf)))
            yield return Places.Of(item, action);
        if ((item.Statements ?? []).Any(one => IsOpen(one.Audience, one.BoardOf)))
            yield return $"{Places.Of(item)}, Erklärung";
    }

    private static IEnumerable<(string Place, Audience Audience)> Parts(Minutes minutes, AgendaItem item) =>
    [
        .. item.Resolutions.Select(resolution => (Places.Of(item, resolution), resolution.Audience)),
        .. item.Elections.Select(election => (Places.Of(item, election), election.Audience)),
        .. (item.Statements ?? []).Select(statement => ($"{Places.Of(item)}, Erklärung", statement.Audience)),
        .. item.Actions.Select(action => (Places.Of(item, action), action.Audience)),
        .. minutes.Attachments.Where(attachment => attachment.Item == item.Id && attachment.Audience == Audience.Partner).Select(attachment => (Places.Of(attachment), attachment.Audience)),
    ];

    private static Advice Undecided() => new(
        "Für wen das bestimmt ist, wurde noch nicht entschieden. Bis dahin bleibt es im Vorstand.", "It is not decided who may read this. Until then it stays in the board.",
        "»Partner« oder »Nur Vorstand« wählen.", "Choose \"Partner\" or \"Nur Vorstand\".");

    private static Advice WhoseBoard() => new(
        "Nur für einen der beiden Vorstände bestimmt, aber für welchen, steht nicht eindeutig da. Bis dahin geht es an keinen.", "This is for one of the two boards only, but it is not clear for which. Until then it goes to neither.",
        "Den Vorstand dazuschreiben, etwa »Nur Vorstand Steinfurt« oder »[nur Vorstand Steinfurt]«.", "Name the board, as in \"Nur Vorstand Steinfurt\" or \"[nur Vorstand Steinfurt]\".");

    private static Advice InsideTheBoard(string item) => new(
        $"Das ist für den Partner bestimmt, {Quoting.Short(item)} aber nur für den Vorstand.", $"This is for the partner, but {Quoting.Short(item)} is for the board only.",
        "Den ganzen Punkt für den Partner öffnen oder auch hier »Nur Vorstand« wählen.", "Open the whole item for the partner, or choose \"Nur Vorstand\" here too.");

    private static Advice NoteOnBoardItem() => new(
        "Der Hinweis für den Partner steht in einem Punkt, der im Vorstand bleibt; er geht nicht mit.", "The note for the partner stands in an item that stays in the board; it does not travel.",
        "Den Hinweis in einen Punkt für den Partner verschieben.", "Move the note into an item for the partner.");
}
