using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Import;

/// <summary>Joins votes that stand one below the other: "Dafür 5", "Dagegen 0", "Enthaltung 1".</summary>
internal static partial class BallotLines
{
    public static IEnumerable<OldLine> Merged(IReadOnlyList<OldLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var end = i;
            while (end < lines.Count && Ballot().IsMatch(lines[end].Text))
                end++;
            if (end - i < 2)
            {
                yield return lines[i];
                continue;
            }

            yield return lines[i] with { Text = string.Join(", ", lines.Skip(i).Take(end - i).Select(line => line.Text.Trim(' ', '*', '.'))) };
            i = end - 1;
        }
    }

    [GeneratedRegex(@"^\W*(?:(?:Ja|Nein|Enthaltung(?:en)?|Enth\.?|Dafür|Dagegen|Enthalten)(?:-?Stimmen?)?\s*[:=–-]?\s*\d{1,3}|\d{1,3}\s*(?:x\s*)?(?:Ja|Nein|Enthaltung(?:en)?|Enth\.?|Dafür|Dagegen)(?:-?Stimmen?)?)(?:\s*Stimmen?)?\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex Ballot();
}
