using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Reads the key of each row; a key in plain letters is read without making a string of it.</summary>
internal sealed class KeyCells(WorkbookModel workbook, SheetWords words, int column)
{
    private readonly CellFinder _finder = new(words, column);
    private readonly char[] _letters = new char[256];
    private readonly List<CellSpan> _scratch = new(16);

    /// <summary>The row's key as <see cref="TrackerKey"/> compares it; gone with the next row.</summary>
    public ReadOnlySpan<char> Of(SheetRow row)
    {
        CellSpan cell;
        if (!_finder.TryFind(row, row.Start, out var place, out var said))
            cell = row.Cell(column, _scratch);
        else if (TryLetters(said, out var letters))
            return _letters.AsSpan(0, letters).Trim();
        else
            cell = row.CellAt(place, column);
        return cell.Value.Length == 0 ? default : TrackerKey.Of(CellText.Read(workbook, row, cell));
    }

    private bool TryLetters(ReadOnlySpan<byte> cell, out int count)
    {
        count = 0;
        if (!cell.EndsWith(words.TextEnd))
            return false;
        var tag = cell.IndexOf((byte)'>');
        var rest = cell[tag..];
        var begin = rest.StartsWith(words.KeptText) ? words.KeptText.Length : rest.StartsWith(words.Text) ? words.Text.Length : 0;
        if (begin == 0 || cell[..tag].IndexOf(" t=\"inlineStr\""u8) < 0)
            return false;
        var text = rest[begin..^words.TextEnd.Length];
        // Anything that is more than its own letters is read in full.
        return text.Length <= _letters.Length && text.IndexOfAny("<&\r"u8) < 0 && text.IndexOf("_x"u8) < 0
            && Ascii.ToUtf16(text, _letters, out count) == System.Buffers.OperationStatus.Done;
    }
}
