using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Writes the rich text of agenda items: exactly the blocks that minutes know.</summary>
internal sealed class RichTextWriter(NumberingPart numbering, LinkPart links, BoardNames boards)
{
    private const int TableWidth = 9200;

    public IEnumerable<OpenXmlElement> Write(IReadOnlyList<TextBlock> blocks) => Write(blocks, inPassage: false);

    private IEnumerable<OpenXmlElement> Write(IReadOnlyList<TextBlock> blocks, bool inPassage)
    {
        TextBlock? before = null;
        foreach (var block in blocks)
        {
            // Word makes one table of two neighbours; the reader passes over an empty paragraph.
            if (block is TextTable && before is TextTable)
                yield return Wml.Paragraph(null);

            foreach (var element in Block(block, inPassage))
                yield return element;
            before = block;
        }
    }

    private IEnumerable<OpenXmlElement> Block(TextBlock block, bool inPassage) => block switch
    {
        TextParagraph paragraph => [Paragraph(StyleOf(paragraph, inPassage), paragraph.Runs, inPassage)],
        TextHeading heading => [Paragraph(StyleNames.Heading(StyleNames.ItemLevel + heading.Level), heading.Runs, inPassage, inPassage ? StyleNames.InternalRun : null)],
        TextList list => List(list, inPassage),
        TextTable table => [Table(table, inPassage)],
        InternalPassage passage => [Passage(passage)],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string? StyleOf(TextParagraph paragraph, bool inPassage) =>
        inPassage ? StyleNames.Internal
        : paragraph.Runs is [{ Text: PartnerEdition.Placeholder or BoardCopy.Placeholder }] ? StyleNames.Placeholder
        : null;

    // All three carriers of the mark at once (R1): whichever is lost, the passage stays in the board.
    private SdtBlock Passage(InternalPassage passage) => Wml.Block(
        Tags.InternalOf(passage.BoardOf),
        "nur Vorstand",
        [
            Wml.Paragraph(StyleNames.Sign, Wml.Run(BeginFor(passage.BoardOf))),
            .. Write(passage.Blocks, inPassage: true),
            Wml.Paragraph(StyleNames.Sign, Wml.Run(InternalSigns.End)),
        ]);

    private string BeginFor(string? board) => InternalSigns.BeginFor(board is null ? null : boards.NameOf(board));

    private Paragraph Paragraph(string? style, IReadOnlyList<TextRun> runs, bool inPassage, string? runStyle = null) =>
        Wml.Paragraph(style, [.. Runs(runs, inPassage ? runStyle : null)]);

    private IEnumerable<OpenXmlElement> List(TextList list, bool inPassage)
    {
        var number = numbering.NewList(list.Ordered);
        for (var i = 0; i < list.Items.Count; i++)
        {
            var paragraph = Paragraph(inPassage ? StyleNames.Internal : StyleNames.ListParagraph, list.Items[i], inPassage);
            paragraph.ParagraphProperties!.Append(new NumberingProperties(
                new NumberingLevelReference { Val = list.LevelOf(i) },
                new NumberingId { Val = number }));
            yield return paragraph;
        }
    }

    private Table Table(TextTable table, bool inPassage)
    {
        var columns = table.Rows[0].Count;
        var width = (TableWidth / columns).ToString(CultureInfo.InvariantCulture);
        var element = new Table(
            new TableProperties(
                new TableStyle { Val = StyleNames.TextTable },
                new TableWidth { Width = TableWidth.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableLook { Val = "0000", FirstRow = false, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true }),
            new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = width })));
        foreach (var (row, index) in table.Rows.Select((row, index) => (row, index)))
        {
            var written = new TableRow(row.Select(cell => new TableCell(
                new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }),
                Paragraph(StyleNames.Cell, cell, inPassage, StyleNames.InternalRun))));

            // Whoever makes the first row bold means a head; a screen reader needs to be told.
            if (index == 0 && table.Rows.Count > 1 && row.All(cell => cell.Count > 0 && cell.All(run => run.Bold)))
                written.PrependChild(new TableRowProperties(new TableHeader()));
            element.Append(written);
        }

        return element;
    }

    private IEnumerable<OpenXmlElement> Runs(IReadOnlyList<TextRun> runs, string? style)
    {
        for (var i = 0; i < runs.Count;)
        {
            if (!runs[i].Internal)
            {
                yield return Run(runs[i++], style);
                continue;
            }

            // One pair of signs round the whole unbroken passage, whatever its formats.
            var board = runs[i].BoardOf;
            var passage = new List<OpenXmlElement> { Wml.Run(BeginFor(board) + " ", StyleNames.InternalRun) };
            while (i < runs.Count && runs[i].Internal && runs[i].BoardOf == board)
                passage.Add(Run(runs[i++], StyleNames.InternalRun));
            passage.Add(Wml.Run(" " + InternalSigns.End, StyleNames.InternalRun));
            yield return new SdtRun(
                new SdtProperties(new SdtAlias { Val = "nur Vorstand" }, new Tag { Val = Tags.InternalOf(board) }, new SdtId { Val = 0 }),
                new SdtContentRun(passage));
        }
    }

    private OpenXmlElement Run(TextRun run, string? style)
    {
        var properties = new RunProperties();
        if ((style ?? (run.Link is null ? null : StyleNames.Hyperlink)) is { } runStyle)
            properties.Append(new RunStyle { Val = runStyle });
        if (run.Bold)
            properties.Append(new Bold());
        if (run.Italic)
            properties.Append(new Italic());
        if (run.Underline)
            properties.Append(new Underline { Val = UnderlineValues.Single });

        var element = new Run();
        if (properties.HasChildren)
            element.Append(properties);
        element.Append(new Text(run.Text) { Space = SpaceProcessingModeValues.Preserve });
        return run.Link is null ? element : new Hyperlink(element) { Id = links.IdOf(run.Link) };
    }
}
