namespace PartnerOffice.Core;

/// <summary>V8: the numbers of the agenda items, gap-free and each once; letters and N n are numbers (R6).</summary>
internal sealed class AgendaRules : IMinutesRule
{
    private const string Rule = "V8";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        var items = given.Minutes.Items;
        var numbered = new Dictionary<AgendaNumber, AgendaItem>();
        foreach (var item in items)
        {
            if (AgendaNumber.Read(item.Number) is not { } number)
                yield return NotANumber(item.Number).NeedsReason(Rule, Places.Of(item));
            else if (!numbered.TryAdd(number, item))
                yield return Twice(item.Number).NeedsReason(Rule, Places.Of(item));
        }

        // Each part counts by itself. What comes up in the one without guests lies in a spare block before N 1 (R2): there the numbers count, not the order.
        var (own, shared) = (numbered.Keys.Where(number => number.IsNonPublic).OrderBy(number => (number.Main, number.Letter, number.Sub)), numbered.Keys.Where(number => !number.IsNonPublic));
        foreach (var gap in Gaps(shared).Concat(Gaps(own)))
            yield return Gap(numbered[gap].Number).NeedsReason(Rule, Places.Of(numbered[gap]));

        foreach (var lost in given.Minutes.Attachments.Where(attachment => attachment.Item is { } id && !items.Any(item => item.Id == id)))
            yield return NoSuchItem().NeedsReason(Rule, Places.Of(lost));
    }

    private static IEnumerable<AgendaNumber> Gaps(IEnumerable<AgendaNumber> numbers)
    {
        AgendaNumber? last = null;
        foreach (var number in numbers)
        {
            if (last is { } before ? !number.Follows(before) : !number.IsFirst)
                yield return number;
            last = number;
        }
    }

    private static Advice NotANumber(string number) => new(
        $"»{Quoting.Short(number)}« ist keine Nummer für einen Tagesordnungspunkt.", $"\"{Quoting.Short(number)}\" is no number of an agenda item.",
        "Eine Nummer wie 4, 4a, 4.1 oder N 1 eintragen.", "Enter a number like 4, 4a, 4.1 or N 1.");

    private static Advice Twice(string number) => new(
        $"Die Nummer {Quoting.Short(number)} kommt in der Tagesordnung zweimal vor.", $"The number {Quoting.Short(number)} occurs twice in the agenda.",
        "Die Tagesordnungspunkte durchzählen; ein Zusatz bekommt einen Buchstaben.", "Number the items one by one; an addition gets a letter.");

    private static Advice Gap(string number) => new(
        $"Vor TOP {Quoting.Short(number)} fehlt ein Tagesordnungspunkt.", $"An agenda item is missing before item {Quoting.Short(number)}.",
        "Den fehlenden Punkt als vertagt oder abgesetzt aufnehmen oder neu durchzählen.", "Enter the missing item as postponed or withdrawn, or number anew.");

    private static Advice NoSuchItem() => new(
        "Die Anlage gehört zu einem Tagesordnungspunkt, den es nicht gibt.", "The attachment belongs to an agenda item that does not exist.",
        "Den richtigen Tagesordnungspunkt eintragen.", "Enter the right agenda item.");
}
