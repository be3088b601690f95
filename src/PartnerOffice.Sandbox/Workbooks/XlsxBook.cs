using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PartnerOffice.Sandbox;

/// <summary>A workbook as Excel for the web would hold it open: slow, whole in memory, without calculation.</summary>
/// <remarks>
/// It rewrites what it saves as Excel does: texts go into the shared strings, the calculation chain goes, formulas lose their
/// cached value and are calculated when somebody opens the file. Rows that move do not take references in formulas with them.
/// </remarks>
internal sealed class XlsxBook : IDisposable
{
    private readonly MemoryStream _stream = new();
    private readonly SpreadsheetDocument _document;
    private readonly Dictionary<string, int> _shared = new(StringComparer.Ordinal);

    public XlsxBook(byte[] content)
    {
        _stream.Write(content);
        try
        {
            _document = SpreadsheetDocument.Open(_stream, isEditable: true);
            _ = Workbook.Sheets ?? throw new InvalidDataException();
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or InvalidDataException or FileFormatException or System.Xml.XmlException or NullReferenceException)
        {
            throw new GraphRefusal(400, "badRequest", "The workbook cannot be opened.", "unsupportedWorkbook");
        }
    }

    public IEnumerable<Sheet> Sheets => Workbook.Sheets!.Elements<Sheet>();

    public IEnumerable<(Sheet Sheet, Table Table)> Tables =>
        Sheets.SelectMany(sheet => PartOf(sheet).TableDefinitionParts.Select(part => (sheet, part.Table!)));

    private WorkbookPart BookPart => _document.WorkbookPart ?? throw new InvalidDataException();

    private Workbook Workbook => BookPart.Workbook;

    public static CellArea AreaOf(Table table) => CellArea.TryParse(table.Reference!.Value!)!.Value;

    /// <summary>The rows between head and totals.</summary>
    public static CellArea BodyOf(Table table)
    {
        var area = AreaOf(table);
        return area with { Top = area.Top + (int)(table.HeaderRowCount?.Value ?? 1), Bottom = area.Bottom - (int)(table.TotalsRowCount?.Value ?? 0) };
    }

    public Sheet? FindSheet(string nameOrId) =>
        Sheets.FirstOrDefault(sheet => string.Equals(sheet.Name?.Value, nameOrId, StringComparison.OrdinalIgnoreCase) || IdOf(sheet) == nameOrId);

    public (Sheet Sheet, Table Table)? FindTable(string nameOrId) => Tables.Where(found =>
        string.Equals(found.Table.DisplayName?.Value, nameOrId, StringComparison.OrdinalIgnoreCase) || IdOf(found.Table) == nameOrId || found.Table.Id?.ToString() == nameOrId)
        .Select(found => ((Sheet, Table)?)found).FirstOrDefault();

    public static string IdOf(Sheet sheet) => $"{{00000000-0001-0000-{sheet.SheetId!.Value - 1:X2}00-000000000000}}";

    public static string IdOf(Table table) => $"{{00000000-000C-0000-FFFF-FFFF{table.Id!.Value - 1:X2}000000}}";

    public CellArea UsedArea(Sheet sheet)
    {
        var cells = Data(sheet).Elements<Row>().SelectMany(row => row.Elements<Cell>()).Where(cell => cell.CellValue is not null || cell.InlineString is not null || cell.CellFormula is not null)
            .Select(cell => CellArea.TryParse(cell.CellReference!.Value!)!.Value).ToList();
        return cells.Count == 0 ? new CellArea(1, 1, 1, 1) : new CellArea(cells.Min(cell => cell.Top), cells.Min(cell => cell.Left), cells.Max(cell => cell.Top), cells.Max(cell => cell.Left));
    }

    /// <summary>A cell's value: text, number, true or false; an empty text for an empty cell.</summary>
    public object Value(Sheet sheet, int row, int column)
    {
        if (FindCell(sheet, row, column) is not { } cell)
        {
            return "";
        }

        var raw = cell.CellValue?.Text;
        // ClosedXML leaves a blank cell of a column of texts with its type and without a value.
        return cell.DataType?.Value switch
        {
            CellValues.InlineString => TextOf(cell.InlineString),
            CellValues.SharedString when string.IsNullOrEmpty(raw) => "",
            CellValues.SharedString => TextOf(BookPart.SharedStringTablePart?.SharedStringTable.ElementAtOrDefault(int.Parse(raw!, CultureInfo.InvariantCulture))),
            CellValues.Boolean => raw == "1",
            CellValues.String or CellValues.Error or CellValues.Date => raw ?? "",
            _ => string.IsNullOrEmpty(raw) ? "" : double.Parse(raw, CultureInfo.InvariantCulture),
        };
    }

    public string? Formula(Sheet sheet, int row, int column) => FindCell(sheet, row, column)?.CellFormula is { } formula ? "=" + formula.Text : null;

    public string Format(Sheet sheet, int row, int column)
    {
        var styles = BookPart.WorkbookStylesPart?.Stylesheet;
        var format = styles?.CellFormats?.Elements<CellFormat>().ElementAtOrDefault((int)(FindCell(sheet, row, column)?.StyleIndex?.Value ?? 0));
        return NumberFormats.CodeOf(styles, format?.NumberFormatId?.Value ?? 0);
    }

    public void SetFormat(Sheet sheet, int row, int column, string code)
    {
        var cell = MakeCell(sheet, row, column);
        cell.StyleIndex = NumberFormats.StyleWith(StylesPart(), cell.StyleIndex?.Value ?? 0, code);
    }

    /// <summary>Puts in what a person might have typed.</summary>
    public void Type(Sheet sheet, int row, int column, string typed, CultureInfo culture, DateOnly today)
    {
        if (Format(sheet, row, column) == "@")
        {
            SetValue(sheet, row, column, typed.StartsWith('\'') ? typed[1..] : typed.Length == 0 ? null : typed);
            return;
        }

        var result = TypedText.Convert(typed, culture, today);
        if (result.Formula is { } formula)
        {
            SetFormula(sheet, row, column, formula);
            return;
        }

        SetValue(sheet, row, column, result.Value);
        if (result.Format is { } format && Format(sheet, row, column) == NumberFormats.General)
        {
            SetFormat(sheet, row, column, format);
        }
    }

    public void SetValue(Sheet sheet, int row, int column, object? value)
    {
        var cell = MakeCell(sheet, row, column);
        cell.CellFormula = null;
        cell.InlineString = null;
        (cell.DataType, cell.CellValue) = value switch
        {
            null => (null, null),
            bool flag => (new EnumValue<CellValues>(CellValues.Boolean), new CellValue(flag ? "1" : "0")),
            double number => ((EnumValue<CellValues>?)null, new CellValue(number.ToString("R", CultureInfo.InvariantCulture))),
            _ => (new EnumValue<CellValues>(CellValues.SharedString), new CellValue(Share(value.ToString()!).ToString(CultureInfo.InvariantCulture))),
        };
    }

    public void SetFormula(Sheet sheet, int row, int column, string formula)
    {
        var cell = MakeCell(sheet, row, column);
        cell.InlineString = null;
        cell.CellValue = null;
        cell.DataType = null;
        cell.CellFormula = new CellFormula(formula);
    }

    /// <summary>Makes room for rows in a table, before the row with this index, and returns the first new row of the sheet.</summary>
    public int InsertRows(Sheet sheet, Table table, int index, int count)
    {
        var body = BodyOf(table);
        if (table.InsertRow?.Value == true)
        {
            // The one empty row of an empty table is there to be filled.
            table.InsertRow = null;
            count--;
            index = 0;
        }

        var at = body.Top + index;
        if (count > 0)
        {
            ShiftDown(sheet, body, Math.Max(at, body.Top), count);
            var area = AreaOf(table);
            SetReference(table, area with { Bottom = area.Bottom + count });
            Widen(sheet, body, count);
        }

        var pattern = index > 0 ? at - 1 : at + count;
        for (var row = at; row < at + Math.Max(count, 1); row++)
        {
            for (var column = body.Left; column <= body.Right; column++)
            {
                var style = FindCell(sheet, pattern, column)?.StyleIndex;
                MakeCell(sheet, row, column).StyleIndex = style is null ? null : new UInt32Value(style.Value);
                if (Column(table, column - body.Left).CalculatedColumnFormula is { } calculated)
                {
                    SetFormula(sheet, row, column, calculated.Text);
                }
            }
        }

        return at;
    }

    public void DeleteRow(Sheet sheet, Table table, int index)
    {
        var body = BodyOf(table);
        var at = body.Top + index;
        for (var column = body.Left; column <= body.Right; column++)
        {
            FindCell(sheet, at, column)?.Remove();
        }

        if (body.Rows == 1)
        {
            table.InsertRow = true;
            return;
        }

        foreach (var row in Data(sheet).Elements<Row>().Where(row => row.RowIndex! > at).ToList())
        {
            MoveCells(sheet, row, body, -1);
        }

        var area = AreaOf(table);
        SetReference(table, area with { Bottom = area.Bottom - 1 });
        Widen(sheet, body, -1);
    }

    public static TableColumn Column(Table table, int index) => table.TableColumns!.Elements<TableColumn>().ElementAt(index);

    public byte[] Save()
    {
        foreach (var sheet in Sheets)
        {
            foreach (var cell in Data(sheet).Descendants<Cell>())
            {
                if (cell.DataType?.Value == CellValues.InlineString)
                {
                    var text = TextOf(cell.InlineString);
                    cell.InlineString = null;
                    cell.DataType = CellValues.SharedString;
                    cell.CellValue = new CellValue(Share(text).ToString(CultureInfo.InvariantCulture));
                }
                else if (cell.CellFormula is not null)
                {
                    cell.CellValue = null;
                    cell.DataType = null;
                }
            }

            PartOf(sheet).Worksheet.Save();
        }

        if (BookPart.CalculationChainPart is { } chain)
        {
            BookPart.DeletePart(chain);
        }

        Workbook.CalculationProperties ??= new CalculationProperties();
        Workbook.CalculationProperties.FullCalculationOnLoad = true;
        Workbook.Save();
        _document.Save();
        _document.Dispose();
        return _stream.ToArray();
    }

    public void Dispose()
    {
        _document.Dispose();
        _stream.Dispose();
    }

    private void ShiftDown(Sheet sheet, CellArea body, int from, int count)
    {
        foreach (var row in Data(sheet).Elements<Row>().Where(row => row.RowIndex! >= from).OrderByDescending(row => row.RowIndex!.Value).ToList())
        {
            MoveCells(sheet, row, body, count);
        }
    }

    private void MoveCells(Sheet sheet, Row row, CellArea columns, int by)
    {
        foreach (var cell in row.Elements<Cell>().Where(cell => CellArea.TryParse(cell.CellReference!.Value!) is { } at && at.Left >= columns.Left && at.Left <= columns.Right).ToList())
        {
            var column = CellArea.TryParse(cell.CellReference!.Value!)!.Value.Left;
            cell.Remove();
            var target = (int)row.RowIndex!.Value + by;
            FindCell(sheet, target, column)?.Remove();
            cell.CellReference = CellArea.NameOf(target, column);
            Insert(MakeRow(sheet, target), cell, column);
        }
    }

    /// <summary>Formats and validations that ended with the table's last row end with it again.</summary>
    private void Widen(Sheet sheet, CellArea body, int by)
    {
        var worksheet = PartOf(sheet).Worksheet;
        foreach (var list in worksheet.Elements<ConditionalFormatting>().Select(format => format.SequenceOfReferences)
            .Concat(worksheet.Descendants<DataValidation>().Select(validation => validation.SequenceOfReferences)).OfType<ListValue<StringValue>>())
        {
            foreach (var reference in list.Items)
            {
                if (CellArea.TryParse(reference.Value!) is { } area && area.Bottom == body.Bottom && area.Left <= body.Right && area.Right >= body.Left && area.Bottom + by >= area.Top)
                {
                    reference.Value = (area with { Bottom = area.Bottom + by }).ToString();
                }
            }
        }
    }

    private static void SetReference(Table table, CellArea area)
    {
        table.Reference = area.ToString();
        if (table.AutoFilter is { } filter)
        {
            filter.Reference = (area with { Bottom = area.Bottom - (int)(table.TotalsRowCount?.Value ?? 0) }).ToString();
        }
    }

    private int Share(string text)
    {
        var part = BookPart.SharedStringTablePart ?? BookPart.AddNewPart<SharedStringTablePart>();
        part.SharedStringTable ??= new SharedStringTable();
        if (_shared.Count == 0)
        {
            foreach (var (item, index) in part.SharedStringTable.Elements<SharedStringItem>().Select((item, index) => (item, index)))
            {
                // A text with formatting inside is not the same as one without.
                if (item.Elements<Run>().Any() is false)
                {
                    _shared.TryAdd(TextOf(item), index);
                }
            }
        }

        if (!_shared.TryGetValue(text, out var known))
        {
            known = part.SharedStringTable.Elements<SharedStringItem>().Count();
            part.SharedStringTable.AppendChild(new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
            _shared[text] = known;
            part.SharedStringTable.Count = null;
            part.SharedStringTable.UniqueCount = null;
        }

        return known;
    }

    private static string TextOf(OpenXmlElement? item) =>
        item is null ? "" : string.Concat(item.Descendants<Text>().Where(text => text.Parent is not PhoneticRun).Select(text => text.Text));

    private WorkbookStylesPart StylesPart()
    {
        var part = BookPart.WorkbookStylesPart ?? BookPart.AddNewPart<WorkbookStylesPart>();
        part.Stylesheet ??= NumberFormats.Plain();
        return part;
    }

    private WorksheetPart PartOf(Sheet sheet) => (WorksheetPart)BookPart.GetPartById(sheet.Id!.Value!);

    private SheetData Data(Sheet sheet) => PartOf(sheet).Worksheet.GetFirstChild<SheetData>() ?? PartOf(sheet).Worksheet.AppendChild(new SheetData());

    private Cell? FindCell(Sheet sheet, int row, int column)
    {
        var name = CellArea.NameOf(row, column);
        return Data(sheet).Elements<Row>().FirstOrDefault(candidate => candidate.RowIndex! == row)?.Elements<Cell>().FirstOrDefault(cell => cell.CellReference == name);
    }

    private Cell MakeCell(Sheet sheet, int row, int column) =>
        FindCell(sheet, row, column) ?? Insert(MakeRow(sheet, row), new Cell { CellReference = CellArea.NameOf(row, column) }, column);

    private Row MakeRow(Sheet sheet, int index)
    {
        var data = Data(sheet);
        if (data.Elements<Row>().FirstOrDefault(candidate => candidate.RowIndex! == index) is { } known)
        {
            return known;
        }

        var row = new Row { RowIndex = (uint)index };
        if (data.Elements<Row>().LastOrDefault(candidate => candidate.RowIndex! < index) is { } before)
        {
            return data.InsertAfter(row, before);
        }

        return data.InsertAt(row, 0);
    }

    private static Cell Insert(Row row, Cell cell, int column)
    {
        var before = row.Elements<Cell>().LastOrDefault(other => CellArea.TryParse(other.CellReference!.Value!)!.Value.Left < column);
        row.Spans = null;
        return before is null ? row.InsertAt(cell, 0) : row.InsertAfter(cell, before);
    }
}
