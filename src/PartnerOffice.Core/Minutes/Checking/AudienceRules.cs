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

        foreach (var attachment in minutes.Attachments.Where(attachment => attachment.Audience == Audience.Undecided))
            yield return Undecided().Stops("V15", Places.Of(attachment));
        if (minutes.FollowUps.Any(followUp => followUp.Audience == Audience.Undecided))
            yield return Undecided().Stops("V15", Places.FollowUps);
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

    private static Advice InsideTheBoard(string item) => new(
        $"Das ist für den Partner bestimmt, {Quoting.Short(item)} aber nur für den Vorstand.", $"This is for the partner, but {Quoting.Short(item)} is for the board only.",
        "Den ganzen Punkt für den Partner öffnen oder auch hier »Nur Vorstand« wählen.", "Open the whole item for the partner, or choose \"Nur Vorstand\" here too.");

    private static Advice NoteOnBoardItem() => new(
        "Der Hinweis für den Partner steht in einem Punkt, der im Vorstand bleibt; er geht nicht mit.", "The note for the partner stands in an item that stays in the board; it does not travel.",
        "Den Hinweis in einen Punkt für den Partner verschieben.", "Move the note into an item for the partner.");
}
