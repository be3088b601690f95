using System.Globalization;

namespace PartnerOffice.Documents.Tracker;

/// <summary>What a sheet says besides its rows: widths, merged cells, protection, and all that speaks of rows and columns.</summary>
internal sealed class SheetShell
{
    private readonly string _part;
    private readonly byte[] _xml;
    private readonly int _headLength, _tailAt;
    private readonly List<(int First, int Last, double Width)> _widths = [];

    /// <param name="sheet">Its name.</param>
    /// <param name="part">Where it lies.</param>
    /// <param name="xml">The part without its rows.</param>
    /// <param name="headLength">How much of it lies before the rows.</param>
    /// <param name="tailAt">Where in the part the rest begins.</param>
    /// <param name="rowsEnd">See <see cref="RowsEnd"/>.</param>
    public SheetShell(string sheet, string part, byte[] xml, int headLength, int tailAt, (int At, int Length) rowsEnd)
    {
        (Sheet, _part, _xml, _headLength, _tailAt, RowsEnd) = (sheet, part, xml, headLength, tailAt, rowsEnd);
        var scanner = new XmlScanner(xml, part);
        var rows = 0;
        while (scanner.Next())
            if (scanner.Opens("sheetData"u8) && ++rows > 1)
                throw Refusal.Unreadable(part, "it has rows twice.");
            else if (scanner.Kind != TagKind.End)
                ReadFeature(ref scanner);
    }

    public string Sheet { get; }

    public string Part => _part;

    /// <summary>Where a last row is inserted, or the whole tag of an empty sheetData.</summary>
    public (int At, int Length) RowsEnd { get; }

    public bool IsProtected { get; private set; }

    public List<CellRange> Merged { get; } = [];

    public List<CellRange> Hyperlinks { get; } = [];

    /// <summary>The dimension's value.</summary>
    public ShellText? Dimension { get; private set; }

    /// <summary>Ranges that formats, validations and the like cover: lists of ranges, as attribute or text.</summary>
    public List<ShellText> Covered { get; } = [];

    /// <summary>Formulas outside cells: of formats, validations, sparklines.</summary>
    public List<ShellText> Formulas { get; } = [];

    /// <summary>The column's width in characters.</summary>
    public double WidthOf(int column)
    {
        foreach (var (first, last, width) in _widths)
            if (column >= first && column <= last)
                return width;
        return 8.43;
    }

    private ShellText Text(int at, int length) =>
        new(at < _headLength ? at : at - _headLength + _tailAt, length, XmlText.Decode(_xml.AsSpan(at, length)));

    private void ReadFeature(ref XmlScanner scanner)
    {
        var local = scanner.Local;
        if (scanner.TryAttribute("sqref"u8, out var at, out var length)
            && (local.SequenceEqual("conditionalFormatting"u8) || local.SequenceEqual("dataValidation"u8) || local.SequenceEqual("ignoredError"u8)
                || local.SequenceEqual("protectedRange"u8)))
        {
            Covered.Add(Text(at, length));
        }
        else if (local.SequenceEqual("dimension"u8) && scanner.TryAttribute("ref"u8, out at, out length))
        {
            Dimension = Text(at, length);
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
                list.Add(Text(start, scanner.Start - start));
            else
                ReadFeature(ref scanner);
        }
    }
}
