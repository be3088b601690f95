using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>Turns the signs and turns of phrase of a vote into its plain words: 👍 5 is "ja 5", "alle dafür" is "einstimmig", "+5/-1/0" has labels.</summary>
internal static partial class VoteSigns
{
    /// <param name="text">In small letters.</param>
    public static string Worded(string text)
    {
        var worded = Plus().Replace(text, " ja ${yes} nein ${no} enthaltung ${abstained} ");
        worded = Signs(worded);
        worded = LettersFirst().Replace(worded, match => $" ja {match.Groups["yes"].Value} nein {match.Groups["no"].Value} enthaltung {Figure(match.Groups["abstained"])} ");
        worded = LettersLast().Replace(worded, match => $" {match.Groups["yes"].Value} ja {match.Groups["no"].Value} nein {Figure(match.Groups["abstained"])} enthaltung ");
        if (!Rejected().IsMatch(worded))
            worded = WithVoices().Replace(worded, "mit ${yes} ja ");
        worded = OneAgainst().Replace(worded, "nein");
        worded = AgainstVoiceOf().Replace(worded, "1 gegenstimme ");
        worded = AbstentionOf().Replace(worded, "1 enthaltung ");
        worded = NotCarried().Replace(worded, " abgelehnt ");
        worded = Carried().Replace(worded, " angenommen ");
        return All().Replace(worded, " einstimmig ");
    }

    // "👍 5 👎 1" or "5 👍 1 👎": the first sign says which way it is written.
    private static string Signs(string text)
    {
        if (AnySign().Match(text) is not { Success: true } first)
            return text;

        var form = FigureBefore().IsMatch(text[..first.Index]) ? SignLast() : SignFirst();
        return form.Replace(text, match => $" {match.Groups["figure"].Value} {(match.Groups["yes"].Success ? "ja" : match.Groups["no"].Success ? "nein" : "enthaltung")} ");
    }

    private static string Figure(Group group) => group.Success ? group.Value : "0";

    // "+5/-1/0", "+5 −1 ±1".
    [GeneratedRegex(@"(?<![\w+])\+\s?(?<yes>\d{1,3})[\s/,;|·]*[-–−]\s?(?<no>\d{1,3})[\s/,;|·]*(?:[o±~=○]\s?)?(?<abstained>\d{1,3})(?!\d)")]
    private static partial Regex Plus();

    private const string Sign = @"(?:(?<yes>👍|✅|✔|✓|☑|🟢|🙋)|(?<no>👎|❌|✗|✘|✖|☒|🔴)|(?<abstained>🤷|✋|🤔|😐|⚪|🟡|⭕|➖|🤐|◯))(?:\uD83C[\uDFFB-\uDFFF])?[♀♂]?\uFE0F?";

    // A sign counts only beside a figure.
    [GeneratedRegex(Sign)]
    private static partial Regex AnySign();

    [GeneratedRegex(@"\d\s*[x×]?\s*$")]
    private static partial Regex FigureBefore();

    [GeneratedRegex(Sign + @"\s*[:=x×]?\s*(?<figure>\d{1,3})(?!\d)")]
    private static partial Regex SignFirst();

    [GeneratedRegex(@"(?<!\d)(?<figure>\d{1,3})\s*[x×]?\s*" + Sign)]
    private static partial Regex SignLast();

    // "J 5 / N 1 / E 0", "J:5 N:1".
    [GeneratedRegex(@"(?<!\p{L})j\s*[:=.]?\s*(?<yes>\d{1,3})[\s/,;|·]+n\s*[:=.]?\s*(?<no>\d{1,3})(?:[\s/,;|·]+e(?:nth\.?)?\s*[:=.]?\s*(?<abstained>\d{1,3}))?(?!\d)")]
    private static partial Regex LettersFirst();

    // "5J/1N/0E".
    [GeneratedRegex(@"(?<![\d\p{L}])(?<yes>\d{1,3})\s*j[\s/,;|·]+(?<no>\d{1,3})\s*n(?:[\s/,;|·]+(?<abstained>\d{1,3})\s*e)?(?!\p{L})")]
    private static partial Regex LettersLast();

    // "mit 6 Stimmen bei 1 Enthaltung genehmigt": six for it.
    [GeneratedRegex(@"\bmit (?<yes>\d{1,3}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf) stimmen\b(?=\s*(?:,|und|bei|angenommen|genehmigt|beschlossen|gebilligt|$))(?!\s*(?:,|und)\s*(?:dafür|dagegen))")]
    private static partial Regex WithVoices();

    [GeneratedRegex(@"\babgelehnt\b|\bablehn|\blehnt\b|\bverworfen\b")]
    private static partial Regex Rejected();

    // "1 Ablehnung" is a vote, "Ablehnung" alone an outcome.
    [GeneratedRegex(@"(?<=\b(?:\d{1,3}|eine|keine) )ablehnung\b")]
    private static partial Regex OneAgainst();

    [GeneratedRegex(@"\bgegen (?:die|eine) stimme (?:von|des|der)\s+")]
    private static partial Regex AgainstVoiceOf();

    [GeneratedRegex(@"(?<=\bbei )(?:stimm)?enthaltung (?:von|des|der)\s+")]
    private static partial Regex AbstentionOf();

    [GeneratedRegex(@"\b(?:also|damit|somit|d\.\s?h\.) nein\b|\b(?:fällt|fiel) (?:\w+ )?durch\b|\b(?:geht|ging|kommt|kam) (?:\w+ )?nicht durch\b|\b(?:verfehlt|verfehlte) die (?:\w+ )?mehrheit\b|\b(?:ohne|nicht die) (?:erforderliche )?mehrheit\b|\bkeine (?:erforderliche )?mehrheit\b|\bstimmengleichheit\b|\bmehrheitlich dagegen\b")]
    private static partial Regex NotCarried();

    [GeneratedRegex(@"\b(?:also|damit|somit) ja\b|\b(?:geht|ging|kommt|kam) (?:\w+ )?durch\b|\bmehrheitlich dafür\b")]
    private static partial Regex Carried();

    [GeneratedRegex(@"\balle(?:n)?\b(?: (?:\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|anwesenden?|stimmberechtigten|mitglieder|vorstandsmitglieder))* (?:(?:sind|waren|stimmen|stimmten) )?dafür\b|\balle(?: \w+){0,2} stimm(?:en|ten)(?: \w+){0,2} zu\b|\bstimm(?:en|ten) (?:(?:wieder|auch) )?alle\b(?: (?:\d+|\w+)){0,2}(?: (?:dafür|zu))?|\bmit (?:den stimmen aller|allen (?:abgegebenen )?stimmen)\b(?: \w*(?:anwesenden|mitglieder))?|\bohne (?:widerspruch|gegenrede)\b|\bim konsens\b|\bkonsens\b(?=\s*[.)\]]?$)")]
    private static partial Regex All();
}
