namespace PartnerOffice.Core;

/// <summary>The head of a list: which column says what, in the words that people use.</summary>
internal sealed class ListHead
{
    private const int LookedAt = 15;

    private static readonly (ListColumn Column, string[] Words)[] Known =
    [
        (ListColumn.Name, ["name", "vorundnachname", "vornamenachname", "vornamename", "nachnamevorname", "namevorname", "mitglied", "person", "fullname"]),
        (ListColumn.FirstName, ["vorname", "rufname", "firstname"]),
        (ListColumn.Surname, ["nachname", "familienname", "zuname", "surname", "lastname"]),
        (ListColumn.Function, ["funktion", "amt", "aufgabe", "position", "amtfunktion", "funktionamt", "function"]),
        (ListColumn.From, ["von", "ab", "seit", "beginn", "amtszeitvon", "imamtseit", "gewähltam", "gewähltseit", "amtsantritt", "vom", "from"]),
        (ListColumn.Until, ["bis", "ende", "amtszeitbis", "imamtbis", "ausgeschieden", "ausgeschiedenam", "gewähltbis", "until"]),
        (ListColumn.Mail, ["mail", "email", "mailadresse", "emailadresse", "kontakt"]),
        (ListColumn.Voting, ["stimmrecht", "stimmberechtigt", "stimme", "mitstimmrecht", "voting"]),
        (ListColumn.Id, ["kennung", "id"]),
    ];

    private readonly Dictionary<ListColumn, int> columns;

    private ListHead(Dictionary<ListColumn, int> columns) => this.columns = columns;

    /// <summary>The head and the lines below it; null where none of the first lines names people.</summary>
    public static (ListHead Head, IReadOnlyList<ListRow> Rows)? Find(IReadOnlyList<ListRow> rows)
    {
        for (var index = 0; index < Math.Min(rows.Count, LookedAt); index++)
        {
            var columns = new Dictionary<ListColumn, int>();
            foreach (var (cell, at) in rows[index].Cells.Select((cell, at) => (Plain(cell), at)))
            {
                if (Known.FirstOrDefault(known => known.Words.Contains(cell)) is { Words: not null } known)
                    columns.TryAdd(known.Column, at);
            }

            // "Name" beside "Vorname" is the surname.
            if (columns.ContainsKey(ListColumn.FirstName) && !columns.ContainsKey(ListColumn.Surname) && columns.Remove(ListColumn.Name, out var name))
                columns[ListColumn.Surname] = name;
            if (columns.Count > 1 && (columns.ContainsKey(ListColumn.Name) || columns.ContainsKey(ListColumn.Surname)))
                return (new(columns), [.. rows.Skip(index + 1)]);
        }

        return null;
    }

    public bool Has(ListColumn column) => columns.ContainsKey(column);

    /// <summary>What stands in this column; empty where there is none.</summary>
    public string Of(ListRow row, ListColumn column) =>
        columns.TryGetValue(column, out var at) && at < row.Cells.Count ? TypedText.Plain(row.Cells[at]) : "";

    /// <summary>First name and surname, in whatever columns they stand; empty where there is no name.</summary>
    public string NameOf(ListRow row)
    {
        if (Has(ListColumn.FirstName))
            return $"{Of(row, ListColumn.FirstName)} {Of(row, ListColumn.Surname)}".Trim();

        var name = Of(row, ListColumn.Name);
        var parts = name.Split(',', 2, StringSplitOptions.TrimEntries);
        return parts is [{ Length: > 0 } surname, { Length: > 0 } first] ? $"{first} {surname}" : name;
    }

    private static string Plain(string cell) => string.Concat(cell.Where(char.IsLetter)).ToLowerInvariant();
}
