using System.Globalization;
using System.Text;

namespace PartnerOffice.Core;

/// <summary>The canonical form of a piece of text in minutes.</summary>
/// <remarks>
/// NFC, one line, no control characters, and none of the invisible characters that reorder or split words:
/// they would hide words from a search (redaction: right-to-left override, zero-width characters, soft hyphens).
/// </remarks>
public static class MinutesText
{
    /// <summary>One line of canonical text; its own edges are kept, since runs join.</summary>
    public static string Line(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsPlain(text))
            return text;

        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or '\t' or '\v' or '\f' or 0x2028 or 0x2029 or 0x85)
                builder.Append(' ');
            else if (!IsDropped(rune))
                builder.Append(rune.ToString());
        }

        return builder.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>A whole value of canonical text: one line, trimmed.</summary>
    public static string Value(string text) => Line(text).Trim();

    /// <summary>A whole optional value; nothing but white space is null.</summary>
    public static string? OptionalValue(string? text) => text is null || Value(text) is not { Length: > 0 } value ? null : value;

    private static bool IsPlain(string text) => text.All(c => c is >= ' ' and <= '~' || (c is >= '\u00C0' and <= '\u00FF'));

    // Format characters: soft hyphen, zero-width, directional marks and overrides, byte order mark. Broken surrogates arrive as U+FFFD.
    private static bool IsDropped(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate
        || rune.Value is 0xFFFE or 0xFFFF;
}
