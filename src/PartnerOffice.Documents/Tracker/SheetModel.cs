using System.Globalization;
using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Where the rows of a sheet lie in its bytes, and what else speaks of rows and columns.</summary>
internal sealed class SheetModel
{
    private readonly byte[] _rowEnd, _formula;
    private readonly bool _hasFormulas;
    private readonly List<(int First, int Last, double Width)> _widths = [];

    public SheetModel(string name, string part, byte[] xml)
    {
        Name = name;
        Part = part;
        Xml = xml;
        var scanner = new XmlScanner(xml, part);
        if (!scanner.Next() || !scanner.Is("worksheet"u8))
            throw Refusal.Unreadable(part, "it is not a worksheet.");
        Prefix = Encoding.UTF8.GetString(scanner.Name[..^scanner.Local.Length]);
        _rowEnd = Encoding.UTF8.GetBytes($"</{Prefix}row>");
        _formula = Encoding.UTF8.GetBytes($"<{Prefix}f");
        _hasFormulas = xml.AsSpan().IndexOf(_formula) >= 0;
        Scan(ref scanner);
    }

    public string Name { get; }

    public string Part { get; }

    public byte[] Xml { get; }

    /// <summary>"x:" where the writer of the part called the namespace so; our elements must do the same.</summary>
    public string Prefix { get; }

    public List<RowSpan> Rows { get; } = [];

    /// <summary>Where a last row is inserted, or the whole tag of an empty sheetData.</summary>
    public (int At, int Length) RowsEnd { get; private set; }

    public bool IsProtected { get; private set; }

    public List<CellRange> Merged { get; } = [];

    public List<CellRange> Hyperlinks { get; } = [];

    /// <summary>The dimension's value: where it stands and what it says.</summary>
    public (int Start, int Length) Dimension { get; private set; }

    /// <summary>Ranges that formats, validations and the like cover: lists of ranges, as attribute or text.</summary>
    public List<(int Start, int Length)> Covered { get; } = [];

    /// <summary>Formulas outside cells: of formats, validations, sparklines.</summary>
    public List<(int Start, int Length)> Formulas { get; } = [];

    /// <summary>The column's width in characters.</summary>
    public double WidthOf(int column)
    {
        foreach (var (first, last, width) in _widths)
            if (column >= first && column <= last)
                return width;
        return 8.43;
    }

    /// <summary>The row of this number, or where it would be inserted (as a complement, like a binary search).</summary>
    public int IndexOf(int row)
    {
        int low = 0, high = Rows.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Rows[middle].Number == row)
                return middle;
            if (Rows[middle].Number < row)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }

    public List<CellSpan> CellsOf(int row) => IndexOf(row) is var index and >= 0 ? Cells(Rows[index]) : [];

    public List<CellSpan> Cells(RowSpan row)
    {
        var cells = new List<CellSpan>(16);
        ReadCells(row, cells, upTo: int.MaxValue);
        return cells;
    }

    /// <summary>The cells, into a list that is used again for the next row.</summary>
    public List<CellSpan> Cells(RowSpan row, List<CellSpan> scratch)
    {
        scratch.Clear();
        ReadCells(row, scratch, upTo: int.MaxValue);
        return scratch;
    }

    /// <summary>The one cell, without reading those behind it.</summary>
    public CellSpan? CellAt(RowSpan row, int column, List<CellSpan> scratch)
    {
        scratch.Clear();
        ReadCells(row, scratch, column);
        return scratch.Count > 0 && scratch[^1].Column == column ? scratch[^1] : null;
    }

    public bool HasFormulas(RowSpan row)
    {
        if (!_hasFormulas)
            return false;
        var span = Xml.AsSpan(row.Start, row.End - row.Start);
        for (var at = span.IndexOf(_formula); at >= 0;)
        {
            if (span[at + _formula.Length] is (byte)'>' or (byte)'/' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                return true;
            var next = span[(at + 1)..].IndexOf(_formula);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    public string Text((int Start, int Length) span) => XmlText.Decode(Xml.AsSpan(span.Start, span.Length));

    private void ReadCells(RowSpan row, List<CellSpan> cells, int upTo)
    {
        if (row.TagEnd == row.End)
            return;
        var inside = Xml.AsSpan(row.Start, row.End - row.Start);
        var scanner = new XmlScanner(inside, Part);
        scanner.Next();
        var last = 0;
        while (scanner.Next())
        {
            if (!scanner.Opens("c"u8))
                continue;
            var column = last + 1;
            if (scanner.TryAttribute("r"u8, out var at, out var length))
            {
                if (!CellRef.TryParse(inside.Slice(at, length), out var cell) || cell.Row != row.Number || cell.Column < column)
                    throw Refusal.Unreadable(Part, $"the cells of row {row.Number} are not in order.");
                column = cell.Column;
            }

            if (column > upTo)
                return;
            last = column;
            cells.Add(ReadCell(ref scanner, row.Start, column, at, length));
            if (column == upTo)
                return;
        }
    }

    private static CellSpan ReadCell(ref XmlScanner scanner, int offset, int column, int nameAt, int nameLength)
    {
        var start = scanner.Start;
        var cell = new CellSpan
        {
            Column = column,
            Start = offset + start,
            TagEnd = offset + scanner.End,
            Name = nameLength == 0 ? default : (offset + nameAt, nameLength),
            Style = int.TryParse(scanner.Attribute("s"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var style) ? style : -1,
            Type = TypeOf(scanner.Attribute("t"u8)),
            TypeSpan = scanner.TryAttribute("t"u8, out var typeAt, out var typeLength) ? (offset + typeAt, typeLength) : default,
        };
        if (scanner.Kind == TagKind.Empty)
            return cell with { End = offset + scanner.End };

        var depth = scanner.Depth;
        while (scanner.Next() && !(scanner.Kind == TagKind.End && scanner.Depth == depth))
        {
            if (scanner.Kind == TagKind.End || scanner.Depth != depth + 1)
                continue;
            var (elementStart, contentStart, empty) = (scanner.Start, scanner.End, scanner.Kind == TagKind.Empty);
            if (scanner.Is("f"u8))
            {
                var (f, typed, shared) = (offset + scanner.Start, scanner.TryAttribute("t"u8, out _, out _),
                    scanner.Attribute("t"u8).SequenceEqual("shared"u8) && int.TryParse(scanner.Attribute("si"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1);
                var content = Content(ref scanner, contentStart, empty, offset);
                cell = cell with { FormulaStart = f, Formula = content, FormulaEnd = offset + scanner.End, HasTypedFormula = typed, SharedFormula = shared };
            }
            else if (scanner.Is("v"u8))
            {
                var content = Content(ref scanner, contentStart, empty, offset);
                cell = cell with { Value = content, ValueElement = (offset + elementStart, scanner.End - elementStart) };
            }
            else if (scanner.Is("is"u8))
            {
                var end = scanner.SkipElement();
                cell = cell with { Value = (offset + elementStart, end - elementStart) };
            }
            else
            {
                scanner.SkipElement();
            }
        }

        return cell with { End = offset + scanner.End };
    }

    private static (int Start, int Length) Content(ref XmlScanner scanner, int contentStart, bool empty, int offset)
    {
        if (empty)
            return default;
        scanner.SkipElement();
        return (offset + contentStart, scanner.Start - contentStart);
    }

    private static CellType TypeOf(ReadOnlySpan<byte> type) =>
        type.IsEmpty || type.SequenceEqual("n"u8) ? CellType.Number
        : type.SequenceEqual("s"u8) ? CellType.Shared
        : type.SequenceEqual("inlineStr"u8) ? CellType.Inline
        : type.SequenceEqual("str"u8) ? CellType.FormulaText
        : type.SequenceEqual("b"u8) ? CellType.Truth
        : type.SequenceEqual("d"u8) ? CellType.IsoDate
        : CellType.Error;

    private void Scan(ref XmlScanner scanner)
    {
        // Without comments and CDATA a row's end tag can be searched for; text has its "<" escaped.
        var plain = Xml.AsSpan().IndexOf("<!"u8) < 0;
        var rows = false;
        while (scanner.Next())
        {
            if (scanner.Is("sheetData"u8))
            {
                rows = scanner.Kind == TagKind.Start;
                if (scanner.Kind != TagKind.Start)
                    RowsEnd = (scanner.Start, scanner.Kind == TagKind.Empty ? scanner.End - scanner.Start : 0);
            }
            else if (rows)
            {
                if (scanner.Opens("row"u8))
                    ReadRow(ref scanner, plain);
            }
            else if (scanner.Kind != TagKind.End)
            {
                ReadFeature(ref scanner);
            }
        }
    }

    private void ReadRow(ref XmlScanner scanner, bool plain)
    {
        var number = Rows.Count == 0 ? 1 : Rows[^1].Number + 1;
        (int, int) name = default;
        if (scanner.TryAttribute("r"u8, out var at, out var length))
        {
            if (!int.TryParse(Xml.AsSpan(at, length), NumberStyles.None, CultureInfo.InvariantCulture, out var said) || said < number || said > CellRef.LastRow)
                throw Refusal.Unreadable(Part, "its rows are not in order.");
            number = said;
            name = (at, length);
        }

        var (start, tagEnd) = (scanner.Start, scanner.End);
        var end = scanner.Kind == TagKind.Empty ? tagEnd : plain ? scanner.SkipTo(_rowEnd) : scanner.SkipElement();
        Rows.Add(new RowSpan(number, start, tagEnd, end, name));
    }

    private void ReadFeature(ref XmlScanner scanner)
    {
        var local = scanner.Local;
        if (scanner.TryAttribute("sqref"u8, out var at, out var length)
            && (local.SequenceEqual("conditionalFormatting"u8) || local.SequenceEqual("dataValidation"u8) || local.SequenceEqual("ignoredError"u8)
                || local.SequenceEqual("protectedRange"u8)))
        {
            Covered.Add((at, length));
        }
        else if (local.SequenceEqual("dimension"u8) && scanner.TryAttribute("ref"u8, out at, out length))
        {
            Dimension = (at, length);
        }
        else if (local.SequenceEqual("col"u8))
        {
            if (int.TryParse(scanner.Attribute("min"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                && int.TryParse(scanner.Attribute("max"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
                && double.TryParse(scanner.Attribute("width"u8), NumberStyles.Float, CultureInfo.InvariantCulture, out var width))
                _widths.Add((first, last, width));
        }
        else if (local.SequenceEqual("sheetProtection"u8))
        {
            IsProtected |= scanner.Attribute("sheet"u8) is var on && (on.SequenceEqual("1"u8) || on.SequenceEqual("true"u8));
        }
        else if (local.SequenceEqual("mergeCell"u8) && CellRange.TryParse(scanner.AttributeText("ref"u8), out var merged))
        {
            Merged.Add(merged);
        }
        else if (local.SequenceEqual("hyperlink"u8) && CellRange.TryParse(scanner.AttributeText("ref"u8), out var link))
        {
            Hyperlinks.Add(link);
        }
        else if (scanner.Kind == TagKind.Start
            && (local.SequenceEqual("formula"u8) || local.SequenceEqual("formula1"u8) || local.SequenceEqual("formula2"u8) || local.SequenceEqual("f"u8)
                || local.SequenceEqual("sqref"u8)))
        {
            var list = local.SequenceEqual("sqref"u8) ? Covered : Formulas;
            var start = scanner.End;
            // The formula of an extension lies one element deeper; then the outer one has no text of its own.
            if (scanner.Next() && scanner.Kind == TagKind.End)
                list.Add((start, scanner.Start - start));
            else
                ReadFeature(ref scanner);
        }
    }
}
