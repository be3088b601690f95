namespace PartnerOffice.Deliveries;

/// <summary>The ways to take note, in the one line that a message has for them (R17).</summary>
internal static class NoticeWords
{
    /// <param name="page">The personal link; null where messages carry none.</param>
    /// <param name="hasColumn">Whether the library has the column.</param>
    public static string Of(Uri? page, bool hasColumn)
    {
        List<string> ways = ["diese Nachricht mit »ok« beantworten"];
        if (page is not null) ways.Add($"bestätigen unter {page}");
        if (hasColumn) ways.Add("in der Bibliothek die Spalte »Kenntnisnahme« setzen");
        return ways is [var only] ? $"Zur Kenntnis nehmen: {only}." : $"Zur Kenntnis nehmen: {string.Join(", ", ways[..^1])} oder {ways[^1]}.";
    }
}
