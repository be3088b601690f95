namespace PartnerOffice.Core;

/// <summary>V10: resolutions by circulation need a majority of all entitled, and silence is no consent.</summary>
internal sealed class CirculationRules : IMinutesRule
{
    private const string Rule = "V10";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        foreach (var circulated in given.Minutes.Circulation)
        {
            var place = Places.Of(circulated);
            if (circulated.DecidedOn is not { } decided)
                yield return NoDay().NeedsReason(Rule, place);
            else if (decided > given.Minutes.Date)
                yield return DecidedLater(TimeText.Day(decided)).NeedsReason(Rule, place);

            var entitled = circulated.Entitled ?? given.District?.BoardOn(circulated.DecidedOn ?? given.Minutes.Date).Count;
            if (Judge(circulated.Vote, circulated.Outcome, entitled, place) is { } finding)
                yield return finding;
        }

        // Taken by mail, though recorded under an item of the meeting.
        foreach (var (_, resolution, place) in given.Resolutions.Where(one => one.Resolution.Vote?.Mode == VoteMode.Circulation))
        {
            if (Judge(resolution.Vote, resolution.Outcome, given.ElectedOf(given.Boards[0]), place) is { } finding)
                yield return finding;
        }
    }

    private static Finding? Judge(Vote? vote, Outcome outcome, int? entitled, string place)
    {
        if (vote is not { Counted: true, Yes: { } yes, No: { } no })
            return outcome is Outcome.Deferred ? null : NotCounted().Hint(Rule, place);
        if (entitled is not { } all)
            return NobodyKnowsHowMany().Hint(Rule, place);
        if (yes + no + vote.Abstained + vote.Invalid is { } cast && cast > all)
            return TooMany(cast, all).NeedsReason(Rule, place);
        if (outcome == Outcome.Unanimous && no > 0)
            return NotUnanimous(no).NeedsReason(Rule, place);

        var needed = (all / 2) + 1;
        return outcome switch
        {
            Outcome.Adopted or Outcome.Unanimous when yes < needed => NotAdopted(yes, all, needed).NeedsReason(Rule, place),
            Outcome.Rejected when yes >= needed => NotRejected(yes, all).NeedsReason(Rule, place),
            _ => null,
        };
    }

    private static Advice NoDay() => new(
        "Beim Umlaufbeschluss fehlt, wann er gefasst wurde.", "It is missing when the resolution by circulation was taken.",
        "Den Tag eintragen, an dem das Ergebnis feststand.", "Enter the day on which the result was known.");

    private static Advice DecidedLater(string day) => new(
        $"Der Umlaufbeschluss vom {day} ist jünger als diese Sitzung.", $"The resolution by circulation of {day} is later than this meeting.",
        "Das Datum berichtigen oder ihn im nächsten Protokoll berichten.", "Correct the date, or report it in the next minutes.");

    private static Advice NotCounted() => new(
        "Beim Umlaufbeschluss stehen keine Zahlen; ob alle Berechtigten mitgezählt wurden, bleibt offen.", "The resolution by circulation has no figures; whether all entitled were counted stays open.",
        "Die Antworten eintragen, wenn sie vorliegen.", "Enter the answers if they are at hand.");

    private static Advice NobodyKnowsHowMany() => new(
        "Beim Umlaufbeschluss fehlt, wie viele stimmberechtigt waren.", "It is missing how many were entitled to vote by circulation.",
        "Die Zahl der Stimmberechtigten eintragen.", "Enter the number of those entitled to vote.");

    private static Advice TooMany(int cast, int entitled) => new(
        $"Gezählt sind {cast} Stimmen, berechtigt waren {entitled}.", $"{cast} votes are counted, {entitled} were entitled.",
        "Stimmen und Zahl der Berechtigten vergleichen.", "Compare the votes with the number of those entitled.");

    private static Advice NotUnanimous(int against) => new(
        $"»Einstimmig« ist eingetragen, dagegen stimmten aber {against}.", $"\"Unanimous\" is entered, but {against} voted against.",
        "»Angenommen« wählen oder die Zahlen berichtigen.", "Choose \"adopted\", or correct the figures.");

    private static Advice NotAdopted(int yes, int entitled, int needed) => new(
        $"Im Umlauf stimmten {yes} von {entitled} Berechtigten mit Ja, nötig wären {needed}; Schweigen zählt nicht.", $"By circulation {yes} of {entitled} entitled voted yes, {needed} would be needed; silence does not count.",
        "Ergebnis und Antworten vergleichen oder den Grund angeben.", "Compare result and answers, or give the reason.");

    private static Advice NotRejected(int yes, int entitled) => new(
        $"»Abgelehnt« ist eingetragen, im Umlauf stimmten aber {yes} von {entitled} Berechtigten mit Ja.", $"\"Rejected\" is entered, but by circulation {yes} of {entitled} entitled voted yes.",
        "Ergebnis und Antworten vergleichen oder den Grund angeben.", "Compare result and answers, or give the reason.");
}
