namespace PartnerOffice.Core;

/// <summary>What a check comes to, in one sentence (R15).</summary>
public static class CheckSum
{
    /// <summary>The sentence for these findings.</summary>
    public static Bilingual Of(IReadOnlyList<JudgedFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);

        var open = findings.Where(judged => judged.IsOpen).ToList();
        var stops = open.Count(judged => judged.Finding.Weight == FindingWeight.Stops);
        var hints = findings.Count(judged => judged.Finding.Severity == Severity.Warning);
        return (stops, open.Count, hints) switch
        {
            (0, 0, 0) => new("Es ist nichts offen; das Protokoll kann freigegeben werden.", "Nothing is open; the minutes can be released."),
            (0, 0, _) => new("Das Protokoll kann freigegeben werden; die Hinweise vorher ansehen.", "The minutes can be released; look at the hints before."),
            (0, 1, _) => new("Noch eine Stelle ist zu berichtigen oder zu begründen.", "One place is to be corrected, or needs a reason."),
            (0, var some, _) => new($"Noch {some} Stellen sind zu berichtigen oder zu begründen.", $"{some} places are to be corrected, or need a reason."),
            (1, _, _) => new("Eine Stelle hält die Freigabe auf.", "One place holds back the release."),
            _ => new($"{stops} Stellen halten die Freigabe auf.", $"{stops} places hold back the release."),
        };
    }
}
