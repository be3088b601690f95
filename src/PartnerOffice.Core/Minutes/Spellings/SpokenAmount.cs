using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>Reads an amount of money in the ways of any language's Word: 1.234,50 EUR, 1,234.50 €, 250 Euro. "1,234 €" is a question.</summary>
public static partial class SpokenAmount
{
    public static Amount? Read(string? text, out Bilingual? question)
    {
        question = null;
        if (Form().Match(TypedText.Plain(text ?? "")) is not { Success: true } match)
            return null;

        var figures = match.Groups["value"].Value.Replace(" ", "", StringComparison.Ordinal);
        var word = match.Groups["currency"].Success ? match.Groups["currency"].Value : match.Groups["before"].Value;
        var currency = word is "€" || word.Equals("Euro", StringComparison.OrdinalIgnoreCase) ? "EUR" : word.ToUpperInvariant();
        var sign = figures.LastIndexOfAny([',', '.']);
        if (sign < 0)
            return new Amount(decimal.Parse(figures, CultureInfo.InvariantCulture), currency, null);

        // The last of two different signs parts the cents; one sign alone parts thousands where three digits follow, and the comma never does here.
        var (whole, rest) = (figures[..sign], figures[(sign + 1)..]);
        var isMixed = whole.AsSpan().IndexOfAny(',', '.') is >= 0 and var other && whole[other] != figures[sign];
        if (!isMixed && rest.Length == 3)
        {
            if (figures[sign] == ',' && whole is not ("0" or "-0"))
            {
                question = new Bilingual($"»{match.Value}« kann Tausend oder Komma meinen.", $"\"{match.Value}\" can mean thousands or a fraction.");
                return null;
            }

            if (figures[sign] == '.')
                return new Amount(decimal.Parse(whole.Replace(".", "", StringComparison.Ordinal) + rest, CultureInfo.InvariantCulture), currency, null);
        }

        var value = Thousands().Replace(whole, "") + "." + rest;
        return decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? new Amount(amount, currency, null) : null;
    }

    [GeneratedRegex(@"^(?:(?<before>€|EUR|Euro)\s*)?(?<value>-?\d[\d.,]*(?: \d{3})*(?:[.,]\d+)?)\s*(?:,[-–]+)?\s*(?<currency>€|Euro|[A-Z]{3})?(?<!^[\d.,\s-]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex("[.,]")]
    private static partial Regex Thousands();
}
