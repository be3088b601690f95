using System.Buffers.Text;
using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Finds the cell of one column without reading those before it.</summary>
/// <remarks>
/// In a plain row "&lt;c r="F12"" begins that cell wherever it stands: a text cannot hold "&lt;". Where it is not found (no such cell, or
/// written in another hand) the row must be read cell by cell.
/// </remarks>
internal sealed class CellFinder
{
    private readonly SheetWords _words;
    private readonly byte[] _sought;
    private readonly int _digitsAt;

    public CellFinder(SheetWords words, int column)
    {
        (_words, Column) = (words, column);
        _sought = [.. words.Cell, .. Encoding.ASCII.GetBytes(CellRef.ColumnName(column)), .. new byte[8]];
        _digitsAt = _sought.Length - 8;
    }

    public int Column { get; }

    /// <summary>Where the cell stands in the part, looked for behind <paramref name="from"/>; false says nothing.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="from">A place in the row.</param>
    /// <param name="cell">The cell.</param>
    /// <param name="said">What it says besides its place; its value, its format and nothing of where it stands.</param>
    public bool TryFind(SheetRow row, int from, out (int Start, int Length) cell, out ReadOnlySpan<byte> said)
    {
        cell = default;
        said = default;
        if (!row.IsPlain || !Utf8Formatter.TryFormat(row.Number, _sought.AsSpan(_digitsAt), out var digits))
            return false;
        _sought[_digitsAt + digits] = (byte)'"';
        var xml = row.Xml;
        var at = Math.Max(0, from - row.Start);
        var found = xml[at..].IndexOf(_sought.AsSpan(0, _digitsAt + digits + 1));
        if (found < 0)
            return false;

        at += found;
        var rest = xml[at..];
        var tag = rest[..(rest.IndexOf((byte)'>') + 1)];
        // A ">" inside an attribute leaves its quote open.
        if (tag.Length < 2 || tag.Contains((byte)'\'') || tag.Count((byte)'"') % 2 != 0)
            return false;
        var end = tag.Length;
        if (tag[^2] != (byte)'/')
        {
            var close = rest.IndexOf(_words.CellEnd);
            end = close + _words.CellEnd.Length + 1;
            // "</c >" is right too, but then the next one found may be another cell's.
            if (close < 0 || rest[end - 1] != (byte)'>')
                return false;
        }

        cell = (row.Start + at, end);
        said = rest[(_digitsAt + digits + 1)..end];
        return true;
    }
}
