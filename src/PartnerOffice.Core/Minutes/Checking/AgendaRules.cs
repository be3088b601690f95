namespace PartnerOffice.Core;

/// <summary>V8: the numbers of the agenda items, gap-free and each once; letters and N n are numbers (R6).</summary>
internal sealed class AgendaRules : IMinutesRule
{
    private const string Rule = "V8";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        var items = given.Minutes.Items;
        var seen = new HashSet<AgendaNumber>();
        AgendaNumber? last = null;
        foreach (var item in items)
        {
            var place = Places.Of(item);
            if (AgendaNumber.Read(item.Number) is not { } number)
            {
                yield return NotANumber(item.Number).NeedsReason(Rule, place);
                continue;
            }

            if (!seen.Add(number))
            {
                yield return Twice(item.Number).NeedsReason(Rule, place);
                continue;
            }

            if (last is { } before ? !number.Follows(before) : !number.IsFirst)
                yield return Gap(item.Number).NeedsReason(Rule, place);
            last = number;
        }

        foreach (var lost in given.Minutes.Attachments.Where(attachment => attachment.Item is { } id && !items.Any(item => item.Id == id)))
            yield return NoSuchItem().NeedsReason(Rule, Places.Of(lost));
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
