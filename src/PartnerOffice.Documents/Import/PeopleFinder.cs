using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Reads the lists of who was there, who was excused and who was a guest.</summary>
internal static partial class PeopleFinder
{
    /// <param name="known">What the partnership file knows of a name on that day: id, function, voting right.</param>
    public static IReadOnlyList<Attendee> Find(IReadOnlyList<OldLine> lines, string district, Func<string, KnownName?> known, HashSet<OldLine> used)
    {
        var people = new List<Attendee>();
        AttendanceStatus? status = null;
        var goesOn = false;
        foreach (var line in lines)
        {
            var text = line.Text;
            if (List().Match(text) is { Success: true } head)
            {
                status = StatusOf(head.Groups["word"].Value);
                text = head.Groups["rest"].Value;
            }
            else if (status is null || !(goesOn || line.IsListed) || HeadFinder.IsHeadLine(text) || !LooksLikeNames(text, line))
            {
                status = null;
                continue;
            }

            // A list below its head goes on until something else comes; one beside it only after a comma.
            goesOn = text.Length == 0 || text.TrimEnd().EndsWith(',') || (goesOn && !List().IsMatch(line.Text));
            // What else the line says must not be lost.
            var sentences = Sentences.Of(text);
            if (sentences.Count <= 1)
                used.Add(line);
            foreach (var entry in Split(sentences.Count > 1 ? sentences[0].TrimEnd('.') : text))
            {
                if (Person(entry, status!.Value, district, known) is { } person && !people.Any(other => other.Name == person.Name))
                    people.Add(person);
            }
        }

        return people;
    }

    /// <summary>Whether a line lists who was there.</summary>
    public static bool IsList(string text) => List().IsMatch(text);

    /// <summary>The first name in a value, without what stands beside it.</summary>
    public static string? NameIn(string value) => Split(value).Select(entry => Beside().Replace(entry, "").Trim(' ', '.', '-', '–', '*')).FirstOrDefault(name => name.Length > 1);

    private static Attendee? Person(string entry, AttendanceStatus status, string district, Func<string, KnownName?> known)
    {
        var beside = Bracket().Match(entry).Groups["words"].Value.Trim();
        var name = Beside().Replace(entry, "").Trim(' ', '.', '-', '–', '*', ':');
        // "…; Gast: Gerda Gast" within another list.
        if (GuestBefore().IsMatch(name))
            (status, name) = (AttendanceStatus.Guest, GuestBefore().Replace(name, ""));
        // "die Vorsitzende Anna Beispiel".
        var described = Described().Match(name);
        if (described.Success)
            name = described.Groups["name"].Value;
        if (name.Length < 2 || !char.IsUpper(name[0]) || name.Any(char.IsDigit) || name.Split(' ').Length > 5 || NoName().IsMatch(name))
            return null;

        var function = Dash().Match(entry) is { Success: true } dash ? dash.Groups["words"].Value.Trim() : described.Success ? described.Groups["function"].Value : null;
        if (GuestWord().IsMatch(beside))
            status = AttendanceStatus.Guest;
        else if (OnlineWord().IsMatch(beside) && status == AttendanceStatus.Present)
            status = AttendanceStatus.Online;
        else if (ExcusedWord().IsMatch(beside) && status == AttendanceStatus.Present)
            status = AttendanceStatus.Excused;
        var interval = From().Match(beside) is { Success: true } from ? Span(from, isFrom: true)
            : Until().Match(beside) is { Success: true } until ? Span(until, isFrom: false)
            : null;
        if (interval is null && function is null && beside.Length > 0 && !GuestWord().IsMatch(beside) && !OnlineWord().IsMatch(beside) && !ExcusedWord().IsMatch(beside))
            function = beside;

        var found = known(name);
        return new Attendee(found?.Person, name, function ?? found?.Function, district, status, found?.IsVoting == true && status != AttendanceStatus.Guest, interval is null ? [] : [interval]);
    }

    private static Interval? Span(Match match, bool isFrom)
    {
        var end = match.Groups["top"].Success ? IntervalEnd.AtItem(SpokenNumber.Read(match.Groups["top"].Value)) : SpokenTime.Read(match.Groups["time"].Value).Certain is { } time ? IntervalEnd.At(time) : (IntervalEnd?)null;
        return end is null ? null : isFrom ? new Interval(end, null) : new Interval(null, end);
    }

    /// <summary>The names behind "Frau", "Herr" and the like, wherever they stand.</summary>
    public static IEnumerable<string> Addressed(IEnumerable<OldLine> lines) =>
        lines.SelectMany(line => Address().Matches(line.Text)).Select(match => match.Groups["name"].Value).Distinct();

    // Commas inside brackets part nothing.
    private static IEnumerable<string> Split(string text) => Separator().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0);

    private static bool LooksLikeNames(string text, OldLine line) =>
        text.Length < 300 && (line.IsListed || text.Length < 120) && !Sentence().IsMatch(text) && !NoList().IsMatch(text) && Split(text).All(part => char.IsUpper(part[0]));

    private static AttendanceStatus StatusOf(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower.StartsWith("unentsch", StringComparison.Ordinal) || lower.StartsWith("nicht entsch", StringComparison.Ordinal) ? AttendanceStatus.Unexcused
            : lower.StartsWith("entsch", StringComparison.Ordinal) || lower.StartsWith("abwesend", StringComparison.Ordinal) || lower.StartsWith("nicht ", StringComparison.Ordinal) || lower.StartsWith("es fehl", StringComparison.Ordinal) || lower.StartsWith("fehlend", StringComparison.Ordinal) ? AttendanceStatus.Excused
            : lower.StartsWith("gäst", StringComparison.Ordinal) || lower.StartsWith("gast", StringComparison.Ordinal) ? AttendanceStatus.Guest
            : lower.StartsWith("online", StringComparison.Ordinal) || lower.StartsWith("digital", StringComparison.Ordinal) || lower.StartsWith("per video", StringComparison.Ordinal) ? AttendanceStatus.Online
            : AttendanceStatus.Present;
    }

    [GeneratedRegex(@"^\**(?<word>Anwesen\w*|Teilnehm[\p{L}*:_/]*|Teilnahme|TN|Dabei|Da(?= waren| sind)|Stimmberechtigte?\w*|Online(?: dabei)?|Digital|Per Video\w*|Entschuldigt\w*|(?:Nicht entschuldigt|Unentschuldigt)\w*|Nicht (?:da|dabei|anwesend)(?: waren| sind)?|Abwesend\w*|Fehlend\w*|Es fehl\w+|Gäst[\p{L}*:_/]*|Gast)(?:\s+(?:sind|waren|fehlten|fehlen|mit Stimmrecht|vom Vorstand|[\p{L}*/-]+(?:\s[\p{L}*/-]+)?(?=\s*:)))?(?:\s*\([^)]*\))?\s*(?::|(?<=waren|sind)\s|\s{3,})\s*(?<rest>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex List();

    [GeneratedRegex(@"(?:[,;]|\s+und\s+|\s+sowie\s+|\s\|\s)(?![^(]*\))")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s*\([^)]*\)|\s+[–-]\s+.*$|\s*\[[^\]]*\]")]
    private static partial Regex Beside();

    [GeneratedRegex(@"^(?:als\s+)?(?:die|der|das|den|ihre?|seine?|unsere?)\s+(?<function>(?:\p{Ll}+\s+)*[A-ZÄÖÜ][\p{L}-]+)\s+(?:(?:Frau|Herr)\s+)?(?<name>[A-ZÄÖÜÇŞÉ][\p{L}-]+\s+[A-ZÄÖÜÇŞÉ][\p{L}-]+(?:\s[A-ZÄÖÜÇŞÉ][\p{L}-]+)?)$")]
    private static partial Regex Described();

    [GeneratedRegex(@"\b(?:Frau|Herrn?|Genossin|Genosse|Kollegin|Kollege)\s+(?<name>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)")]
    private static partial Regex Address();

    [GeneratedRegex(@"\((?<words>[^)]*)\)")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\s[–-]\s+(?<words>.+)$")]
    private static partial Regex Dash();

    [GeneratedRegex(@"\bgast\b|gästin", RegexOptions.IgnoreCase)]
    private static partial Regex GuestWord();

    [GeneratedRegex(@"^(?:Gast|Gäst\p{L}*)\s*:\s*", RegexOptions.IgnoreCase)]
    private static partial Regex GuestBefore();

    [GeneratedRegex(@"online|digital|video|zoom|zugeschaltet|telefonisch", RegexOptions.IgnoreCase)]
    private static partial Regex OnlineWord();

    [GeneratedRegex(@"^(?:entsch|e$)", RegexOptions.IgnoreCase)]
    private static partial Regex ExcusedWord();

    [GeneratedRegex(@"\bab (?:TOP\s*(?<top>\w+)|(?:ca\. )?(?<time>\d{1,2}(?:[:.h]\d{2})?))", RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"\bbis (?:TOP\s*(?<top>\w+)|(?:ca\. )?(?<time>\d{1,2}(?:[:.h]\d{2})?))", RegexOptions.IgnoreCase)]
    private static partial Regex Until();

    [GeneratedRegex(@"^(?:siehe|keine?|niemand|alle|Mitglieder|Vorstand|Liste|Anlage|Uhr)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoName();

    [GeneratedRegex(@"^(?:TOP\b|\d|Tagesordnung|Agenda|Beginn|Protokoll)|:$", RegexOptions.IgnoreCase)]
    private static partial Regex NoList();

    [GeneratedRegex(@"\b(?:ist|sind|wird|wurde|werden|hat|haben|berichtet|eröffnet|stellt|begrüßt)\b")]
    private static partial Regex Sentence();
}
