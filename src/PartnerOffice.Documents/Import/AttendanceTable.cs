using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Import;

/// <summary>Reads a table of names with crosses under "anwesend" and "entschuldigt", or with a word beside each name.</summary>
internal static partial class AttendanceTable
{
    /// <summary>The rows as lists of who was there; null where the table is another one.</summary>
    public static IEnumerable<OldLine>? Lines(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> rows, string place)
    {
        var heads = rows[0].Select(cell => string.Join(' ', cell).Trim(' ', '?', ':')).ToList();
        var name = heads.FindIndex(head => Name().IsMatch(head));
        var states = heads.Select((head, column) => (head, column)).Where(entry => entry.column != name && State().IsMatch(entry.head)).ToList();
        return rows.Count < 3 || name < 0 || states.Count == 0 ? null : rows.Skip(1).Select((row, index) => Line(row, name, heads, states, $"{place}, Zeile {index + 2}")).OfType<OldLine>();
    }

    private static OldLine? Line(IReadOnlyList<IReadOnlyList<string>> row, int name, List<string> heads, List<(string Head, int Column)> states, string place)
    {
        string At(int column) => column < row.Count ? string.Join(' ', row[column]).Trim() : "";
        if (At(name).Length == 0)
            return null;

        var beside = heads.Select((head, column) => column).Where(column => column != name && states.All(state => state.Column != column)).Select(At).Where(text => text.Length > 0).ToList();
        var marked = states.Where(state => At(state.Column) is { Length: > 0 } mark && !No().IsMatch(mark)).ToList();
        var status = marked is [var one, ..]
            ? State().IsMatch(At(one.Column)) ? At(one.Column) : one.Head
            : states.Count == 1 && No().IsMatch(At(states[0].Column)) ? "Abwesend" : "Fehlend";
        return new OldLine($"{status}: {At(name)}{(beside.Count > 0 ? $" ({string.Join(", ", beside)})" : "")}", place);
    }

    [GeneratedRegex(@"^(?:(?:Vor- und (?:Nach|Zu)|Vor)?Name|Namen|Mitglied(?:er)?|Vorstandsmitglied(?:er)?|Wer|Person|Teilnehm\w*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(?:anw\w*\.?|da|dabei|präsent|vor Ort|online|digital|entsch\w*\.?|unentsch\w*\.?|fehl\w*|abwesend|gast|teilnahme)$", RegexOptions.IgnoreCase)]
    private static partial Regex State();

    [GeneratedRegex(@"^(?:nein|n|-|–|—|0|☐|o|✗|✘|❌)$", RegexOptions.IgnoreCase)]
    private static partial Regex No();
}
