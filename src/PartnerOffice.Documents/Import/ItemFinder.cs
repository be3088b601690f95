using System.Globalization;
using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Finds the agenda items of minutes of any shape: "TOP 1", "1)", "1.", headings, titles of the agenda, or prose that moves on.</summary>
internal static partial class ItemFinder
{
    private const int LongestTitle = 130;
    private const int TitleLines = 5;

    private static readonly string[] Ordinals = ["erster", "zweiter", "dritter", "vierter", "fünfter", "sechster", "siebter", "achter", "neunter", "zehnter", "elfter", "zwölfter"];

    public static OldParts Find(IReadOnlyList<OldLine> lines)
    {
        var (agendaStart, agendaEnd) = AgendaOf(lines);
        var agenda = lines.Skip(agendaStart).Take(agendaEnd - agendaStart).ToList();
        var titles = agenda.Select(line => Folded(Numbered(line.Text)?.Title ?? line.Text)).Where(title => title.Length > 2).ToHashSet();
        var body = lines.Take(agendaStart).Concat(lines.Skip(agendaEnd)).ToList();

        var (headingLevel, listLevel) = (HeadingLevelOf(body), body.Where(IsCounted).Select(line => line.ListLevel).DefaultIfEmpty().Min());
        var counted = ItemSequence.Of(body, isBare: false);
        var bare = ItemSequence.Of(body, isBare: true);
        var ways = new (string How, Func<OldLine, (string? Number, string Title)?> Heading)[]
        {
            ("TOP", line => Top().Match(line.Text) is { Success: true } top && IsTopTitle(line, top.Groups["title"].Value) ? (SpokenNumber.Read(top.Groups["number"].Value), top.Groups["title"].Value) : null),
            ("TOP in Worten", line => InWords().Match(line.Text) is { Success: true } words ? ((Array.IndexOf(Ordinals, words.Groups["ordinal"].Value.ToLowerInvariant()) + 1).ToString(CultureInfo.InvariantCulture), words.Groups["title"].Value) : null),
            ("Buchstaben und römische Zahlen", line => counted.TryGetValue(line, out var heading) ? heading : null),
            ("Titel der Tagesordnung", line => ByAgenda(line, titles)),
            ("Nummern", line => Numbered(line.Text) is { } numbered && IsTitle(line, numbered.Title) ? numbered : null),
            ("Zahlen ohne Punkt", line => bare.TryGetValue(line, out var heading) ? heading : null),
            ("nummerierte Zeilen", line => IsCounted(line) && line.ListLevel == listLevel ? (null, line.Text) : null),
            ("Überschriften", line => line.HeadingLevel >= headingLevel && headingLevel > 0 && !(line.HeadingLevel > headingLevel && IsLabelOnly(line.Text)) ? HeadNumbered(line.Text) : null),
            ("fette Zeilen", line => line.IsBold && IsTitle(line, line.Text) && !HeadFinder.IsHeadLine(line.Text) && !IsLabelAlways(line.Text) && !VoteFinder.IsLabelled(line.Text) && !ActionFinder.IsLabelled(line.Text) ? HeadNumbered(line.Text) : null),
            ("Vorspann mit Doppelpunkt", line => RunIn().Match(line.Text) is { Success: true } runIn && !HeadFinder.IsHeadLine(line.Text) && !IsLabel(runIn.Groups["title"].Value) ? (null, runIn.Groups["title"].Value) : null),
            ("Wendungen des Textes", line => Moves().IsMatch(line.Text) ? (null, line.Text) : null),
        };

        // Where most headings have no number, numbered lines are points below them.
        var headings = body.Where(line => line.HeadingLevel > 0 && line.HeadingLevel == headingLevel).ToList();
        if (headings.Count >= 3 && headings.Count(line => Numbered(line.Text) is not null || line.IsNumbered) * 2 < headings.Count)
            ways = [.. ways[..4], ways.First(way => way.How == "Überschriften"), .. ways[4..].Where(way => way.How != "Überschriften")];

        foreach (var (how, heading) in ways)
        {
            var found = body.Select((line, index) => (Line: line, Index: index, Heading: heading(line))).Where(candidate => candidate.Heading is not null && !HeadFinder.IsHeadLine(candidate.Line.Text) && !IsAboutAll(candidate.Line.Text, candidate.Index) && !IsNoItem(candidate.Heading!.Value.Title)).ToList();
            found = [.. found.Skip(AnnouncedFirst([.. found.Select(candidate => (candidate.Index, candidate.Heading!.Value))]))];
            if (how == "Nummern")
                found = [.. found.Where((candidate, at) => !IsPointOfList([.. found.Select(other => (other.Line, other.Index, other.Heading!.Value.Number))], at))];
            if (found.Count >= 2)
            {
                // Prose begins with its first topic, whatever its first words are.
                var first = how == "Wendungen des Textes" ? FirstProse(body, found[0].Index) : found[0].Index;
                var starts = SubItems.Among(body, [.. found.Select(candidate => (candidate.Index, candidate.Heading!.Value))]);
                if (first < found[0].Index)
                    starts.Insert(0, (first, (null, body[first].Text)));
                return Cut(body, agenda, starts, how, isProse: how == "Wendungen des Textes");
            }
        }

        if (body.Select((line, index) => (Index: index, Heading: ways[0].Heading(line))).Where(candidate => candidate.Heading is not null).Select(candidate => (candidate.Index, candidate.Heading!.Value)).ToList() is { Count: 1 } single)
            return Cut(body, agenda, single, "TOP", isProse: false);

        var prose = body.Select((line, index) => (line, index)).Where(entry => entry.line.IsParagraph && entry.line.Text.Length > 60 && !HeadFinder.IsHeadLine(entry.line.Text) && !PeopleFinder.IsList(entry.line.Text)).Select(entry => (entry.index, ((string?)null, entry.line.Text))).ToList();
        return Cut(body, agenda, prose.Count > 0 ? prose : [(0, (null, "Protokoll"))], "Absätze", isProse: true);
    }

    /// <summary>A title as it is compared: letters and digits only.</summary>
    public static string Folded(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static OldParts Cut(IReadOnlyList<OldLine> body, IReadOnlyList<OldLine> agenda, List<(int Index, (string? Number, string Title) Heading)> starts, string how, bool isProse)
    {
        var items = new List<OldItem>();
        for (var i = 0; i < starts.Count; i++)
        {
            var (index, (number, title)) = starts[i];
            var end = i + 1 < starts.Count ? starts[i + 1].Index : body.Count;
            var (shown, rest) = isProse ? (ProseTitle(title), body[index].Text) : body[index].HeadingLevel > 0 && title.Length <= LongestTitle ? (title.Trim().TrimEnd(':'), "") : TitleAndRest(body[index].Text, title);
            List<OldLine> text = [.. rest.Length > 0 ? [body[index] with { Text = rest, HeadingLevel = 0, IsBold = false }] : Array.Empty<OldLine>(), .. body.Skip(index + 1).Take(end - index - 1)];
            if (rest.Length == 0 && (body[index].Who ?? body[index].Due) is not null)
                text.Insert(0, body[index]);
            if (shown.Length == 0 && number is not null)
                shown = AnnouncedTitle(agenda, number) ?? "";
            items.Add(new OldItem(number is { Length: > 0 } ? number : (i + 1).ToString(CultureInfo.InvariantCulture), shown.Length == 0 ? "ohne Titel" : shown, body[index].Place, text));
        }

        return new OldParts([.. body.Take(starts[0].Index)], agenda, WithTheirTasks(items), how);
    }

    // A list of tasks at the end names the item of each; there it belongs.
    private static List<OldItem> WithTheirTasks(List<OldItem> items)
    {
        OldItem? Home(OldLine line) => line.OfItem is { } of ? items.FirstOrDefault(item => item.Number == SpokenNumber.Read(of)) : null;
        var moved = items.SelectMany(item => item.Lines.Where(line => Home(line) is { } home && home != item).Select(line => (Home: Home(line)!, Line: line))).ToList();
        return moved.Count == 0 ? items : [.. items.Select(item => item with { Lines = [.. item.Lines.Where(line => moved.All(move => move.Line != line)), .. moved.Where(move => move.Home == item).Select(move => move.Line)] })];
    }

    // "zu 3." says its title in the agenda only.
    private static string? AnnouncedTitle(IReadOnlyList<OldLine> agenda, string number) => agenda
        .Select(line => Top().Match(line.Text) is { Success: true } top ? ((string? Number, string Title)?)(SpokenNumber.Read(top.Groups["number"].Value), top.Groups["title"].Value) : Numbered(line.Text))
        .Where(entry => entry?.Number == number)
        .Select(entry => entry!.Value.Title)
        .FirstOrDefault();

    // "TOP 3: Finanzen. Clara berichtet …": the title ends where a sentence begins.
    private static (string Title, string After) TitleAndRest(string line, string title)
    {
        var at = line.LastIndexOf(title, StringComparison.Ordinal);
        var after = at >= 0 ? line[(at + title.Length)..].TrimStart(' ', ':', '.', '–', '-') : "";
        if (title.Length <= LongestTitle && after.Length == 0 && !Inner().IsMatch(title))
            return (title.Trim().TrimEnd(':'), "");
        if (after.Length > 0)
            return (title.Trim().TrimEnd(':'), after);

        var match = Inner().Match(title);
        return match.Success ? (match.Groups["title"].Value.Trim(), match.Groups["rest"].Value.Trim()) : title.Length <= LongestTitle ? (title.Trim(), "") : (ProseTitle(title), title);
    }

    private static string ProseTitle(string sentence)
    {
        if (Topic().Match(sentence) is { Success: true } topic && topic.Groups["topic"].Value.Trim() is { Length: > 3 } words)
            return Shorten(words);
        return Shorten(Lead().Replace(sentence, ""));
    }

    private static string Shorten(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Take(8)).TrimEnd('.', ',', ':', ';') + (words.Length > 8 ? " …" : "");
    }

    private static (string? Number, string Title)? Numbered(string text) =>
        Number().Match(text) is { Success: true } match && !Date().IsMatch(text) ? (SpokenNumber.Read(match.Groups["number"].Value), match.Groups["title"].Value) : null;

    // A heading says its number also without a sign behind it: "3 Haushalt", "Ö2 Fraktion".
    private static (string? Number, string Title) HeadNumbered(string text) =>
        Numbered(text) ?? (HeadNumber().Match(text) is { Success: true } match && !Date().IsMatch(text) ? (SpokenNumber.Read(match.Groups["number"].Value), match.Groups["title"].Value) : (null, text));

    // "TOP 4 wurde vorgezogen." speaks about an item and begins none.
    private static bool IsTopTitle(OldLine line, string title) =>
        title.Length == 0 || line.IsBold || line.HeadingLevel > 0 || !AboutTop().IsMatch(title);

    // How many of them only announce what comes again below: lines without words between them, whose titles return.
    private static int AnnouncedFirst(IReadOnlyList<(int Index, (string? Number, string Title) Heading)> found)
    {
        var run = 1;
        while (run < found.Count && found[run].Index == found[run - 1].Index + 1)
            run++;
        var later = found.Skip(run).Select(other => Folded(other.Heading.Title)).ToHashSet();
        return run >= 3 && later.Count >= 3 && found.Take(run).Count(first => later.Contains(Folded(first.Heading.Title))) * 2 >= run ? run : 0;
    }

    private static (string? Number, string Title)? ByAgenda(OldLine line, HashSet<string> titles)
    {
        var title = Numbered(line.Text)?.Title ?? line.Text;
        if (titles.Contains(Folded(title)))
            return (Numbered(line.Text)?.Number, title.TrimEnd(':'));
        var colon = title.IndexOfAny([':', '–', '.']);
        return colon > 2 && titles.Contains(Folded(title[..colon])) ? (Numbered(line.Text)?.Number, title[..colon]) : null;
    }

    // The announced agenda: a line "Tagesordnung" and the short lines below it, up to the first that says more.
    private static (int Start, int End) AgendaOf(IReadOnlyList<OldLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!AgendaHead().IsMatch(lines[i].Text))
                continue;

            var end = i + 1;
            var seen = new HashSet<string>();
            while (end < lines.Count && lines[end].Text.Length <= LongestTitle && lines[end].HeadingLevel == 0 && lines[end].Who is null && !BeginsBody(lines[end].Text)
                && (Numbered(lines[end].Text) is not null || Top().Match(lines[end].Text).Groups["title"].Length > 0 || lines[end].IsListed)
                && seen.Add(Folded(Top().Match(lines[end].Text) is { Success: true } top ? top.Groups["title"].Value : Numbered(lines[end].Text)?.Title ?? lines[end].Text)))
                end++;

            // Only what comes again below is an announcement; otherwise these are the items themselves.
            var titles = lines.Skip(i + 1).Take(end - i - 1).Select(line => Folded(Top().Match(line.Text) is { Success: true } top ? top.Groups["title"].Value : Numbered(line.Text)?.Title ?? line.Text)).ToList();
            var after = lines.Skip(end).Select(line => Folded(line.Text)).ToList();
            if (titles.Count >= 2 && titles.Count(title => title.Length > 2 && after.Any(line => line.Contains(title, StringComparison.Ordinal))) * 2 >= titles.Count)
                return (i, end);
            if (titles.Count >= 2 && end < lines.Count && lines.Skip(end).Count(line => Top().IsMatch(line.Text)) >= 2)
                return (i, end);
            if (titles.Count >= 2 && end < lines.Count && lines.Skip(end).Count(line => line.Text.Length > 60) >= titles.Count / 2 && lines.Skip(i + 1).Take(end - i - 1).All(line => line.Text.Length < 90))
                return (i, end);
        }

        return (lines.Count, lines.Count);
    }

    private static int FirstProse(List<OldLine> body, int before) =>
        body.Take(before).Select((line, index) => (line, index)).Where(entry => entry.line.Text.Length > 70 && !HeadFinder.IsHeadLine(entry.line.Text) && !PeopleFinder.IsList(entry.line.Text) && !IsAboutAll(entry.line.Text, entry.index)).Select(entry => entry.index).DefaultIfEmpty(before).First();

    private static int HeadingLevelOf(List<OldLine> body) =>
        body.Where(line => line.HeadingLevel > 0).GroupBy(line => line.HeadingLevel).Where(group => group.Count() >= 2).OrderBy(group => group.Key).Select(group => group.Key).FirstOrDefault(-1);

    // "1. Flyer, 2. Plakate" below an item: plain lines whose numbers marked lines have too, or that begin anew with nothing between them.
    private static bool IsPointOfList(List<(OldLine Line, int Index, string? Number)> found, int at)
    {
        static bool IsMarked(OldLine line) => line.IsBold || line.HeadingLevel > 0;
        if (IsMarked(found[at].Line))
            return false;
        if (found.Count(other => IsMarked(other.Line)) >= 2 && found.Any(other => IsMarked(other.Line) && other.Number == found[at].Number))
            return true;

        var (first, last) = (at, at);
        while (first > 0 && found[first - 1].Index == found[first].Index - 1 && found[first].Number != "1")
            first--;
        while (last + 1 < found.Count && found[last + 1].Index == found[last].Index + 1 && found[last + 1].Number != "1")
            last++;
        return first > 0 && last > first && found[first].Number == "1";
    }

    private static bool IsCounted(OldLine line) => line.IsNumbered && (line.IsBold || line.HeadingLevel > 0 || line.Text.Length < 60) && IsTitle(line, line.Text);

    // "Diskussion" below a heading is no item; "Beschluss zum Haushalt" may be one.
    // "Anträge" may be an item, "Aussprache" in bold is none.
    private static bool IsLabelAlways(string text) => IsLabelOnly(text) && !text.StartsWith("Antr", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("Bericht", StringComparison.OrdinalIgnoreCase);

    private static bool IsLabelOnly(string text) => LabelOnly().IsMatch(text);

    /// <summary>Whether a line can be the title of an item.</summary>
    public static bool IsTitle(OldLine line, string title) =>
        line.HeadingLevel > 0 || line.IsBold || (title.Length <= 90 && !title.EndsWith('.') && char.IsUpper(title.FirstOrDefault(char.IsLetter)) && !VoteFinder.IsVote(line.Text)) || Inner().IsMatch(title);

    // "Protokoll" at the top is the document, further down it is an item about the last one.
    private static bool IsAboutAll(string text, int index) => AboutAll().IsMatch(text) || (index < TitleLines && AboutMinutes().IsMatch(text));

    private static bool IsNoItem(string title) => NoItem().IsMatch(title.Trim());

    private static bool IsLabel(string word) => Label().IsMatch(word.Trim());

    private static bool BeginsBody(string text) => text.EndsWith(':') && !Numbered(text).HasValue;

    [GeneratedRegex(@"^(?:(?:Zu |Ad )?(?:TOP|Tagesordnungspunkt|T\.O\.P\.)|Zu Punkt|Zu(?=\s*\d{1,2}[a-z]?\s*[.:)])|Ad(?=\s*\d{1,2}[a-z]?\s*[.:)])|Punkt)\s*(?:Nr\.?\s*)?#?(?<number>(?:[NÖ][ÖO]?\s?\.?\s?)?\d{1,2}(?:\s?[a-z](?![\p{L}]))?(?:\.\d{1,2})*|[IVX]{1,5}(?![\p{L}])|[A-L](?=\s*[.:)–-]))[\uFE0F\u20E3]*\s*[.:)–\-|/]*\s*(?<title>.*)$|^(?<number>\d{1,2})\.\s*(?:TOP|Tagesordnungspunkt)\b\s*[:–-]?\s*(?<title>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Top();

    [GeneratedRegex(@"^[(\[#]?(?<number>(?:[NÖ]\s?)?\d{1,2}[a-z]?(?:\.\d{1,2})?|[IVX]{1,5}(?=[.)]))(?:[.)\]][):]?|\s*[–:|-])\s+(?<title>\S.*)$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^#?(?<number>(?:[NÖ]\s?)?\d{1,2}(?:\.\d{1,2})*[a-z]?|[IVX]{1,5}(?=\s*[.):–-])|[A-L](?=\s*[.):–-]))\s*[.):–-]*\s+(?<title>[\p{Lu}„»""].*)$")]
    private static partial Regex HeadNumber();

    [GeneratedRegex(@"^\s*(?:\(.{3,40}\)\s*)?(?:wird|wurde|ist|war|entfällt|soll|kann|muss|und|bis|siehe|von|vor|nach|zu|im|aus|sowie)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AboutTop();

    [GeneratedRegex(@"^(?:\p{L}*protokoll\b|Niederschrift)", RegexOptions.IgnoreCase)]
    private static partial Regex AboutMinutes();

    [GeneratedRegex(@"^(?<ordinal>\p{L}+ter) (?:TOP|Tagesordnungspunkt|Punkt)(?: der Tagesordnung)?\s*[:–-]\s*(?<title>\S.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex InWords();

    // Lists for the whole meeting; their words belong to no item of the agenda.
    [GeneratedRegex(@"^(?:Anwesen\w*|Anwesenheit(?:sliste)?|Teilnehm\S*|Teilnahme|Entschuldigt\w*|Gäste|Tagesordnung|Agenda|Unterschrift(?:en)?|Anlagen?|Verteiler|Legende|Kürzel|Aufgaben(?:liste|übersicht)?|To-?\s?do(?:s|-Liste|liste)?|Wer macht (?:jetzt )?was(?: bis wann)?|Arbeitsaufträge|Beschl(?:uss|üsse)(?:übersicht| im Überblick)|Zusammenfassung der Beschlüsse)(?:\s*\(.*\))?\s*[:?]*$", RegexOptions.IgnoreCase)]
    private static partial Regex NoItem();

    // "14.09. Flohmarkt" and "01.07.: Ausflug" are days, no items.
    [GeneratedRegex(@"^\(?(?:0\d|\d{1,2}\.\s?(?:0?[1-9]|1[0-2])\.(?!\d))|^\d{1,2}\.\s?(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b|^\d{1,2}[.:]\d{2}\s*(?:Uhr|h\b|[–-])", RegexOptions.IgnoreCase)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?:Beschl[uü]ss\w*|Anträge?|Abstimmung\w*|Ergebnis\w*|Aufgaben?|To-?dos?|Diskussion|Aussprache|Bericht|Notizen?|Anmerkung\w*|Nächste Schritte)\s*:?$", RegexOptions.IgnoreCase)]
    private static partial Regex LabelOnly();

    [GeneratedRegex(@"^(?<title>[A-ZÄÖÜ][^.:!?]{2,60}):\s+\S")]
    private static partial Regex RunIn();

    [GeneratedRegex(@"^(?<title>[^.:]{3,80}?)(?:\s[–-]\s|:\s|(?<!\b\d{1,2}|\b[\p{L}]{1,3}|Nr|ca)\.\s)(?=[A-ZÄÖÜ„])(?<rest>.{25,}[.!?)“""]|.{60,})$")]
    private static partial Regex Inner();

    [GeneratedRegex(@"^(?:(?:vorläufige|vorgeschlagene|beschlossene)\s+)?(?:Tagesordnung|Agenda|TO|Themen|Tagesordnungspunkte|Ablauf)\s*:?$", RegexOptions.IgnoreCase)]
    private static partial Regex AgendaHead();

    [GeneratedRegex(@"^(?:Die Linke\b|DIE LINKE|Kreisverband\b|Kreisvorstand\b(?!.*:)|Tagesordnung\s*:?$|Seite \d|Nächste Sitzung|Anlagen?\s*:?$|Unterschrift)", RegexOptions.IgnoreCase)]
    private static partial Regex AboutAll();

    [GeneratedRegex(@"^(?:Beschluss|Antrag|Abstimmung|Ergebnis|Aufgabe|To-?do|Verantwortlich|Zuständig|Wer|Hinweis|Info|Diskussion|Bericht|Notiz|Anmerkung|Entscheidung|Auftrag|Votum|Frist|Termin|Vereinbart|Beschlossen)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:Zunächst|Zuerst|Zu Beginn|Als (?:erstes|nächstes|zweites|drittes|viertes|letztes)|Anschließend|Danach|Dann|Sodann|Weiterhin|Im Anschluss|Im Weiteren|Daraufhin|Nächster Punkt|Zum (?:Punkt|Thema|Tagesordnungspunkt|Stand|Schluss|Abschluss)|Zur\b|Zu den\b|Unter\b|Beim (?:Punkt|Thema)|Abschließend|Schließlich|Bei(?:m)? |Es folgte|Weiter ging|Ein weiteres Thema|Ein weiterer Punkt|Breiten Raum|Ausführlich|Länger)")]
    private static partial Regex Moves();

    [GeneratedRegex(@"^(?:Zunächst|Zuerst|Zu Beginn|Als \w+|Anschließend|Danach|Dann|Sodann|Weiterhin|Im Anschluss|Im Weiteren|Daraufhin|Abschließend|Schließlich),?\s+(?:ging es|wurde|sprach|sprachen|berichtete|kam|kamen)?\s*(?:um|über|auf)?\s*")]
    private static partial Regex Lead();

    [GeneratedRegex(@"(?:ging es um|Zum Thema|Zum Punkt|zum Thema|Zur Frage|Zum Stand|Thema war|Punkt war|sprach(?:en)? \w* ?über|Unter(?: dem Punkt)?|Zu den|Zur|zum Punkt|beim Thema)\s+(?:de[nmr]|die|das|der)?\s*(?<topic>[„""»]?[^.,:;]{3,60}?)(?=[.,:;]|\s+(?:wurde|wird|berichtet|berichtete|hat|haben|gab|gibt|teilte|erklärte|informierte|stellte|kündigte|beschließt|beschloss|liegt|lag)\b)")]
    private static partial Regex Topic();
}
