using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Import;

/// <summary>What a column of an old table holds, as its head says.</summary>
internal enum ColumnRole
{
    Text,
    Number,
    Topic,
    Kind,
    Who,
    Due,
    Task,
    Of,
    Status,
    Resolution,
    Vote,
    Yes,
    No,
    Abstained,
}

/// <summary>Reads the heads of the columns of an old table.</summary>
internal static partial class TableColumn
{
    public static ColumnRole RoleOf(string head) => head.Trim().TrimEnd(':', '?', ' ') switch
    {
        var text when Who().IsMatch(text) => ColumnRole.Who,
        var text when Due().IsMatch(text) => ColumnRole.Due,
        var text when Task().IsMatch(text) => ColumnRole.Task,
        var text when Of().IsMatch(text) => ColumnRole.Of,
        var text when Status().IsMatch(text) => ColumnRole.Status,
        var text when Kind().IsMatch(text) => ColumnRole.Kind,
        var text when Topic().IsMatch(text) => ColumnRole.Topic,
        var text when Number().IsMatch(text) => ColumnRole.Number,
        var text when Yes().IsMatch(text) => ColumnRole.Yes,
        var text when No().IsMatch(text) => ColumnRole.No,
        var text when Abstained().IsMatch(text) => ColumnRole.Abstained,
        var text when Resolution().IsMatch(text) => ColumnRole.Resolution,
        var text when Vote().IsMatch(text) => ColumnRole.Vote,
        _ => ColumnRole.Text,
    };

    /// <summary>Whether a row names columns: of who, of votes, of what to do.</summary>
    public static bool IsHead(IReadOnlyList<string> cells)
    {
        if (cells.Count < 2 || cells.Any(cell => cell.Length > 40) || cells.Count(cell => cell.Length > 0) < 2)
            return false;

        var roles = cells.Select(RoleOf).ToList();
        return roles.Contains(ColumnRole.Who)
            || (roles.Contains(ColumnRole.Due) && roles.Contains(ColumnRole.Task))
            || (roles.Contains(ColumnRole.Yes) && roles.Contains(ColumnRole.No))
            || (roles.Any(role => role is ColumnRole.Number or ColumnRole.Topic) && roles.Any(role => role is ColumnRole.Resolution or ColumnRole.Vote or ColumnRole.Kind or ColumnRole.Task))
            || (roles.Contains(ColumnRole.Resolution) && roles.Contains(ColumnRole.Vote) && roles.All(role => role != ColumnRole.Text));
    }

    [GeneratedRegex(@"^(?:wer(?:\s*(?:/|,|macht|und|bis).*)?|verantw.*|zuständig.*|zust\.?|who|name\(n\)|durch|erledigt durch|umsetzung|federführ\w*|kümmer\S*|bearbeit\w*|übernimmt|macht|beauftragte?\S*|ausführung|person(?:en)?|V)$", RegexOptions.IgnoreCase)]
    private static partial Regex Who();

    [GeneratedRegex(@"^(?:(?:bis )?wann|termin|frist|fällig\w*(?: am| bis)?|bis(?: zum)?|(?:zu )?erledigen bis|deadline|ziel(?:termin|datum)|zeit(?:ziel|punkt|rahmen)?|T)$", RegexOptions.IgnoreCase)]
    private static partial Regex Due();

    [GeneratedRegex(@"^(?:was|was ist zu tun|aufgaben?|to-?\s?dos?|maßnahmen?|tätigkeit(?:en)?|aufträge?|auftrag|zu erledigen|zu tun|arbeitsauftrag|nächste schritte|aktion(?:en)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Task();

    [GeneratedRegex(@"^(?:zu(?: TOP| Punkt)?|aus TOP|gehört zu)$", RegexOptions.IgnoreCase)]
    private static partial Regex Of();

    [GeneratedRegex(@"^(?:status|stand|erledigt|ok|fertig|bemerkung(?:en)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Status();

    [GeneratedRegex(@"^(?:art|typ|i/b/e|kategorie|kürzel)$", RegexOptions.IgnoreCase)]
    private static partial Regex Kind();

    [GeneratedRegex(@"^(?:TOPs?|Tagesordnung(?:spunkte?)?|Thema|Themen|Punkte?|Betreff|Gegenstand)$", RegexOptions.IgnoreCase)]
    private static partial Regex Topic();

    [GeneratedRegex(@"^(?:nr\.?|lfd\.?\s*nr\.?|nummer|#|TOP[ -]?Nr\.?|pos\.?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:ja|dafür|pro|j|\+|👍|zustimmung)$", RegexOptions.IgnoreCase)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^(?:nein|dagegen|contra|kontra|n|-|−|👎|ablehnung)$", RegexOptions.IgnoreCase)]
    private static partial Regex No();

    [GeneratedRegex(@"^(?:enth\w*\.?|e|o|🤷|enthaltung(?:en)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Abstained();

    [GeneratedRegex(@"^(?:beschl[uü]ss\w*(?:text)?|antrag|anträge|wortlaut|entscheidung(?:en)?|(?:ergebnis|diskussion)\s*/\s*beschluss|beschluss\s*/.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Resolution();

    [GeneratedRegex(@"^(?:abstimmung(?:sergebnis)?|abst\.?|votum|stimmen|ergebnis|ja\s*[/|-]\s*nein.*|j\s*[/|-]\s*n.*)(?:\s*\(.*\))?$", RegexOptions.IgnoreCase)]
    private static partial Regex Vote();
}
