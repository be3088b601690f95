using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>The number of an agenda item in the one form that minutes have: "TOP 4 a." is 4a, "N1)" is N 1.</summary>
/// <remarks>Anything else stays as it was typed: a board may number as it likes.</remarks>
public static partial class SpokenNumber
{
    public static string Read(string text)
    {
        var number = TopWord().Replace(MinutesText.Value(text), "").Trim();
        if (Form().Match(number) is not { Success: true } match)
            return number;

        var letter = match.Groups["letter"].Value.ToLowerInvariant();
        return (match.Groups["n"].Success ? "N " : "") + match.Groups["main"].Value + letter + match.Groups["subs"].Value.Replace(" ", "", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(?:TOP|Tagesordnungspunkt|Punkt)(?![\p{L}])[\s.:#]*", RegexOptions.IgnoreCase)]
    private static partial Regex TopWord();

    [GeneratedRegex(@"^(?<n>N\s*\.?\s*)?(?<main>\d{1,3})(?:\s?(?<letter>[a-z])(?![\p{L}]))?(?<subs>(?:\s?\.\s?\d{1,3})*)\s*[.:)\-–]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
