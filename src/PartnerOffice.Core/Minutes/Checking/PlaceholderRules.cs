using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>V1: text of the template that nobody replaced.</summary>
internal sealed partial class PlaceholderRules : IMinutesRule
{
    private const string Rule = "V1";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given) => given.Words
        .Select(word => (word.Place, Found: Placeholder().Match(word.Text)))
        .Where(word => word.Found.Success)
        .DistinctBy(word => word.Place)
        .Select(word => LeftOver(word.Found.Value.Trim()).NeedsReason(Rule, word.Place));

    private static Advice LeftOver(string text) => new(
        $"Hier steht noch Platzhaltertext: »{Quoting.Short(text)}«.", $"Placeholder text is left here: \"{Quoting.Short(text)}\".",
        "Den Platzhalter ersetzen oder löschen.", "Replace the placeholder, or delete it.");

    [GeneratedRegex(
        @"TT\.MM\.(?:JJJJ|JJ)\b|\bHH:MM\b|\bXXX+\b|_{3,}|\?{2,}|\.{4,}|…{2,}|\bTODO\b|\bTBD\b|\blorem ipsum\b"
        + @"|\bKlicken oder tippen\b[^.]{0,40}|\bHier (?:klicken|eingeben|eintragen|einfügen)\b|\b(?:Text|Name|Datum|Betrag) (?:hier )?(?:eingeben|eintragen|einfügen|ergänzen)\b|\bbitte (?:ausfüllen|ergänzen)\b"
        + @"|\bClick or tap\b[^.]{0,40}"
        + @"|[\[<](?:Name|Vorname|Datum|Ort|Titel|Text|Betrag|Nr\.?|Nummer|Thema|Uhrzeit|Person|Funktion|Wortlaut)[\]>]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
