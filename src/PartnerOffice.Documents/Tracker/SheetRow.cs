using System.Globalization;

namespace PartnerOffice.Documents.Tracker;

/// <summary>One row of a sheet as it lies in its part; every place in it is a place in the part.</summary>
/// <remarks>A row that <see cref="SheetReader"/> shows lies in the reader's window and is gone with the next; <see cref="Copy"/> keeps one.</remarks>
internal sealed class SheetRow(string part, SheetWords words)
{
    private byte[] _bytes = [];
    private int _offset;

    public string Part => part;

    public SheetWords Words => words;

    public int Number { get; private set; }

    public int Start { get; private set; }

    /// <summary>Behind the row's own tag.</summary>
    public int TagEnd { get; private set; }

    /// <summary>Where its end tag begins; the end of the row where it has none.</summary>
    public int CellsEnd { get; private set; }

    public int End { get; private set; }

    /// <summary>Where its number stands, if it says one.</summary>
    public (int Start, int Length) Name { get; private set; }

    /// <summary>Neither comments nor CDATA nor instructions: then "&lt;" begins a tag wherever it stands.</summary>
    public bool IsPlain { get; private set; }

    public bool IsEmptyTag => TagEnd == End;

    public ReadOnlySpan<byte> Xml => _bytes.AsSpan(_offset, End - Start);

    public void Set(byte[] bytes, int offset, int number, int start, int tagEnd, int cellsEnd, int end, (int Start, int Length) name, bool isPlain)
    {
        (_bytes, _offset, Number, Start, TagEnd, CellsEnd, End, Name, IsPlain) = (bytes, offset, number, start, tagEnd, cellsEnd, end, name, isPlain);
    }

    public SheetRow Copy()
    {
        var copy = new SheetRow(part, words);
        copy.Set(Xml.ToArray(), 0, Number, Start, TagEnd, CellsEnd, End, Name, IsPlain);
        return copy;
    }

    /// <summary>What stands at a place in the row; nothing where there is no such place.</summary>
    public ReadOnlySpan<byte> Bytes((int Start, int Length) span) => span.Length == 0 ? default : _bytes.AsSpan(_offset + span.Start - Start, span.Length);

    public string Text((int Start, int Length) span) => XmlText.Decode(Bytes(span));

    /// <summary>Its own tag, for its attributes; places are counted from <see cref="Start"/>.</summary>
    public XmlScanner Tag()
    {
        var scanner = new XmlScanner(Xml, part);
        scanner.Next();
        return scanner;
    }

    public bool HasFormulas()
    {
        var xml = Xml;
        for (var at = xml.IndexOf(words.Formula); at >= 0;)
        {
            if (xml[at + words.Formula.Length] is (byte)'>' or (byte)'/' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                return true;
            var next = xml[(at + 1)..].IndexOf(words.Formula);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    public List<CellSpan> Cells() => Cells(new List<CellSpan>(16));

    /// <summary>The cells, into a list that is used again for the next row.</summary>
    public List<CellSpan> Cells(List<CellSpan> cells)
    {
        cells.Clear();
        if (IsEmptyTag)
            return cells;
        var xml = Xml;
        var scanner = Tag();
        var last = 0;
        while (scanner.Next())
        {
            if (!scanner.Opens("c"u8))
                continue;
            var column = last + 1;
            if (scanner.TryAttribute("r"u8, out var at, out var length))
            {
                if (!CellRef.TryParse(xml.Slice(at, length), out var cell) || cell.Row != Number || cell.Column < column)
                    throw Refusal.Unreadable(part, $"the cells of row {Number} are not in order.");
                column = cell.Column;
            }

            last = column;
            cells.Add(ReadCell(ref scanner, xml, column, Start));
        }

        return cells;
    }

    /// <summary>The cell of this column; one without a place where there is none.</summary>
    public CellSpan Cell(int column, List<CellSpan>? scratch = null)
    {
        foreach (var cell in scratch is null ? Cells() : Cells(scratch))
            if (cell.Column == column)
                return cell;
        return default;
    }

    /// <summary>One cell of which it is known where it stands.</summary>
    public CellSpan CellAt((int Start, int Length) place, int column)
    {
        var cell = Bytes(place);
        var scanner = new XmlScanner(cell, part);
        scanner.Next();
        return ReadCell(ref scanner, cell, column, place.Start);
    }

    private static CellSpan ReadCell(ref XmlScanner scanner, ReadOnlySpan<byte> xml, int column, int offset)
    {
        var start = scanner.Start + offset;
        var tagEnd = scanner.End + offset;
        (int, int) name = default, type = default, value = default, valueElement = default, formula = default;
        var (style, kind, formulaStart, formulaEnd, isTyped, shared) = (-1, CellType.Number, 0, 0, false, 0);
        for (var at = scanner.NameStart + scanner.NameLength; scanner.NextAttribute(ref at, out var attribute, out var valueAt, out var length);)
        {
            if (attribute.Length != 1)
                continue;
            var text = xml.Slice(valueAt, length);
            switch (attribute[0])
            {
                case (byte)'r': name = (offset + valueAt, length); break;
                case (byte)'s' when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number): style = number; break;
                case (byte)'t': (type, kind) = ((offset + valueAt, length), TypeOf(text)); break;
            }
        }

        if (scanner.Kind != TagKind.Empty)
        {
            var depth = scanner.Depth;
            while (scanner.Next() && !(scanner.Kind == TagKind.End && scanner.Depth == depth))
            {
                if (scanner.Kind == TagKind.End || scanner.Depth != depth + 1)
                    continue;
                var (elementStart, contentStart, empty) = (scanner.Start, scanner.End, scanner.Kind == TagKind.Empty);
                if (scanner.Is("f"u8))
                {
                    (formulaStart, isTyped) = (offset + elementStart, scanner.TryAttribute("t"u8, out _, out _));
                    shared = scanner.Attribute("t"u8).SequenceEqual("shared"u8) && int.TryParse(scanner.Attribute("si"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
                    formula = Content(ref scanner, contentStart, empty, offset);
                    formulaEnd = offset + scanner.End;
                }
                else if (scanner.Is("v"u8))
                {
                    value = Content(ref scanner, contentStart, empty, offset);
                    valueElement = (offset + elementStart, scanner.End - elementStart);
                }
                else
                {
                    var isText = scanner.Is("is"u8);
                    var end = scanner.SkipElement();
                    if (isText)
                        value = (offset + elementStart, end - elementStart);
                }
            }
        }

        return new CellSpan
        {
            Column = column,
            Start = start,
            TagEnd = tagEnd,
            End = offset + scanner.End,
            Name = name,
            Style = style,
            Type = kind,
            TypeSpan = type,
            Value = value,
            ValueElement = valueElement,
            Formula = formula,
            FormulaStart = formulaStart,
            FormulaEnd = formulaEnd,
            HasTypedFormula = isTyped,
            SharedFormula = shared,
        };
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
}
