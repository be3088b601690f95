using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>V20: words about health, absence, proceedings, applications and salaries that the partner would read.</summary>
internal sealed partial class SensitiveWordRules : IMinutesRule
{
    private const string Rule = "V20";

    private static readonly (Regex Words, string German, string English)[] Subjects =
    [
        (Health(), "Gesundheit", "health"),
        (Absence(), "Gründe einer Abwesenheit", "reasons of an absence"),
        (Proceedings(), "ein Parteiverfahren", "proceedings of the party"),
        (Membership(), "Mitgliedsangelegenheiten", "membership matters"),
        (Employment(), "Gehalt oder Personal", "salary or staff"),
    ];

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        foreach (var place in given.Words.Where(word => word.IsForPartner).GroupBy(word => word.Place))
        {
            // One passage, one question, whatever number of such words stands in it.
            foreach (var (words, german, english) in Subjects)
            {
                if (place.Select(word => words.Match(word.Text)).FirstOrDefault(match => match.Success) is not { } found)
                    continue;

                yield return Sensitive(found.Value, german, english).Hint(Rule, place.Key);
                break;
            }
        }
    }

    private static Advice Sensitive(string words, string subject, string english) => new(
        $"»{Quoting.Short(words)}« klingt nach: {subject}. Der Partner würde es lesen.", $"\"{Quoting.Short(words)}\" sounds like {english}. The partner would read it.",
        "Prüfen, ob die Stelle im Vorstand bleiben soll, und sie dann kennzeichnen.", "Check whether the passage should stay in the board, and mark it then.");

    // Hospitals, health policy and minimum wages are politics, not people: only words about somebody's own case.
    [GeneratedRegex(@"\b(?:krank|erkrankt\w*|Erkrankung\w*|krankheitsbedingt\w*|Krankheitsgr\w+|Krankmeldung\w*|krankgemeldet|krankgeschrieben\w*|gesundheitliche[nrs]?\s+Gr\w+|schwanger|Schwangerschaft|Mutterschutz|Diagnose|Burn-?out|Therapie|Reha)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Health();

    [GeneratedRegex(@"\b(?:entschuldigt|fehlt|abwesend|verhindert)\s+(?:sich\s+)?(?:wegen|weil|aufgrund)\b|\baus\s+(?:familiären|privaten|persönlichen|beruflichen)\s+Gründen\b|\bElternzeit\b|\b(?:ist|war)\s+im\s+Urlaub\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Absence();

    [GeneratedRegex(@"\b(?:Parteiausschluss\w*|Ausschlussverfahren\w*|Ausschlussantr\w+|Schiedskommission\w*|Schiedsverfahren\w*|Ordnungsmaßnahme\w*|Parteiordnungsverfahren\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Proceedings();

    [GeneratedRegex(@"\b(?:Aufnahmeantr\w+|Mitgliedsantr\w+|Beitrittserklärung\w*|Austrittserklärung\w*|Parteiaustritt\w*|Mitgliederangelegenheit\w*|Beitragsrückst\w+|Beitragsschuld\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Membership();

    [GeneratedRegex(@"\b(?:Gehalt|Gehalts\w+|Gehälter\w*|Arbeitsvertr\w+|Abmahnung\w*|Entgeltgruppe\w*|Eingruppierung\w*|Abfindung\w*|Personalgespräch\w*|Bewerbungsgespräch\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Employment();
}
