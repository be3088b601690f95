using System.Globalization;
using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>Finds the agenda items of minutes of any shape: "TOP 1", "1)", "1.", headings, titles of the agenda, or prose that moves on.</summary>
internal static partial class ItemFinder
{
    private const int TitleLines = 5;

    private static readonly string[] Ordinals = ["erster", "zweiter", "dritter", "vierter", "fünfter", "sechster", "siebter", "achter", "neunter", "zehnter", "elfter", "zwölfter"];

    public static OldParts Find(IReadOnlyList<OldLine> lines)
    {
        var agenda = AnnouncedAgenda.Of(lines);
        var body = agenda.Without(lines).ToList();

        var (headingLevel, listLevel) = (HeadingLevelOf(body), body.Where(IsCounted).Select(line => line.ListLevel).DefaultIfEmpty().Min());
        var counted = ItemSequence.Of(body, isBare: false);
        var bare = ItemSequence.Of(body, isBare: true);
        var ofAgenda = agenda.Counted(body);
        var ways = new (string How, Func<OldLine, (string? Number, string Title)?> Heading)[]
        {
            ("TOP", line => ItemNumber.Announced(line.Text) is { } top && IsTopTitle(line, top.Title) ? top : null),
            ("TOP in Worten", line => InWords().Match(line.Text) is { Success: true } words ? ((Array.IndexOf(Ordinals, words.Groups["ordinal"].Value.ToLowerInvariant()) + 1).ToString(CultureInfo.InvariantCulture), words.Groups["title"].Value) : null),
            ("Buchstaben und römische Zahlen", line => counted.TryGetValue(line, out var heading) ? heading : null),
            ("Titel der Tagesordnung", agenda.Begins),
            ("Nummern der Tagesordnung", line => ofAgenda.TryGetValue(line, out var heading) ? heading : null),
            ("Nummern", line => ItemNumber.Plain(line.Text) is { } numbered && IsTitle(line, numbered.Title) ? numbered : null),
            ("Zahlen ohne Punkt", line => bare.TryGetValue(line, out var heading) ? heading : null),
            ("nummerierte Zeilen", line => IsCounted(line) && line.ListLevel == listLevel ? (null, line.Text) : null),
            ("Überschriften", line => line.HeadingLevel >= headingLevel && headingLevel > 0 && !(line.HeadingLevel > headingLevel && IsLabelOnly(line.Text)) ? ItemNumber.OfHeading(line.Text) : null),
            ("fette Zeilen", line => line.IsBold && IsTitle(line, line.Text) && !HeadFinder.IsHeadLine(line.Text) && !IsLabelAlways(line.Text) && !VoteFinder.IsLabelled(line.Text) && !ActionFinder.IsLabelled(line.Text) ? ItemNumber.OfHeading(line.Text) : null),
            ("Vorspann mit Doppelpunkt", line => RunIn().Match(line.Text) is { Success: true } runIn && !HeadFinder.IsHeadLine(line.Text) && !IsLabel(runIn.Groups["title"].Value) ? (null, runIn.Groups["title"].Value) : null),
            ("Wendungen des Textes", line => Moves().IsMatch(line.Text) ? (null, line.Text) : null),
        };

        // Where most headings have no number, numbered lines are points below them.
        var headings = body.Where(line => line.HeadingLevel > 0 && line.HeadingLevel == headingLevel).ToList();
        if (headings.Count >= 3 && headings.Count(line => ItemNumber.Plain(line.Text) is not null || line.IsNumbered) * 2 < headings.Count)
            ways = [.. ways[..5], ways.First(way => way.How == "Überschriften"), .. ways[5..].Where(way => way.How != "Überschriften")];

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

    private static OldParts Cut(IReadOnlyList<OldLine> body, AnnouncedAgenda agenda, List<(int Index, (string? Number, string Title) Heading)> starts, string how, bool isProse)
    {
        var items = new List<OldItem>();
        for (var i = 0; i < starts.Count; i++)
        {
            var (index, (number, title)) = starts[i];
            var end = i + 1 < starts.Count ? starts[i + 1].Index : body.Count;
            var (shown, rest) = isProse ? (ItemTitle.OfProse(title), body[index].Text) : body[index].HeadingLevel > 0 && title.Length <= ItemTitle.Longest ? (title.Trim().TrimEnd(':'), "") : ItemTitle.Part(body[index].Text, title);
            // "Zu 3. Der Kassier berichtet …" says its title in the agenda only.
            if (!isProse && body[index].HeadingLevel == 0 && number is not null && agenda.TitleInsteadOf(title, number) is { } announced)
                (shown, rest) = (announced, title);
            List<OldLine> text = [.. rest.Length > 0 ? [body[index] with { Text = rest, HeadingLevel = 0, IsBold = false }] : Array.Empty<OldLine>(), .. body.Skip(index + 1).Take(end - index - 1)];
            if (rest.Length == 0 && (body[index].Who ?? body[index].Due) is not null)
                text.Insert(0, body[index]);
            if (shown.Length == 0 && number is not null)
                shown = agenda.TitleOf(number) ?? "";
            items.Add(new OldItem(number is { Length: > 0 } ? number : (i + 1).ToString(CultureInfo.InvariantCulture), shown.Length == 0 ? "ohne Titel" : shown, body[index].Place, text));
        }

        return new OldParts([.. body.Take(starts[0].Index)], agenda.Lines, WithTheirTasks(items), how);
    }

    // A list of tasks at the end names the item of each; there it belongs.
    private static List<OldItem> WithTheirTasks(List<OldItem> items)
    {
        OldItem? Home(OldLine line) => line.OfItem is { } of ? items.FirstOrDefault(item => item.Number == SpokenNumber.Read(of)) : null;
        var moved = items.SelectMany(item => item.Lines.Where(line => Home(line) is { } home && home != item).Select(line => (Home: Home(line)!, Line: line))).ToList();
        return moved.Count == 0 ? items : [.. items.Select(item => item with { Lines = [.. item.Lines.Where(line => moved.All(move => move.Line != line)), .. moved.Where(move => move.Home == item).Select(move => move.Line)] })];
    }

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
        line.HeadingLevel > 0 || line.IsBold || (title.Length <= 90 && !title.EndsWith('.') && char.IsUpper(title.FirstOrDefault(char.IsLetter)) && !VoteFinder.IsVote(line.Text)) || ItemTitle.IsBeforeSentence(title);

    // "Protokoll" at the top is the document, further down it is an item about the last one.
    private static bool IsAboutAll(string text, int index) => AboutAll().IsMatch(text) || (index < TitleLines && AboutMinutes().IsMatch(text));

    private static bool IsNoItem(string title) => NoItem().IsMatch(title.Trim());

    private static bool IsLabel(string word) => Label().IsMatch(word.Trim());

    [GeneratedRegex(@"^\s*(?:\(.{3,40}\)\s*)?(?:wird|wurde|ist|war|entfällt|soll|kann|muss|und|bis|siehe|von|vor|nach|zu|im|aus|sowie)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AboutTop();

    [GeneratedRegex(@"^(?:\p{L}*protokoll\b|Niederschrift)", RegexOptions.IgnoreCase)]
    private static partial Regex AboutMinutes();

    [GeneratedRegex(@"^(?<ordinal>\p{L}+ter) (?:TOP|Tagesordnungspunkt|Punkt)(?: der Tagesordnung)?\s*[:–-]\s*(?<title>\S.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex InWords();

    // Lists for the whole meeting; their words belong to no item of the agenda.
    [GeneratedRegex(@"^(?:Anwesen\w*|Anwesenheit(?:sliste)?|Teilnehm\S*|Teilnahme|Entschuldigt\w*|Gäste|Tagesordnung|Agenda|Unterschrift(?:en)?|Anlagen?|Verteiler|Legende|Kürzel|Aufgaben(?:liste|übersicht)?|To-?\s?do(?:s|-Liste|liste)?|Wer macht (?:jetzt )?was(?: bis wann)?|Arbeitsaufträge|Beschl(?:uss|üsse)(?:übersicht| im Überblick)|Zusammenfassung der Beschlüsse)(?:\s*\(.*\))?\s*[:?]*$", RegexOptions.IgnoreCase)]
    private static partial Regex NoItem();

    [GeneratedRegex(@"^(?:Beschl[uü]ss\w*|Anträge?|Abstimmung\w*|Ergebnis\w*|Aufgaben?|To-?dos?|Diskussion|Aussprache|Bericht|Notizen?|Anmerkung\w*|Nächste Schritte)\s*:?$", RegexOptions.IgnoreCase)]
    private static partial Regex LabelOnly();

    [GeneratedRegex(@"^(?<title>[A-ZÄÖÜ][^.:!?]{2,60}):\s+\S")]
    private static partial Regex RunIn();

    [GeneratedRegex(@"^(?:Die Linke\b|DIE LINKE|Kreisverband\b|Kreisvorstand\b(?!.*:)|Tagesordnung\s*:?$|Seite \d|Nächste Sitzung|Anlagen?\s*:?$|Unterschrift)", RegexOptions.IgnoreCase)]
    private static partial Regex AboutAll();

    [GeneratedRegex(@"^(?:Beschluss|Antrag|Abstimmung|Ergebnis|Aufgabe|To-?do|Verantwortlich|Zuständig|Wer|Hinweis|Info|Diskussion|Bericht|Notiz|Anmerkung|Entscheidung|Auftrag|Votum|Frist|Termin|Vereinbart|Beschlossen)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:Zunächst|Zuerst|Zu Beginn|Als (?:erstes|nächstes|zweites|drittes|viertes|letztes)|Anschließend|Danach|Dann|Sodann|Weiterhin|Im Anschluss|Im Weiteren|Daraufhin|Nächster Punkt|Zum (?:Punkt|Thema|Tagesordnungspunkt|Stand|Schluss|Abschluss)|Zur\b|Zu den\b|Unter\b|Beim (?:Punkt|Thema)|Abschließend|Schließlich|Bei(?:m)? |Es folgte|Weiter ging|Ein weiteres Thema|Ein weiterer Punkt|Breiten Raum|Ausführlich|Länger)")]
    private static partial Regex Moves();
}
