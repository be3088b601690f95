using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerOffice.Sandbox;

/// <summary>A rectangle of cells, rows and columns counted from 1.</summary>
internal readonly partial record struct CellArea(int Top, int Left, int Bottom, int Right)
{
    private const int MaxRow = 1_048_576;
    private const int MaxColumn = 16_384;

    public int Rows => Bottom - Top + 1;

    public int Columns => Right - Left + 1;

    public static CellArea? TryParse(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var (top, left) = (Row(match.Groups["r1"].Value), Column(match.Groups["c1"].Value));
        var (bottom, right) = match.Groups["r2"].Success ? (Row(match.Groups["r2"].Value), Column(match.Groups["c2"].Value)) : (top, left);
        return top < 1 || bottom > MaxRow || right > MaxColumn || bottom < top || right < left ? null : new CellArea(top, left, bottom, right);
    }

    public static string NameOf(int row, int column) => LettersOf(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string LettersOf(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }

    public override string ToString() => (Top, Left) == (Bottom, Right) ? NameOf(Top, Left) : $"{NameOf(Top, Left)}:{NameOf(Bottom, Right)}";

    private static int Row(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;

    private static int Column(string letters) => letters.ToUpperInvariant().Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1);

    [GeneratedRegex(@"^\$?(?<c1>[A-Za-z]{1,3})\$?(?<r1>\d{1,7})(:\$?(?<c2>[A-Za-z]{1,3})\$?(?<r2>\d{1,7}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
