namespace PartnerOffice.Core;

/// <summary>V26: minutes with a known id that name another meeting are a copy, never a correction (R8, D4).</summary>
internal sealed class IdentityRules : IMinutesRule
{
    private const string Rule = "V26";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        var minutes = given.Minutes;
        var known = given.Context.Known.Where(other => other.Id == minutes.Id).ToList();

        // One finding says it: the document is a copy. Where it differs first is enough.
        foreach (var (place, differs) in ((string Place, Func<KnownMinutes, bool> Differs)[])
        [
            (Places.Date, other => other.Date != minutes.Date),
            (Places.Number, other => other.Number != minutes.Number),
            (Places.District, other => other.District != minutes.District),
            ("Sitzungsart", other => other.Kind != minutes.Kind),
        ])
        {
            if (known.FirstOrDefault(differs) is { } original)
                return [Copy(TimeText.Day(original.Date)).Stops(Rule, place)];
        }

        return [];
    }

    private static Advice Copy(string day) => new(
        $"Das sieht aus wie eine Kopie des Protokolls vom {day}.", $"This looks like a copy of the minutes of {day}.",
        "Eine neue Sitzung daraus machen oder Datum, Nummer und Art berichtigen.", "Make new minutes of it, or correct date, number and kind.");
}
