using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Finds what minutes say about the meeting itself: day, times, place, chair, minute taker, number.</summary>
internal sealed partial class HeadFinder(List<Finding> questions)
{
    private readonly HashSet<OldLine> used = [];

    public DateOnly? Date { get; private set; }
    public TimeOnly? Start { get; private set; }
    public TimeOnly? End { get; private set; }
    public string? Place { get; private set; }
    public string? Chair { get; private set; }
    public string? MinuteTaker { get; private set; }
    public string? Number { get; private set; }

    /// <summary>The lines that were understood.</summary>
    public IReadOnlySet<OldLine> Used => used;

    public static bool IsHeadLine(string text) => Label().IsMatch(text);

    public void Read(IReadOnlyList<OldLine> lines, IReadOnlyList<OldLine> all, string? fileName)
    {
        ReadDates(lines, all, fileName);
        foreach (var (line, part) in lines.SelectMany(line => SideBySide().Split(line.Text).Select(part => (line, part))))
        {
            if (Label().Match(part) is not { Success: true } label)
                continue;

            var (word, value) = (label.Groups["label"].Value.ToLowerInvariant(), label.Groups["value"].Value.Trim());
            var isUsed = true;
            if (word.StartsWith("ort", StringComparison.Ordinal) || word is "sitzungsort" or "wo")
                Place ??= value;
            else if (ChairWord().IsMatch(word))
                Chair ??= PeopleFinder.NameIn(value);
            else if (word.StartsWith("proto", StringComparison.Ordinal) || word.StartsWith("schriftf", StringComparison.Ordinal))
                MinuteTaker ??= PeopleFinder.NameIn(value);
            else if (word is "beginn" or "anfang" or "start" or "zeit" or "uhrzeit" or "dauer" or "ende" or "schluss" or "sitzungsende" or "sitzungsbeginn")
                isUsed = ReadTimes(line, word, value);
            else if (word.StartsWith("sitzung", StringComparison.Ordinal) || word is "nr" or "nummer")
                Number ??= value;
            else
                isUsed = word is "datum" or "tag" or "sitzungsdatum" or "termin" or "wann";
            // A line is done with only when all that stands side by side in it was understood.
            if (!isUsed)
                used.Remove(line);
            else if (part == line.Text || SideBySide().Split(line.Text).All(other => Label().IsMatch(other)))
                used.Add(line);
        }

        if (lines.Select(line => Span().Match(line.Text)).FirstOrDefault(match => match.Success) is { } span)
        {
            Start ??= SpokenTime.Read(span.Groups["from"].Value).Certain;
            End ??= SpokenTime.Read(span.Groups["until"].Value).Certain;
        }

        foreach (var line in all)
        {
            if (MinuteTaker is null && TakesMinutes().Match(line.Text) is { Success: true } takes)
                MinuteTaker = takes.Groups["who"].Value;
            if (Chair is null && Leads().Match(line.Text) is { Success: true } leads)
                Chair = leads.Groups["who"].Value;
            if (Start is null && Opens().Match(line.Text) is { Success: true } opens)
                Start = SpokenTime.Read(opens.Groups["time"].Value).Certain;
            if (Closes().Match(line.Text) is { Success: true } closes && (End is null || closes.Index >= 0))
                End ??= SpokenTime.Read(closes.Groups["time"].Value).Certain;
        }

        Number ??= lines.Select(line => MeetingNumber().Match(line.Text)).FirstOrDefault(match => match.Success)?.Groups["number"].Value;
    }

    private bool ReadTimes(OldLine line, string word, string value)
    {
        var times = Clock().Matches(value).Select(match => SpokenTime.Read(match.Value)).ToList();
        if (times.Count == 0 && SpokenTime.Read(value) is { Question: { } question })
            questions.Add(Ask(line.Place, question));
        if (times.Count == 0)
            return false;

        if (word is "ende" or "schluss" or "sitzungsende")
            End ??= times[0].Certain;
        else
            Start ??= times[0].Certain;
        if (times.Count > 1 && word is not ("ende" or "schluss" or "sitzungsende"))
            End ??= times[1].Certain;
        return true;
    }

    // The day in the head counts; another one in the title or the file's name is asked about.
    private void ReadDates(IReadOnlyList<OldLine> lines, IReadOnlyList<OldLine> all, string? fileName)
    {
        var said = new List<(DateOnly Day, string Place)>();
        foreach (var line in lines.OrderBy(line => DateLabel().IsMatch(line.Text) ? 0 : 1))
        {
            foreach (var match in Day().Matches(line.Text).ToList())
            {
                var read = SpokenDate.Read(match.Value);
                if (read.Value is { } day)
                    said.Add((day, line.Place));
                else if (read.Question is { } question && DateLabel().IsMatch(line.Text))
                    questions.Add(Ask(line.Place, question));
                if (!DateLabel().IsMatch(line.Text) && !IsTitle(line.Text))
                    said.RemoveAll(entry => entry.Place == line.Place);
            }

            if (DateLabel().IsMatch(line.Text) && said.Any(entry => entry.Place == line.Place))
                used.Add(line);
        }

        if (said.Count == 0 && all.Take(12).Select(line => (line, Match: Day().Match(line.Text))).FirstOrDefault(entry => entry.Match.Success) is { line: not null } first && SpokenDate.Read(first.Match.Value).Value is { } found)
            said.Add((found, first.line.Place));
        if (said.Count == 0 && lines.Take(5).FirstOrDefault(line => IsTitle(line.Text) && FileDay().IsMatch(line.Text)) is { } title && NameDay(FileDay().Match(title.Text)) is { } written)
        {
            said.Add((written, title.Place));
            questions.Add(new Finding("V2", Severity.Warning, title.Place, new Bilingual($"»{FileDay().Match(title.Text).Value}« ist als {written:dd.MM.yyyy} gelesen.", $"\"{FileDay().Match(title.Text).Value}\" was read as {written:dd.MM.yyyy}."), new Bilingual("Den Tag prüfen.", "Check the day.")));
        }

        if (fileName is not null && FileDay().Match(fileName) is { Success: true } name && NameDay(name) is { } named)
            said.Add((named, "Dateiname"));
        if (said.Count == 0)
            return;

        Date = said[0].Day;
        foreach (var (day, place) in said.Where(entry => entry.Day != Date).DistinctBy(entry => entry.Day))
        {
            questions.Add(new Finding(
                "V2",
                Severity.Error,
                place,
                new Bilingual($"Hier steht der {day:dd.MM.yyyy}, im Kopf der {Date:dd.MM.yyyy}. Übernommen ist der Tag aus dem Kopf.", $"This says {day:dd.MM.yyyy}, the head says {Date:dd.MM.yyyy}. The day of the head was taken."),
                new Bilingual("Den richtigen Tag eintragen.", "Enter the right day.")));
        }
    }

    private static DateOnly? NameDay(Match match) =>
        DateOnly.TryParseExact(match.Value.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal), ["yyyyMMdd", "yyMMdd"], out var day) && day.Year is > 1989 and < 2100 ? day : null;

    private static bool IsTitle(string text) => Title().IsMatch(text);

    private static Finding Ask(string place, Bilingual question) =>
        new("V1", Severity.Error, place, question, new Bilingual("Die Angabe im neuen Protokoll eindeutig eintragen.", "Enter it unambiguously in the new minutes."));

    [GeneratedRegex(
        @"^\**(?<label>Datum|Tag|Sitzungsdatum|Sitzungstermin|Wann|Beginn|Anfang|Start|Zeit|Uhrzeit|Dauer|Ende|Schluss|Sitzungsende|Sitzungsbeginn|Ort|Sitzungsort|Wo|(?:Sitzungs|Versammlungs|Gesprächs)?leitung|Mod|Proto|Redeleitung|Leiter(?:\*?in)?|Vorsitz\w*|Moderation|Protokoll(?:führung|ant\S*|führer\S*|)|Schriftführ\w*|Anwesen\w*(?:\s[\p{L}]+)?|Teilnehm\S*|Teilnahme|TN|Anwesenheit|Dabei|Stimmberechtigt\w*|Entschuldigt\w*(?:\s\p{L}+)?|Unentschuldigt\w*|Es fehlen|Abwesend\w*|Fehlend\w*|Gäst\S*|Gast|Form|Sitzung(?: Nr\.?)?|Nr\.?|Nummer|Einladung\w*|Verteiler|Beschlussfähigkeit)(?:\s*\([^)]*\))?(?:\s*[:\t]|\s{3,})\s*(?<value>.*)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    // "Datum: …    Uhrzeit: …    Ort: …".
    [GeneratedRegex(@"(?:\s{2,}|\t|\s[|·•;]\s|,\s(?=(?:Leitung|Moderation|Protokoll)\b))(?=\p{Lu}[\p{L} ]{1,24}:)")]
    private static partial Regex SideBySide();

    [GeneratedRegex(@"leitung|leiter|vorsitz|^mod")]
    private static partial Regex ChairWord();

    [GeneratedRegex(@"^\**(?:Datum|Tag|Sitzungsdatum|Sitzungstermin|Wann|Zeit)\b[^:]*[:\t]", RegexOptions.IgnoreCase)]
    private static partial Regex DateLabel();

    [GeneratedRegex(@"protokoll|niederschrift|sitzung|kreisvorstand|vorstandstreffen|\bvom\b|\bam\b", RegexOptions.IgnoreCase)]
    private static partial Regex Title();

    [GeneratedRegex(@"\b\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})\b|\b\d{1,2}\.\s?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\.?\s\d{4}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/\d{4}\b")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<!\d)(?:(?:19|20)\d{2}[-_]?\d{2}[-_]?\d{2}|\d{6})(?!\d)")]
    private static partial Regex FileDay();

    [GeneratedRegex(@"\d{1,2}(?:[:.h]\d{2})?\s*(?:Uhr|h\b)?|\bhalb \w+", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?:eröffne\w*|beginn\w*|begrüß\w*|Beginn der Sitzung|Sitzungsbeginn)[^.\d]*?(?:(?:um|gegen|ca\.|:)\s*)?(?<![\d:.])(?<time>\d{1,2}(?:[:.h]\d{2})?)\s*(?:Uhr|h\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Opens();

    [GeneratedRegex(@"(?:schließ\w*|schloss|ende\w*|Ende der Sitzung|Sitzungsende)[^.\d]*?(?:(?:um|gegen|ca\.|:)\s*)?(?<![\d:.])(?<time>\d{1,2}(?:[:.h]\d{2})?)\s*(?:Uhr|h\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Closes();

    [GeneratedRegex(@"(?<![\d.])(?<from>\d{1,2}[:.]\d{2})(?:\s*Uhr)?\s*(?:bis|–|-)\s*(?<until>\d{1,2}[:.]\d{2})\s*Uhr")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?) (?:leitet|leitete|moderiert|moderierte|führt durch) (?:die|durch die) (?:Sitzung|Versammlung)|(?:Sitzung|Versammlung) (?:leitet|leitete|moderiert|moderierte) (?:Frau |Herr |Genoss\w+ )?(?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?)")]
    private static partial Regex Leads();

    [GeneratedRegex(@"(?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?) (?:führt|führte|schreibt|schrieb|übernimmt|übernahm) (?:das )?Protokoll\b|Protokoll (?:führt|führte|schreibt|schrieb) (?:Frau |Herr |Genoss\w+ )?(?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?)")]
    private static partial Regex TakesMinutes();

    [GeneratedRegex(@"(?:Protokoll|Sitzung)\s*(?:Nr\.?|Nummer)\s*(?<number>[\w/.-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex MeetingNumber();
}
