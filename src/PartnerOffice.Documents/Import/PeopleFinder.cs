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
            var sentences = Sentences.Of(line.Text);
            var understood = 0;
            foreach (var (sentence, index) in sentences.Select((sentence, index) => (sentence, index)))
            {
                var text = sentence;
                var goesOnIfNobody = false;
                if ((List().Match(sentence) is { Success: true } list ? list : sentences.Count == 1 && (line.IsBold || line.HeadingLevel > 0) ? ListAlone().Match(sentence) : Match.Empty) is { Success: true } head)
                {
                    status = StatusOf(head.Groups["word"].Value);
                    text = head.Groups["rest"].Value;
                    goesOn = text.Length == 0;
                    goesOnIfNobody = true;
                }
                else if (index > 0 || status is null || !(goesOn || !line.IsParagraph || Split(text).All(part => FullName().IsMatch(Beside().Replace(part, "").Trim()))) || line.HeadingLevel > 0 || ListAlone().IsMatch(text) || HeadFinder.IsHeadLine(text) || !LooksLikeNames(text, line))
                {
                    status = null;
                    continue;
                }

                understood++;
                goesOn |= text.TrimEnd().EndsWith(',');
                var of = status!.Value;
                // "6 (Paul Pose, Rita Rauch …)".
                if (Counted().Match(text) is { Success: true } counted)
                    text = counted.Groups["names"].Value;
                var before = people.Count;
                foreach (var entry in Split(text.TrimEnd('.')))
                {
                    // "…; verhindert war Pit Posse" within another list.
                    var (said, name) = StatusBefore().Match(entry) is { Success: true } other ? (StatusOf(other.Groups["word"].Value), entry[other.Length..]) : (of, entry);
                    of = said;
                    if (Person(name, of, district, known) is { } person && !people.Any(found => found.Name == person.Name))
                        people.Add(person);
                }

                // Points below the head are its list only where the head itself named nobody.
                if (goesOnIfNobody)
                    goesOn |= people.Count == before;
            }

            // What else the line says must not be lost.
            if (understood > 0 && understood == sentences.Count)
                used.Add(line);
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
        var name = InitialsBefore().Replace(Beside().Replace(entry, "").Trim(' ', '.', '-', '–', '*', ':'), "");
        // "die Vorsitzende Anna Beispiel", "Kassiererin Frau Dr. Nadja Nirgends".
        var described = Described().Match(name);
        if (described.Success)
            name = described.Groups["name"].Value;
        // "AB (Alma Blend)".
        if (Short().IsMatch(name) && FullName().IsMatch(beside))
            (name, beside) = (beside, "");
        if (name.Contains('?', StringComparison.Ordinal) || BoardTitle.IsTitle(name) || name.Length < 2 || !char.IsUpper(name[0]) || name.Any(char.IsDigit) || name.Split(' ').Length > 5 || NoName().IsMatch(name))
            return null;

        var function = Dash().Match(entry) is { Success: true } dash ? dash.Groups["words"].Value.Trim() : described.Success && described.Groups["function"].Value.Trim() is { Length: > 0 } said ? said : null;
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

    /// <summary>The names behind an @, and those in a column of who.</summary>
    public static IEnumerable<string> Mentioned(IEnumerable<OldLine> lines) =>
        lines.SelectMany(line => Mention().Matches(line.Text).Concat(Assigned().Matches(line.Text)).Select(match => match.Groups["name"].Value).Concat(line.Who is { } who && Alone().Match(who) is { Success: true } alone ? [alone.Groups["name"].Value] : [])).Distinct();

    // Commas inside brackets part nothing.
    private static IEnumerable<string> Split(string text) => Separator().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0);

    private static bool LooksLikeNames(string text, OldLine line) =>
        text.Length < 300 && (line.IsListed || text.Length < 120) && !Sentence().IsMatch(text) && !NoList().IsMatch(text) && Split(text).All(part => char.IsUpper(part[0]) || StatusBefore().IsMatch(part) || char.IsUpper(InitialsBefore().Replace(part, "")[0])) && !OrdinaryWord().IsMatch(Beside().Replace(text, ""));

    private static AttendanceStatus StatusOf(string word)
    {
        var lower = word.ToLowerInvariant();
        return lower.StartsWith("unentsch", StringComparison.Ordinal) || lower.StartsWith("nicht entsch", StringComparison.Ordinal) ? AttendanceStatus.Unexcused
            : AbsentWord().IsMatch(lower) ? AttendanceStatus.Excused
            : lower.Contains("gast", StringComparison.Ordinal) || lower.Contains("gäst", StringComparison.Ordinal) ? AttendanceStatus.Guest
            : OnlineWord().IsMatch(lower) ? AttendanceStatus.Online
            : AttendanceStatus.Present;
    }

    [GeneratedRegex(@"^\**(?<word>Anwesen\w*|Anw\.?|Teilnehm[\p{L}*:_/]*|Teilnahme|Teilgenommen|Es (?:nahmen teil|haben teilgenommen)|Mitgewirkt haben|TN|Mit dabei|Dabei|Vor Ort|Präsenz|Da(?= waren| sind|\s*:|\s{2,})|Stimmberechtigte?\w*|Beratend\w*|Vorstandsmitglieder|Vorstand(?=\s*:\s*\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?(?: \([^)]*\))?,)|Mitglieder|In der Runde|Kürzel|Namenskürzel|Es waren|Online(?: dabei)?|Digital|Per (?:Video|Telefon)\w*|Zugeschaltet|Entschuldigt\w*|Entsch\.?|(?:Nicht entschuldigt|Unentschuldigt)\w*|Unentsch\.?|Verhindert|Abgemeldet|Nicht (?:da|dabei|anwesend)(?: waren| sind)?|Abwesend\w*|Fehlend\w*|Fehl(?:t|en|te|ten)|Es (?:fehl|haben gefehlt|hat gefehlt)\w*|Gefehlt|Krank|Wer\?(?=\s*:)|Wer (?:nicht|fehlt)\??(?=\s*:)|(?:(?:Zu|Als) )?(?:Gäst[\p{L}*:_/]*|Gast)|Weiterhin anwesend|Außerdem(?: anwesend| dabei)?|Ferner(?: anwesend)?)(?:\s+(?:sind|ist|waren|war|haben|hat|fehlte|fehlten|fehlen|da|dabei|anwesend|mit Stimmrecht|vom Vorstand|[\p{L}*/-]+(?:\s[\p{L}*/-]+)?(?=\s*:)))?(?:\s*\([^)]*\))?\s*(?::|(?<=\b(?:waren|sind|war|ist|haben|hat|fehlte|fehlten))\s|\s{3,})\s*(?<rest>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex List();

    [GeneratedRegex(@"(?:[,;]|\s+und\s+|\s+sowie\s+|\s\|\s)(?![^(]*\))")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s*\([^)]*\)|\s+[–-]\s+.*$|\s*\[[^\]]*\]")]
    private static partial Regex Beside();

    [GeneratedRegex(@"^(?:(?:als|sowie|auch|ferner|die|der|das|den|ihre?|seine?|unsere?)\s+)*(?<function>(?:\p{Ll}+\.?\s+)*(?:" + BoardTitle.Words + @")(?:\s+a\.\s?D\.)?|(?<=^(?:als\s+)?(?:die|der|das|den|ihre?|seine?|unsere?)\s+)(?:\p{Ll}+\s+)*[A-ZÄÖÜ][\p{L}-]+)?\s*(?:(?:Frau|Herrn?|Genossin|Genosse|Kollegin|Kollege)\s+)?(?<name>(?:(?:Dr|Prof)\.\s+)*[A-ZÄÖÜÇŞÉ][\p{L}-]+(?:\s[A-ZÄÖÜÇŞÉ][\p{L}-]+){0,2})$")]
    private static partial Regex Described();

    [GeneratedRegex(@"\b(?:Frau|Herrn?|Genossin|Genosse|Kollegin|Kollege)\s+(?:(?:Dr|Prof)\.\s+)*(?<name>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?)")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\w.])@(?<name>\p{Lu}[\p{L}-]+)")]
    private static partial Regex Mention();

    // "Can: Teams einteilen (27.01.)": a name, what to do, and a day at the end.
    [GeneratedRegex(@"^\W*(?:(?:To-?do|Aufgabe|Zu tun|Auftrag)\s*:\s*)?(?!(?:Termin|Datum|Beschluss|Antrag|Ort|Beginn|Ende|Frist|Sitzung|Protokoll|Vorschlag|Abstimmung|Ergebnis|Info|Hinweis|Anlage|Aufgabe|Nächste\w*|\w+tag|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b)(?<name>\p{Lu}\p{Ll}{2,})\s*[:–-]\s+.*\p{Ll}(?:en|ern|eln)\s*(?:\(|,\s|–\s|-\s)?(?:bis\s+)?(?:zum\s+)?(?:\d{1,2}\.\s?\d{1,2}\.(?:\d{2,4})?|morgen|sofort)\)?\s*$")]
    private static partial Regex Assigned();

    // "Dirk, 30.9." and "Clara Probe"; "alle" and "Beschluss" are nobody.
    [GeneratedRegex(@"^(?!(?:Alle|Vorstand|Beschluss|Info|Bericht|Termin|Team|Der|Die|Das|Wer|Offen)\b)(?<name>\p{Lu}\p{Ll}[\p{L}-]+(?:\s\p{Lu}\p{Ll}[\p{L}-]+)?)\s*(?:,|$)")]
    private static partial Regex Alone();

    [GeneratedRegex(@"\((?<words>[^)]*)\)")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\s[–-]\s+(?<words>.+)$")]
    private static partial Regex Dash();

    [GeneratedRegex(@"\bgast\b|gästin", RegexOptions.IgnoreCase)]
    private static partial Regex GuestWord();

    [GeneratedRegex(@"^(?:und\s+)?(?<word>(?:un)?entschuldigt|entsch\.|verhindert|abwesend|abgemeldet|(?:es )?fehl(?:t|te|ten|en|end)|nicht (?:da|dabei|anwesend)|online|digital|(?:als |zu )?(?:Gast|Gäst\p{L}*))(?:\s+(?:war(?:en)?|ist|sind|hat(?: sich)?|haben(?: sich)?))?(?:\s*:\s*|\s+)(?=\S)", RegexOptions.IgnoreCase)]
    private static partial Regex StatusBefore();

    [GeneratedRegex(@"^(?:entsch|krank|wer nicht|wer fehlt|gefehlt|es haben gef|es hat gef|abwesend|abgemeldet|verhindert|nicht |es fehl|fehl)")]
    private static partial Regex AbsentWord();

    // "BB  Balduin Bluff" in a key.
    [GeneratedRegex(@"^\p{Lu}\p{L}{0,2}\.?\s*(?:=|:|–|-|\s)\s*(?=\p{Lu}[\p{L}-]+\s+\p{Lu})(?<!\b(?:Dr)\.?\s*)")]
    private static partial Regex InitialsBefore();

    [GeneratedRegex(@"online|digital|video|zoom|zugeschaltet|telefon|tel\.", RegexOptions.IgnoreCase)]
    private static partial Regex OnlineWord();

    [GeneratedRegex(@"^(?:entsch|e$)", RegexOptions.IgnoreCase)]
    private static partial Regex ExcusedWord();

    [GeneratedRegex(@"\bab (?:TOP\s*(?<top>\w+)|(?:ca\. )?(?<time>\d{1,2}(?:[:.h]\d{2})?))", RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"\bbis (?:TOP\s*(?<top>\w+)|(?:ca\. )?(?<time>\d{1,2}(?:[:.h]\d{2})?))", RegexOptions.IgnoreCase)]
    private static partial Regex Until();

    [GeneratedRegex(@"^(?:siehe|keine?|niemand|alle|Mitglieder|Vorstand|Liste|Anlage|Uhr|TOP|Die|Der|Das|Den|Es|Ein|Eine|Zur|Zum|Als|Beschlussfähig\w*|Protokoll\w*|Sitzung\w*)\b|\b(?:Personen|Mitglieder|Stimmen|Gäste)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoName();

    // A heading "Anwesend" over the names.
    [GeneratedRegex(@"^(?<word>Anwesen\w*|Teilnehm\S*|Teilnahme|Entschuldigt\w*|Unentschuldigt\w*|Abwesend\w*|Es fehlen|Gäste|Gast|Online)(?:\s\p{L}+)?(?<rest>)$", RegexOptions.IgnoreCase)]
    private static partial Regex ListAlone();

    [GeneratedRegex(@"^\d{1,3}\s*(?:Personen|Mitglieder|Stimmberechtigte)?\s*(?:\(|:\s*)(?<names>[^)]*)\)?\.?$")]
    private static partial Regex Counted();

    [GeneratedRegex(@"^\p{Lu}{2,3}$")]
    private static partial Regex Short();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}[\p{L}-]*(?:\s\p{Lu}\p{Ll}[\p{L}-]*){1,2}$")]
    private static partial Regex FullName();

    // Names have no small words but these.
    [GeneratedRegex(@"(?<![\p{L}.*/-])(?!(?:und|sowie|stellv|von|van|de|der|den|die|das|zu|ab|bis|entsch|entschuldigt|verhindert|abwesend|online|digital|als|war|waren|ist|sind|fehlt|fehlte|fehlten|es|per)\b)\p{Ll}{2,}")]
    private static partial Regex OrdinaryWord();

    [GeneratedRegex(@"^(?:TOP\b|\d|[IVX]{1,4}[.)]|[A-Z][.)]\s(?=\p{Lu}\p{Ll}+(?:,|$))|Tagesordnung|Agenda|Beginn|Protokoll)|:$", RegexOptions.IgnoreCase)]
    private static partial Regex NoList();

    [GeneratedRegex(@"\b(?:ist|sind|wird|wurde|werden|hat|haben|berichtet|eröffnet|stellt|begrüßt)\b")]
    private static partial Regex Sentence();
}
