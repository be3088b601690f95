using System.Text.RegularExpressions;
using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Reads the agenda items: their controls, their text, and the tables in it.</summary>
internal sealed partial class ItemReader(WordSource source, List<Finding> findings, List<Withheld> withheld, DateOnly? meeting, BoardNames boards)
{
    /// <summary>How the id of a block begins that has none of its own: a spare one, or one whose tag was lost.</summary>
    public const string SpareId = "frei-";

    private readonly HashSet<EntryId> itemIds = [];
    private readonly HashSet<EntryId> resolutionIds = [];
    private readonly HashSet<EntryId> actionIds = [];
    private readonly LineReader lines = new(source, _ => { });

    public IReadOnlyList<AgendaItem> Read(IReadOnlyList<XElement> blocks)
    {
        var read = new List<AgendaItem>();
        var pending = new List<Reference>();
        foreach (var block in blocks)
        {
            if (Item(block, read.Count, pending) is { } item)
                read.Add(item);
        }

        // What refers to a resolution by its number can be read only when all numbers are known.
        foreach (var reference in pending)
            read[reference.Item] = WithReference(read[reference.Item], reference, read);
        return read;
    }

    /// <summary>The number in the heading: what stands before the title, without "TOP".</summary>
    public static string NumberOf(XElement block, LineReader reader)
    {
        var title = ControlsOf(block).FirstOrDefault(control => control.TagOf() == Tags.Title);
        var line = title?.Ancestors(W.Paragraph).FirstOrDefault();
        if (line is null)
            return "";

        var before = new XElement(W.Paragraph, line.Elements().TakeWhile(element => element != title && !element.Descendants().Contains(title)));
        return SpokenNumber.Read(reader.Text(before));
    }

    // The block's own controls, not those of an item that somebody pasted into it.
    private static IEnumerable<XElement> ControlsOf(XElement block) =>
        block.Descendants(W.Control).Where(control => !Tags.IsItem(control.TagOf()) && control.Ancestors(W.Control).First(ancestor => Tags.IsItem(ancestor.TagOf())) == block);

    private AgendaItem? Item(XElement block, int index, List<Reference> pending)
    {
        var values = new ControlValues(source, ControlsOf(block).Where(control => control.TagOf() != Tags.Text && !Tags.IsInternal(control.TagOf())), findings);
        var number = NumberOf(block, lines);
        var place = $"TOP {(number.Length == 0 ? "?" : number)}";
        var title = values.Text(Tags.Title, place) ?? "";
        var textControl = ControlsOf(block).FirstOrDefault(control => control.TagOf() == Tags.Text);
        var text = new RichTextReader(source, place, boards, findings, withheld);
        var blocks = textControl?.Element(W.ControlContent) is { } content ? text.Read(content) : [];

        // A spare block of the draft that nobody used: its tables lie ready, but have no row.
        if (number.Length == 0 && title.Length == 0 && blocks.Count == 0 && !text.Tables.Any(found => new FixedTableReader(source).Read(found.Form, found.Table).Any()))
            return null;

        if (textControl is null || !values.Has(Tags.Title))
            findings.Add(BrokenBlock(place));
        if (number.Length == 0)
            findings.Add(ControlValues.Missing($"Nummer des TOP »{title}«"));
        ReportTextBesideControls(block, place);

        var (audience, boardOf) = AudienceOf(values, place);
        var item = new AgendaItem
        {
            Id = IdOf(block, number),
            Number = number,
            Title = title,
            Audience = audience,
            BoardOf = boardOf,
            Status = values.Value(Tags.Status, place, FormWords.Statuses.Read, string.Join(", ", FormWords.Statuses.Words)) ?? ItemStatus.DealtWith,
            Text = blocks,
            PartnerNote = PartnerNote(values, place),
            Start = values.Value(Tags.ItemStart, place, SpokenTime.Read, "eine Uhrzeit wie 20:45 Uhr"),
            TakesNoteOf = TakesNoteOf(values, place),
        };
        return WithTables(item, text.Tables, index, place, pending);
    }

    private AgendaItem WithTables(AgendaItem item, IReadOnlyList<RichTextReader.FoundTable> tables, int index, string place, List<Reference> pending)
    {
        var rows = new ItemRows(findings, place, meeting, boards);
        foreach (var (form, table, inPassage) in tables)
        {
            foreach (var row in new FixedTableReader(source).Read(form, table).Select(row => row with { Marked = row.Marked || inPassage }))
            {
                if (form == FixedTable.JointResolutions && ItemRows.GoesOn(row) && item.Resolutions is [.., { Votes: not null } last])
                {
                    item = item with { Resolutions = [.. item.Resolutions.SkipLast(1), rows.WithVoteOf(last, row)] };
                }
                else if (form == FixedTable.Resolutions || form == FixedTable.JointResolutions)
                {
                    var id = NewId(row.Bookmark(EntryBookmark.Resolution), "r", resolutionIds);
                    item = item with { Resolutions = [.. item.Resolutions, rows.Resolution(row, id)] };
                    pending.Add(new Reference(index, id, row, place));
                }
                else if (form == FixedTable.Elections)
                {
                    item = item with { Elections = rows.Election(row, item.Elections) };
                }
                else if (form == FixedTable.Statements)
                {
                    item = item with { Statements = [.. item.Statements ?? [], rows.Statement(row)] };
                }
                else if (form == FixedTable.Actions)
                {
                    var id = NewId(row["Nr."], "a", actionIds);
                    item = item with { Actions = [.. item.Actions, rows.Action(row, id)] };
                    pending.Add(new Reference(index, id, row, place));
                }
                else
                {
                    findings.Add(new Finding(
                        "V1",
                        Severity.Error,
                        place,
                        new Bilingual($"Die Tabelle »{form.Name}« gehört nicht in einen TOP.", $"The table \"{form.Name}\" does not belong into an item."),
                        new Bilingual("Die Tabelle an ihren Platz verschieben.", "Move the table to its place.")));
                    break;
                }
            }
        }

        return item;
    }

    private AgendaItem WithReference(AgendaItem item, Reference reference, List<AgendaItem> all)
    {
        var (_, id, row, place) = reference;
        EntryId? Numbered(string number) => all.SelectMany(other => other.Resolutions).Where(resolution => resolution.Numbers.Contains(number, StringComparer.OrdinalIgnoreCase)).Select(resolution => (EntryId?)resolution.Id).FirstOrDefault();

        if (row.Cells.ContainsKey("Wortlaut"))
            return item with { Resolutions = [.. item.Resolutions.Select(resolution => resolution.Id == id ? WithDetails(resolution, row, place, Numbered) : resolution)] };

        if (FormText.Optional(row["Beschluss"]) is not { } number)
            return item;
        if (Numbered(number) is not { } carriedOut)
        {
            findings.Add(ControlValues.Unreadable($"{place}, Aufgabe {row["Nr."]}", number, "die Nummer eines Beschlusses in diesem Protokoll"));
            return item;
        }

        return item with { Actions = [.. item.Actions.Select(action => action.Id == id ? action with { Resolution = carriedOut } : action)] };
    }

    private Resolution WithDetails(Resolution resolution, FixedTableReader.Row row, string place, Func<string, EntryId?> numbered)
    {
        foreach (var line in row.Lines("Wortlaut").Skip(1))
        {
            if (ResolutionDetails.Read(resolution, line, numbered) is { } read)
                resolution = read;
            else
                findings.Add(ControlValues.Unreadable($"{place}, Beschluss {resolution.Number}", line, "eine Angabe wie »Uhrzeit: 20:05 Uhr« oder »Minderheitsvotum: …«"));
        }

        // People change a figure, and the line that follows from it stays: the rows count, and the next filling writes it anew.
        var said = row.Lines("Wortlaut").Skip(1).FirstOrDefault(line => line.StartsWith(JointOutcomeText.Label + ":", StringComparison.Ordinal));
        if (said is not null && (resolution.Votes is not { } votes || MinutesText.Value(said[(JointOutcomeText.Label.Length + 1)..]) != JointOutcomeText.Of(votes, boards)))
            findings.Add(OtherOutcome($"{place}, Beschluss {resolution.Number}"));
        return resolution;
    }

    private static Finding OtherOutcome(string place) => new(
        "V6",
        Severity.Warning,
        place,
        new Bilingual("Die Zeile »Gemeinsam« passt nicht zu den Ergebnissen der beiden Vorstände.", "The line \"Gemeinsam\" does not fit the outcomes of the two boards."),
        new Bilingual("Die Ergebnisse in den Zeilen der Vorstände prüfen; sie zählen.", "Check the outcomes in the rows of the boards; they count."));

    private (Audience Audience, string? BoardOf) AudienceOf(ControlValues values, string place)
    {
        // A mark on the title, or a title nobody can trust, keeps the whole item in the board.
        if (values.Marked.Contains(Tags.Title) || values.Marked.Contains(Tags.Audience))
        {
            findings.Add(Marks.MarkedValue(place));
            return (Audience.Board, null);
        }

        var word = values.Text(Tags.Audience, place);
        if (new AudienceText(boards).Read(word) is { } audience)
            return audience;

        findings.Add(new Finding(
            "V15",
            Severity.Error,
            place,
            new Bilingual($"Für wen der Punkt ist, steht nicht fest (»{word ?? FormText.Nothing}«). Er bleibt im Vorstand.", "It is not clear who may read this item. It stays in the board."),
            new Bilingual("»Partner« oder »Nur Vorstand« wählen.", "Choose \"Partner\" or \"Nur Vorstand\".")));
        return (Audience.Undecided, null);
    }

    private string? PartnerNote(ControlValues values, string place)
    {
        if (!values.Marked.Contains(Tags.PartnerNote))
            return values.Text(Tags.PartnerNote, place);

        findings.Add(Marks.MarkedValue($"{place}, Hinweis für den Partner"));
        return null;
    }

    private List<MinutesId> TakesNoteOf(ControlValues values, string place)
    {
        var ids = new List<MinutesId>();
        foreach (var entry in (values.Text(Tags.TakesNoteOf, place) ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (NoteTick.Read(entry) is not { } text)
                continue;
            if (MinutesId.TryParse(text, null, out var id))
                ids.Add(id);
            else
                findings.Add(ControlValues.Unreadable($"{place}, zur Kenntnis genommen", text, "die Kennung eines Protokolls"));
        }

        return ids;
    }

    // Inside the block, but in none of its controls: words that no reader would find again.
    private void ReportTextBesideControls(XElement block, string place)
    {
        var lost = block.Descendants(W.Paragraph)
            .Where(paragraph => !paragraph.Ancestors(W.Control).Any(control => control != block && control.TagOf() is Tags.Text)
                && !paragraph.Descendants(W.Control).Any()
                && !paragraph.Ancestors(W.Control).TakeWhile(control => control != block).Any())
            .Any(paragraph => !string.IsNullOrWhiteSpace(lines.Text(paragraph)));
        if (lost)
        {
            findings.Add(new Finding(
                "V1",
                Severity.Error,
                place,
                new Bilingual("Im Tagesordnungspunkt steht Text neben dem Textfeld.", "There is text in the item beside its text control."),
                new Bilingual("Den Text in das Textfeld des TOP verschieben.", "Move the text into the item's text control.")));
        }
    }

    private EntryId IdOf(XElement block, string number)
    {
        var tagged = block.TagOf()![Tags.ItemPrefix.Length..];
        var bookmarked = block.Descendants(W.Main + "bookmarkStart").Select(mark => EntryBookmark.IdIn(mark.Attribute(W.Main + "name")?.Value, EntryBookmark.Item)).FirstOrDefault(id => id is not null);
        var proposal = tagged.StartsWith(SpareId, StringComparison.Ordinal) ? bookmarked ?? IdCharacters().Replace(number.ToLowerInvariant(), "") : tagged;
        if (EntryId.TryParse(tagged, null, out var id) && itemIds.Contains(id))
        {
            findings.Add(new Finding(
                "V26",
                Severity.Error,
                $"TOP {number}",
                new Bilingual("Dieser Tagesordnungspunkt ist eine Kopie eines anderen.", "This agenda item is a copy of another."),
                new Bilingual("Eine der beiden Kopien löschen, oder als neuen TOP einfügen.", "Delete one of the copies, or insert it as a new item.")));
        }

        return NewId(proposal, "t", itemIds);
    }

    private static EntryId NewId(string? proposal, string prefix, HashSet<EntryId> used)
    {
        if (EntryId.TryParse(proposal, null, out var id) && used.Add(id))
            return id;

        var number = 1;
        while (!used.Add(id = EntryId.Parse($"{prefix}{number}", null)))
            number++;
        return id;
    }

    private static Finding BrokenBlock(string place) => new(
        "V1",
        Severity.Error,
        place,
        new Bilingual("Dem Tagesordnungspunkt fehlt ein Feld (Titel oder Text).", "The agenda item has lost a control (title or text)."),
        new Bilingual("Den TOP aus der Vorlage neu einsetzen und den Text hineinkopieren.", "Insert the item anew from the template and copy the text into it."));

    /// <summary>A row that refers to a resolution by its number.</summary>
    private sealed record Reference(int Item, EntryId Id, FixedTableReader.Row Row, string Place);

    [GeneratedRegex("[^a-z0-9-]")]
    private static partial Regex IdCharacters();
}
