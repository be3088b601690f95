using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PartnerOffice.Core;

/// <summary>The form of a running number: text with <c>{Jahr}</c>, <c>{Sitzung}</c> and <c>{Nr}</c>, as in <c>B {Jahr}-{Sitzung}-{Nr}</c> for "B 2026-07-03".</summary>
/// <remarks>The year has four digits, the others at least two.</remarks>
public readonly record struct NumberFormat
{
    private const string Year = "{Jahr}", Meeting = "{Sitzung}", Number = "{Nr}";

    private readonly string? pattern;

    private NumberFormat(string pattern) => this.pattern = pattern;

    /// <summary>Reads a form.</summary>
    /// <exception cref="FormatException">It has no place for a number, a place twice, or one that is not known.</exception>
    public static NumberFormat Parse(string text) =>
        TryParse(text, out var format) ? format : throw new FormatException($"Not a form of numbers: {text}");

    /// <summary>Reads a form, or says that it is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out NumberFormat format)
    {
        format = default;
        if (text is null or { Length: 0 or > 60 } || text.Any(char.IsControl))
        {
            return false;
        }

        var places = Pieces(text).Where(piece => piece is [.., '}']).ToList();
        var isKnown = places.All(place => place is Year or Meeting or Number) && places.Distinct().Count() == places.Count;

        // Two places side by side could not be told apart when a number is read again.
        var areApart = !text.Contains("}{", StringComparison.Ordinal);
        var hasStrayBrace = Pieces(text).Except(places).Any(piece => piece.AsSpan().ContainsAny('{', '}'));
        if (!isKnown || !areApart || hasStrayBrace || !places.Exists(place => place is Meeting or Number))
        {
            return false;
        }

        format = new(text);
        return true;
    }

    /// <summary>The number as it is written. Places that the form has no use for are left aside.</summary>
    public string Write(int year, int meeting, int number) => (pattern ?? "")
        .Replace(Year, year.ToString("0000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(Meeting, meeting.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace(Number, number.ToString("00", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Reads a written number; what the form has no place for is null. False where the text has another form.</summary>
    public bool TryRead(string? text, out int? year, out int? meeting, out int? number)
    {
        (year, meeting, number) = (null, null, null);
        if (pattern is null || text is null)
        {
            return false;
        }

        var rest = text.AsSpan();
        foreach (var piece in Pieces(pattern))
        {
            if (piece is not (Year or Meeting or Number))
            {
                if (!rest.StartsWith(piece, StringComparison.Ordinal))
                {
                    return false;
                }

                rest = rest[piece.Length..];
                continue;
            }

            var digits = 0;
            while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
            {
                digits++;
            }

            if (digits > 6 || (piece == Year ? digits != 4 : digits < 1))
            {
                return false;
            }

            var value = int.Parse(rest[..digits], CultureInfo.InvariantCulture);
            rest = rest[digits..];
            _ = piece switch
            {
                Year => year = value,
                Meeting => meeting = value,
                _ => number = value,
            };
        }

        return rest.IsEmpty;
    }

    /// <summary>The form as it is written in the partnership file.</summary>
    public override string ToString() => pattern ?? "";

    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            var close = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (close < 0)
            {
                plain.Append(text[at]);
                continue;
            }

            if (plain.Length > 0)
            {
                pieces.Add(plain.ToString());
                plain.Clear();
            }

            pieces.Add(text[at..(close + 1)]);
            at = close;
        }

        if (plain.Length > 0)
        {
            pieces.Add(plain.ToString());
        }

        return pieces;
    }
}
