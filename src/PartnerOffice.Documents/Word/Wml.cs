using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartnerOffice.Documents.Word;

/// <summary>The few constructs of WordprocessingML that the standard form is made of.</summary>
/// <remarks>Content comes as an array: an element is itself a sequence of its children, and would be taken apart.</remarks>
internal static class Wml
{
    public static Paragraph Paragraph(string? style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph();
        if (style is not null)
            paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    public static Run Run(string text, string? style = null)
    {
        var run = new Run();
        if (style is not null)
            run.Append(new RunProperties(new RunStyle { Val = style }));
        run.Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    public static Run Tab() => new(new TabChar());

    /// <summary>A control in a line that holds one value.</summary>
    public static SdtRun Value(string tag, string title, string text) =>
        new(
            new SdtProperties(new SdtAlias { Val = title }, new Tag { Val = tag }, new SdtId { Val = 0 }, new SdtContentText()),
            new SdtContentRun(Run(text)));

    /// <summary>A run-level drop-down: a block-level one leaks its value in LibreOffice.</summary>
    public static SdtRun Choice(string tag, string title, IEnumerable<string> words, string chosen)
    {
        var list = new SdtContentDropDownList();
        foreach (var word in words)
            list.Append(new ListItem { DisplayText = word, Value = word });
        return new SdtRun(
            new SdtProperties(new SdtAlias { Val = title }, new Tag { Val = tag }, new SdtId { Val = 0 }, list),
            new SdtContentRun(Run(chosen)));
    }

    /// <summary>A control round whole paragraphs and tables.</summary>
    public static SdtBlock Block(string tag, string title, params OpenXmlElement[] content) =>
        new(
            new SdtProperties(new SdtAlias { Val = title }, new Tag { Val = tag }, new SdtId { Val = 0 }),
            new SdtContentBlock(content));

    public static Table Table(FixedTable form, IEnumerable<TableRow> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = StyleNames.FixedTable },
                new TableWidth { Width = Sum(form).ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0420", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = false, NoVerticalBand = true },
                new TableCaption { Val = form.Name }),
            new TableGrid(form.Columns.Select(column => new GridColumn { Width = column.Width.ToString(System.Globalization.CultureInfo.InvariantCulture) })));
        table.Append(HeadRow(form));
        table.Append(rows);
        return table;
    }

    public static TableRow Row(FixedTable form, IReadOnlyList<IEnumerable<OpenXmlElement>> cells) => new(
        [
            new TableRowProperties(new CantSplit()),
            .. form.Columns.Select((column, index) => (OpenXmlElement)Cell(column.Width, [.. cells[index]])),
        ]);

    /// <summary>A row to write in.</summary>
    public static TableRow EmptyRow(FixedTable form) => Row(form, [.. form.Columns.Select(_ => Lines())]);

    /// <summary>The row with at least this height, in twentieths of a point.</summary>
    public static TableRow WithHeight(this TableRow row, uint height)
    {
        row.TableRowProperties!.Append(new TableRowHeight { Val = height, HeightType = HeightRuleValues.AtLeast });
        return row;
    }

    /// <summary>A cell's paragraphs; a cell without a paragraph makes Word report a corrupt file.</summary>
    public static IEnumerable<OpenXmlElement> Lines(params IEnumerable<string> lines)
    {
        var any = false;
        foreach (var line in lines)
        {
            any = true;
            yield return Paragraph(StyleNames.Cell, line.Length == 0 ? [] : [Run(line)]);
        }

        if (!any)
            yield return Paragraph(StyleNames.Cell);
    }

    public static TableCell Cell(int width, params OpenXmlElement[] content)
    {
        var cell = new TableCell(new TableCellProperties(
            new TableCellWidth { Width = width.ToString(System.Globalization.CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }));
        cell.Append(content.Length == 0 ? [Paragraph(StyleNames.Cell)] : content);
        return cell;
    }

    private static int Sum(FixedTable form) => form.Columns.Sum(column => column.Width);

    private static TableRow HeadRow(FixedTable form)
    {
        var upright = form.Columns.Any(column => column.Upright);
        var properties = new TableRowProperties(new CantSplit());
        if (upright)
            properties.Append(new TableRowHeight { Val = 1000, HeightType = HeightRuleValues.AtLeast });
        properties.Append(new TableHeader());

        var row = new TableRow(properties);
        foreach (var column in form.Columns)
        {
            var cell = Cell(column.Width, Paragraph(StyleNames.Cell, Run(column.Head)));
            if (column.Upright)
                cell.TableCellProperties!.Append(new TextDirection { Val = TextDirectionValues.BottomToTopLeftToRight });
            cell.TableCellProperties!.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom });
            row.Append(cell);
        }

        return row;
    }
}
