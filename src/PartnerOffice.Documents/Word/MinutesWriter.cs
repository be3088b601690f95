using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;
using PartnerOffice.Documents.Packaging;

namespace PartnerOffice.Documents.Word;

/// <summary>Fills the standard form with minutes: complete, in the look of the template.</summary>
public static class MinutesWriter
{
    /// <summary>The minutes as a .docx.</summary>
    /// <param name="template">The template, delivered or restyled.</param>
    /// <exception cref="MinutesFormatException">The minutes cannot be brought into canonical form.</exception>
    /// <exception cref="TemplateException">The template has lost controls or tables that the minutes need.</exception>
    public static byte[] Fill(ReadOnlyMemory<byte> template, Minutes minutes, DocumentFrame frame)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(frame);

        var canonical = CanonicalMinutes.Of(minutes);
        var package = PartsPackage.Read(template);
        new Filling(package, canonical, frame.Values()).Run();

        package.SetXml("docProps/core.xml", WordParts.CoreProperties(new WordParts.Core($"Protokoll {canonical.Number} vom {FormText.Date(canonical.Date)}", null, null, canonical.Date)));
        package.SetXml("docProps/custom.xml", WordParts.CustomProperties(canonical.Id.ToString()));
        return package.ToBytes();
    }

    /// <summary>Fills our own form of the partner edition.</summary>
    internal static void FillEdition(PartsPackage form, Minutes content, IReadOnlyDictionary<string, string> frame) =>
        new Filling(form, content, frame) { IsEdition = true }.Run();

    private static Dictionary<string, string> Values(this DocumentFrame frame) => new()
    {
        [DocumentFrame.DistrictNameTag] = frame.DistrictName,
        [DocumentFrame.UseTag] = frame.Use,
        [DocumentFrame.StandingTag] = "Stand: " + frame.Standing,
    };

    private sealed class Filling(PartsPackage package, Minutes minutes, IReadOnlyDictionary<string, string> frame)
    {
        private readonly Document document = new(package.RootElement("word/document.xml"));
        private readonly NumberingPart numbering = new(package.RootElement("word/numbering.xml"));
        private readonly LinkPart links = new();
        private readonly Dictionary<string, OpenXmlElement> margins = package.Names
            .Where(name => name.StartsWith("word/header", StringComparison.Ordinal) || name.StartsWith("word/footer", StringComparison.Ordinal))
            .ToDictionary(name => name, name => name.StartsWith("word/header", StringComparison.Ordinal) ? (OpenXmlElement)new Header(package.RootElement(name)) : new Footer(package.RootElement(name)));

        public bool IsEdition { get; init; }

        public void Run()
        {
            var tables = new FixedTableWriter(minutes) { WithBookmarks = !IsEdition };
            FillBoards();
            FillValues();
            FillTable(FixedTableWriter.AttendanceForm(minutes), FixedTable.Attendance, [.. tables.Attendance()]);
            FillTable(FixedTable.Circulation, FixedTable.Circulation, [.. tables.Circulation()]);
            FillTable(FixedTable.FollowUps, FixedTable.FollowUps, [.. tables.FollowUps()]);
            FillTable(FixedTable.Attachments, FixedTable.Attachments, [.. tables.Attachments()]);
            FillTable(FixedTable.Signatures, FixedTable.Signatures, [.. tables.Signatures()]);
            FillLines(Tags.AgendaList, minutes.Items.Select(item => $"TOP {item.Number}\t{item.Title}"));
            FillLines(Tags.Distribution, minutes.Distribution);
            FillItems(tables);
            Save();
        }

        private void Save()
        {
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

            foreach (var tag in MinutesValues.LinesThatMayGo)
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

                if (minutes.Boards.Count > 1)
                    NameBoard(block, board);
                last = last.InsertAfterSelf(block);
            }

            foreach (var old in models)
                old.Remove();
        }

        private static void NameBoard(SdtElement block, ParticipatingBoard board)
        {
            var line = block.Descendants<Paragraph>().First();
            OpenXmlElement[] naming =
            [
                Wml.Run($"Kreisverband {board.District}, Leitung "),
                Wml.Value(Tags.BoardChair, "Leitung", board.Chair ?? FormText.Nothing),
                Wml.Run(": "),
            ];
            OpenXmlElement? before = line.ParagraphProperties;
            foreach (var element in naming)
                before = before is null ? line.PrependChild(element) : before.InsertAfterSelf(element);
        }

        private void FillTable(FixedTable form, FixedTable inTemplate, IReadOnlyList<TableRow> rows)
        {
            var old = FixedTables.In(document).FirstOrDefault(found => found.Form.Name == inTemplate.Name).Table;
            if (old is null)
            {
                if (rows.Count > 0)
                    throw TemplateException.Missing(form.Name);
                return;
            }

            if (rows.Count == 0)
            {
                if (old.PreviousSibling() is Paragraph heading && heading.ParagraphProperties?.ParagraphStyleId?.Val?.Value == StyleNames.Heading(StyleNames.SectionLevel))
                    heading.Remove();
                old.Remove();
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
            var spare = Controls.In(document).Where(control => Controls.TagOf(control)?.StartsWith(Tags.ItemPrefix, StringComparison.Ordinal) == true).ToList();
            if (spare.Count == 0)
            {
                if (minutes.Items.Count > 0)
                    throw TemplateException.Missing(Tags.ItemPrefix + "…");
                return;
            }

            var text = new RichTextWriter(numbering, links);
            var model = (SdtElement)spare[0].CloneNode(true);
            OpenXmlElement last = spare[^1];
            foreach (var item in minutes.Items)
                last = last.InsertAfterSelf(ItemBlock.Fill((SdtElement)model.CloneNode(true), item, text, tables));

            foreach (var old in spare)
                old.Remove();
        }
    }
}
