using System.Globalization;
using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>A cell by column and row, both counted from 1.</summary>
internal readonly record struct CellRef(int Column, int Row)
{
    public const int LastRow = 1_048_576, LastColumn = 16_384;

    public static bool TryParse(ReadOnlySpan<char> text, out CellRef cell)
    {
        int column = 0, row = 0, at = 0;
        if (at < text.Length && text[at] == '$')
            at++;
        var letters = at;
        for (; at < text.Length && char.IsAsciiLetter(text[at]) && at - letters < 4; at++)
            column = (column * 26) + ((text[at] | 0x20) - 'a' + 1);
        var hasColumn = at > letters;
        if (at < text.Length && text[at] == '$')
            at++;
        var digits = at;
        for (; at < text.Length && char.IsAsciiDigit(text[at]) && at - digits < 8; at++)
            row = (row * 10) + (text[at] - '0');
        cell = new CellRef(column, row);
        return hasColumn && at > digits && at == text.Length && column <= LastColumn && row is >= 1 and <= LastRow;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out CellRef cell)
    {
        int column = 0, row = 0, at = 0;
        for (; at < text.Length && (uint)((text[at] | 0x20) - 'a') < 26 && at < 4; at++)
            column = (column * 26) + ((text[at] | 0x20) - 'a' + 1);
        var digits = at;
        for (; at < text.Length && (uint)(text[at] - '0') < 10 && at - digits < 8; at++)
            row = (row * 10) + (text[at] - '0');
        cell = new CellRef(column, row);
        return digits > 0 && at > digits && at == text.Length && column <= LastColumn && row is >= 1 and <= LastRow;
    }

    public static string ColumnName(int column)
    {
        var name = new StringBuilder(3);
        for (; column > 0; column = (column - 1) / 26)
            name.Insert(0, (char)('A' + ((column - 1) % 26)));
        return name.ToString();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(Column)}{Row}");
}
