using System.Buffers;
using System.Globalization;
using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Reads a sheet forward, row by row, through a window; what lies before and behind the rows is kept.</summary>
/// <remarks>
/// Memory holds the window (at least one row) and the sheet without its rows. Where a row ends is searched for by its end tag, which is
/// right wherever "&lt;" begins a tag; a row with comments, CDATA or instructions is walked tag by tag instead.
/// </remarks>
internal sealed class SheetReader : IDisposable
{
    private const int Window = 65_536;
    private readonly string _sheet, _part;
    private readonly ByteSource _source;
    private byte[] _bytes;
    private byte[] _rowEnd = "</"u8.ToArray();
    private byte[] _head = [];

    /// <summary>The window: [_at, _to) is read and not yet passed; _base is the place of the window's first byte in the part.</summary>
    private int _at, _to, _base;
    private bool _ended, _inRows;
    private (int At, int Length) _rowsEnd;

    /// <param name="sheet">Its name.</param>
    /// <param name="part">Where it lies.</param>
    /// <param name="source">Its bytes; read to their end they are verified.</param>
    /// <param name="window">How many bytes to hold at first; it grows where a row needs more.</param>
    public SheetReader(string sheet, string part, ByteSource source, int window = Window)
    {
        _sheet = sheet;
        _part = part;
        _source = source;
        _bytes = ArrayPool<byte>.Shared.Rent(window);
        Words = new SheetWords(ReadHead());
        Row = new SheetRow(part, Words);
    }

    public SheetWords Words { get; }

    /// <summary>The row that was read last.</summary>
    public SheetRow Row { get; }

    private ReadOnlySpan<byte> Rest => _bytes.AsSpan(_at, _to - _at);

    /// <summary>Goes on to the next row; after the last one the part is read to its end and verified.</summary>
    public bool Read()
    {
        while (_inRows)
        {
            var next = Rest.IndexOf((byte)'<');
            _at = next < 0 ? _to : _at + next;
            var rest = Rest;
            if (rest.Length > 1 && rest[1] == (byte)'/')
            {
                _rowsEnd = (_base + _at, 0);
                _inRows = false;
            }
            else if (rest.Length > 1 && rest[1] is (byte)'!' or (byte)'?')
            {
                // A comment between two rows, passed when its end is there.
                var end = rest[1] == (byte)'?' ? rest.IndexOf("?>"u8) + 2 : rest.StartsWith("<!--"u8) || rest.Length < 4 ? rest.IndexOf("-->"u8) + 3 : throw Bad("something stands between its rows.");
                if (end > 3)
                    _at += end;
                else
                    FillOrRefuse();
            }
            else if (ReadRow(rest))
            {
                return true;
            }
            else
            {
                FillOrRefuse();
            }
        }

        return false;
    }

    /// <summary>All that the sheet says besides its rows; reads it to its end first.</summary>
    public SheetShell Shell()
    {
        while (Read())
        {
        }

        while (Fill())
        {
        }

        var shell = new byte[_head.Length + _to - _at];
        _head.CopyTo(shell, 0);
        Rest.CopyTo(shell.AsSpan(_head.Length));
        return new SheetShell(_sheet, _part, shell, _head.Length, _base + _at, _rowsEnd);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _source.Dispose();
    }

    /// <summary>Passes everything up to the first row; says the prefix of the sheet's elements.</summary>
    private string ReadHead()
    {
        while (true)
        {
            Fill();
            var scanner = new XmlScanner(Rest, _part, isCut: !_ended);
            if (!scanner.Next())
                continue;
            if (!scanner.Is("worksheet"u8))
                throw Bad("it is not a worksheet.");
            var prefix = Encoding.UTF8.GetString(scanner.Name[..^scanner.Local.Length]);
            while (scanner.Next())
            {
                if (scanner.Depth != 1 || !scanner.Opens("sheetData"u8))
                    continue;
                _inRows = scanner.Kind == TagKind.Start;
                if (!_inRows)
                    _rowsEnd = (scanner.Start, scanner.End - scanner.Start);
                _head = Rest[..scanner.End].ToArray();
                _at = scanner.End;
                return prefix;
            }

            if (_ended)
                throw Bad("it has no rows.");
        }
    }

    /// <summary>False where the row does not end in the window.</summary>
    private bool ReadRow(ReadOnlySpan<byte> rest)
    {
        var scanner = new XmlScanner(rest, _part, isCut: !_ended);
        if (!scanner.Next())
            return _ended ? throw Bad("the part breaks off.") : false;
        if (!scanner.Is("row"u8))
            throw Bad("something stands between its rows.");

        var (tagEnd, cellsEnd, end, isPlain) = (scanner.End, scanner.End, scanner.End, true);
        if (scanner.Kind == TagKind.Start)
        {
            if (!_rowEnd.AsSpan(2).SequenceEqual(scanner.Name))
                _rowEnd = [.. "</"u8, .. scanner.Name];
            var close = rest[tagEnd..].IndexOf(_rowEnd);
            if (close < 0)
                return false;
            cellsEnd = tagEnd + close;
            var cells = rest[tagEnd..cellsEnd];
            isPlain = cells.IndexOf("<!"u8) < 0 && cells.IndexOf("<?"u8) < 0;
            end = cellsEnd + _rowEnd.Length + 1;
            if (!isPlain || end > rest.Length || rest[end - 1] != (byte)'>')
            {
                var depth = scanner.Depth;
                while (scanner.Next() && !(scanner.Kind == TagKind.End && scanner.Depth == depth))
                {
                }

                if (scanner.Kind != TagKind.End || scanner.Depth != depth)
                    return false;
                (cellsEnd, end) = (scanner.Start, scanner.End);
                scanner = new XmlScanner(rest, _part, isCut: !_ended);
                scanner.Next();
            }
        }

        var number = Row.Number + 1;
        (int, int) name = default;
        var start = _base + _at;
        if (scanner.TryAttribute("r"u8, out var at, out var length))
        {
            if (!int.TryParse(rest.Slice(at, length), NumberStyles.None, CultureInfo.InvariantCulture, out var said) || said < number || said > CellRef.LastRow)
                throw Bad("its rows are not in order.");
            (number, name) = (said, (start + at, length));
        }

        Row.Set(_bytes, _at, number, start, start + tagEnd, start + cellsEnd, start + end, name, isPlain);
        _at += end;
        return true;
    }

    private void FillOrRefuse()
    {
        if (!Fill())
            throw Bad("the part breaks off.");
    }

    /// <summary>Reads on, and makes the window larger where it is full; false at the end.</summary>
    private bool Fill()
    {
        if (_ended)
            return false;
        var waiting = _to - _at;
        if (_at > 0)
            Rest.CopyTo(_bytes);
        (_base, _at, _to) = (_base + _at, 0, waiting);
        if (_to == _bytes.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_bytes.Length * 2);
            Rest.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        while (_to < _bytes.Length)
        {
            var count = _source.Read(_bytes.AsSpan(_to));
            _to += count;
            if (count == 0)
            {
                _ended = true;
                break;
            }
        }

        return _to > waiting;
    }

    private TrackerRefusedException Bad(string why) => Refusal.Unreadable(_part, why);
}
