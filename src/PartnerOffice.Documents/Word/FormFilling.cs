using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;
using PartnerOffice.Documents.Packaging;

namespace PartnerOffice.Documents.Word;

/// <summary>Fills one copy of the form: its controls, tables and agenda items.</summary>
internal sealed class FormFilling(PartsPackage package, Minutes minutes, IReadOnlyDictionary<string, string> frame, FillingMode mode)
{
    private readonly Document document = new(package.RootElement("word/document.xml"));
    private readonly NumberingPart numbering = new(Numbering(package));
    private readonly TemplateStyles styles = new(package);
    private readonly LinkPart links = new();
    private readonly BoardNames boards = BoardNames.Of(minutes, mode.DistrictNames);
    private readonly Dictionary<string, OpenXmlElement> margins = package.Names
        .Where(name => name.StartsWith("word/header", StringComparison.Ordinal) || name.StartsWith("word/footer", StringComparison.Ordinal))
        .ToDictionary(name => name, name => name.StartsWith("word/header", StringComparison.Ordinal) ? (OpenXmlElement)new Header(package.RootElement(name)) : new Footer(package.RootElement(name)));

    public void Run()
    {
        var tables = new FixedTableWriter(minutes, boards) { WithBookmarks = !mode.IsEdition, LeavesOpen = mode.IsDraft, NotEntered = mode.NotEntered, LeavesRoomForPen = mode.IsForPen };
        FillBoards();
        FillValues();
        FillTable(FixedTableWriter.AttendanceForm(minutes), [.. tables.Attendance()]);
        FillTable(FixedTable.Circulation, [.. tables.Circulation()]);
        FillTable(FixedTable.FollowUps, [.. tables.FollowUps()]);
        FillTable(FixedTable.Attachments, [.. tables.Attachments()]);
        FillTable(FixedTable.Signatures, [.. tables.Signatures()]);
        FillLines(Tags.AgendaList, minutes.Items.Select(item => $"TOP {item.Number}\t{item.Title}"));
        FillLines(Tags.Distribution, minutes.Distribution);
        FillItems(tables);
        Save();
    }

    private void Save()
    {
        styles.Apply([document, .. margins.Values]);
        styles.Save();
        Controls.Number([document, .. margins.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)]);
        package.SetXml("word/document.xml", document.OuterXml);
        package.SetXml("word/numbering.xml", numbering.OuterXml);
        foreach (var (name, margin) in margins)
            package.SetXml(name, margin.OuterXml);

        // A restyled template has relationships of its own (a logo, a theme): ours are added to them.
        package.SetXml("word/_rels/document.xml.rels", package.RootElement("word/_rels/document.xml.rels").Replace(
            "</Relationships>", string.Concat(links.Links.Select(link => WordParts.Link(link.Id, link.Target))) + "</Relationships>", StringComparison.Ordinal));
    }

    private void FillValues()
    {
        foreach (var (tag, value) in MinutesValues.Of(minutes).Concat(frame.Select(pair => new MinutesValue(pair.Key, pair.Value))))
        {
            var controls = Controls.Tagged(document, tag).Concat(margins.Values.SelectMany(margin => Controls.Tagged(margin, tag))).ToList();
            foreach (var control in controls)
                Controls.Fill(control, tag == Tags.Date && control.Ancestors<TableRow>().Any() ? FormText.DateWithWeekday(minutes.Date) : value);
            if (controls.Count == 0 && !FormText.IsNothing(value) && !tag.StartsWith("po:frame.", StringComparison.Ordinal))
                throw TemplateException.Missing(tag);
        }

        foreach (var tag in mode.IsDraft ? [] : MinutesValues.LinesThatMayGo)
            RemoveLineIfNothing(tag);
    }

    // A line of the head that says nothing is clutter in finished minutes.
    private void RemoveLineIfNothing(string tag)
    {
        foreach (var row in Controls.Tagged(document, tag).Select(control => control.Ancestors<TableRow>().FirstOrDefault()).OfType<TableRow>().ToList())
        {
            if (Controls.In(row).All(control => FormText.IsNothing(control.InnerText)))
                row.Remove();
        }
    }

    private void FillBoards()
    {
        var models = Controls.In(document).Where(control => Controls.TagOf(control)?.StartsWith(Tags.BoardPrefix, StringComparison.Ordinal) == true).ToList();
        if (models.Count == 0)
        {
            if (minutes.Boards.Count > 0)
                throw TemplateException.Missing(Tags.BoardPrefix + "…");
            return;
        }

        var model = (SdtElement)models[0].CloneNode(true);
        OpenXmlElement last = models[0];
        foreach (var board in minutes.Boards)
        {
            var block = (SdtElement)model.CloneNode(true);
            Controls.SetTag(block, Tags.BoardOf(board.District));
            foreach (var (tag, value) in MinutesValues.Of(board))
            {
                foreach (var control in Controls.Tagged(block, tag))
                    Controls.Fill(control, value);
            }

            if (minutes.Boards.Count > 1 || Controls.Tagged(block, Tags.BoardChair).Any())
                NameBoard(block, board);
            last = last.InsertAfterSelf(block);
        }

        foreach (var old in models)
            old.Remove();
    }

    private void NameBoard(SdtElement block, ParticipatingBoard board)
    {
        var line = block.Descendants<Paragraph>().First();
        var name = $"{mode.DistrictNames.GetValueOrDefault(board.District, $"Kreisverband {board.District}")}, Leitung ";

        // The form of two boards has a name before the figures already: what stands before the first figure is ours.
        if (Controls.Tagged(block, Tags.BoardChair).FirstOrDefault() is { } chair)
        {
            foreach (var old in line.ChildElements.TakeWhile(element => element != chair).Where(element => element is not ParagraphProperties).ToList())
                old.Remove();
            Controls.Fill(chair, board.Chair ?? FormText.Nothing);
            chair.InsertBeforeSelf(Wml.Run(name));
            return;
        }

        OpenXmlElement[] naming =
        [
            Wml.Run(name),
            Wml.Value(Tags.BoardChair, "Leitung", board.Chair ?? FormText.Nothing),
            Wml.Run(": "),
        ];
        OpenXmlElement? before = line.ParagraphProperties;
        foreach (var element in naming)
            before = before is null ? line.PrependChild(element) : before.InsertAfterSelf(element);
    }

    private void FillTable(FixedTable form, IReadOnlyList<TableRow> rows)
    {
        var (inTemplate, old) = FixedTables.In(document).FirstOrDefault(found => found.Form.Name == form.Name);
        if (old is null)
        {
            if (rows.Count > 0)
                InsertReport(form, rows);
            return;
        }

        if (rows.Count == 0)
        {
            // Before the meeting an empty table is a place to write, afterwards it is clutter.
            if (!mode.IsDraft)
                RemoveWithHeading(old);
            return;
        }

        // The head row keeps the look that people gave it, unless the meeting needs other columns.
        if (form == inTemplate)
        {
            foreach (var row in old.Elements<TableRow>().Skip(1).ToList())
                row.Remove();
            old.Append(rows);
        }
        else
        {
            old.InsertAfterSelf(Wml.Table(form, rows));
            old.Remove();
        }
    }

    // A form that never had the table gets it before the agenda items; one that lost it must say so.
    private void InsertReport(FixedTable form, IReadOnlyList<TableRow> rows)
    {
        var own = TemplateForm.Named(new CustomProperties(package)[CustomProperties.Template]?.Split(' ')[0]) ?? TemplateForm.For(minutes.Kind);
        var first = SpareItems().FirstOrDefault();
        if (first is null || own.Reports.Contains(form) || !TemplateForm.OfBoard.Reports.Contains(form))
            throw TemplateException.Missing(form.Name);

        var before = first.ElementsBefore().Reverse().TakeWhile(element => element is Paragraph).LastOrDefault(IsSectionHeading) ?? first;
        foreach (var element in TemplatePages.ReportSection(form, rows))
            before.InsertBeforeSelf(element);
    }

    private void RemoveWithHeading(Table table)
    {
        if (table.PreviousSibling() is { } heading && IsSectionHeading(heading))
            heading.Remove();
        table.Remove();
    }

    // Word renames the ids of its styles in each language, so the template's own id of this style counts.
    private bool IsSectionHeading(OpenXmlElement element) =>
        element is Paragraph paragraph && paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id && id == styles.IdOf(StyleNames.Heading(StyleNames.SectionLevel));

    private void FillLines(string tag, IEnumerable<string> lines)
    {
        var block = Controls.Tagged(document, tag).FirstOrDefault();
        var texts = lines.ToList();
        if (block is null)
        {
            if (texts.Count > 0 && tag != Tags.AgendaList)
                throw TemplateException.Missing(tag);
            return;
        }

        var content = block.GetFirstChild<SdtContentBlock>()!;
        var model = content.GetFirstChild<Paragraph>() ?? Wml.Paragraph(StyleNames.Label);
        content.RemoveAllChildren();
        foreach (var text in texts.DefaultIfEmpty(FormText.Nothing))
        {
            var line = new Paragraph();
            if (model.ParagraphProperties is { } look)
                line.Append(look.CloneNode(true));
            foreach (var part in text.Split('\t').Select((word, index) => (word, index)))
            {
                if (part.index > 0)
                    line.Append(Wml.Tab());
                line.Append(Wml.Run(part.word));
            }

            content.Append(line);
        }
    }

    private void FillItems(FixedTableWriter tables)
    {
        var spare = SpareItems();
        if (spare.Count == 0)
        {
            if (minutes.Items.Count > 0)
                throw TemplateException.Missing(Tags.ItemPrefix + "…");
            return;
        }

        var text = new RichTextWriter(numbering, links, boards);
        var model = (SdtElement)spare[0].CloneNode(true);
        foreach (var item in minutes.Items.Where(item => !IsAfterSpare(item)))
            spare[0].InsertBeforeSelf(Item(item));
        OpenXmlElement last = spare[^1];
        foreach (var item in minutes.Items.Where(IsAfterSpare))
            last = last.InsertAfterSelf(Item(item));

        foreach (var old in mode.IsDraft ? [] : spare)
            old.Remove();

        SdtElement Item(AgendaItem item) => ItemBlock.Fill(
            (SdtElement)model.CloneNode(true), item, text, tables, mode.OpenTables.TryGetValue(item.Id, out var open) ? FixedTables.For(open, minutes.IsJoint) : [], mode.Offered.GetValueOrDefault(item.Id, []), boards, mode);
    }

    // What comes up during the meeting belongs before the board's own part, which closes the agenda.
    private bool IsAfterSpare(AgendaItem item) => mode.IsDraft && minutes.Items.SkipWhile(other => other != item).All(other => other.Audience == Audience.Board);

    private List<SdtElement> SpareItems() =>
        [.. Controls.In(document).Where(control => Controls.TagOf(control)?.StartsWith(Tags.ItemPrefix, StringComparison.Ordinal) == true)];

    // Word drops a numbering that no list of the template uses.
    private static string Numbering(PartsPackage package)
    {
        const string Part = "word/numbering.xml";
        if (!package.Contains(Part))
        {
            package.SetXml(Part, WordParts.Resource("numbering.xml"));
            PackageDeclarations.Add(package, "word/document.xml", Part, WordParts.NumberingType, WordParts.NumberingRelation);
        }

        return package.RootElement(Part);
    }
}
