using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace PartnerOffice.Documents.Edition;

/// <summary>What one character is for a search: its letters, nothing, or the border of a word.</summary>
/// <remarks>
/// Two spellings of the same words become the same letters: case, compatibility forms and ligatures (NFKC), composed and decomposed
/// umlauts, written-out umlauts (file names have ae, oe, ue), accents, Greek and Cyrillic letters that look Latin. What nobody sees
/// is nothing: soft hyphens, zero-width characters, marks of direction (redaction 3.4, place 9).
/// </remarks>
internal static class Fold
{
    /// <summary>Among the letters: a word ends here.</summary>
    public const char Border = ' ';

    private const char Diaeresis = '\u0308';
    // Pairs: a Cyrillic, Greek or barred letter, and the Latin one that it looks like.
    private const string LooksLikeLatin =
        "\u0430a\u0432b\u0435e\u043Dh\u043Ak\u043Cm\u043Eo\u0440p\u0441c\u0442t\u0443y\u0445x\u0456i\u0455s\u0458j\u0501d\u04BBh\u051Bq\u051Dw\u04CFl"
        + "\u03B1a\u03B2b\u03B5e\u03B7h\u03B9i\u03BAk\u03BCm\u03BDv\u03BFo\u03C1p\u03C4t\u03C5u\u03C7x"
        + "\u0131i\u0142l\u0111d\u00F8o";

    // Letters to the eye that are blanks to everybody else.
    private const string HangulFillers = "\u115F\u1160\u3164\uFFA0";

    private static readonly Dictionary<char, char> Latin =
        LooksLikeLatin.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    private static readonly string[] Common = [.. Enumerable.Range(0, 0x250).Select(c => OfCharacter(((char)c).ToString()))];
    private static readonly ConcurrentDictionary<int, string> Rare = [];

    /// <summary>The letters of a character; empty for what nobody sees, <see cref="Border"/> for everything else that is no letter.</summary>
    public static string Of(Rune character) =>
        character.Value < Common.Length
            ? Common[character.Value]
            : Rare.GetOrAdd(character.Value, static value => OfCharacter(new Rune(value).ToString()));

    /// <summary>Whether the character puts two dots on the letter before it, which then reads ae, oe or ue.</summary>
    public static bool IsUmlaut(char letter, Rune mark) => mark.Value == Diaeresis && letter is 'a' or 'o' or 'u';

    private static string OfCharacter(string character)
    {
        // Code points that are no characters at all, as a text read in the wrong byte order has them.
        if (char.IsSurrogate(character[0]) && character.Length == 1)
            return Border.ToString();
        if (IsNoCharacter(char.ConvertToUtf32(character, 0)))
            return "";

        var letters = new StringBuilder();
        foreach (var rune in character.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (letters.Length > 0 && IsUmlaut(letters[^1], rune))
                letters.Append('e');
            else if (Rune.IsLetterOrDigit(rune) && !HangulFillers.Contains((char)rune.Value, StringComparison.Ordinal))
                letters.Append(Lower(rune));
            else if (!IsInvisible(category) && !HangulFillers.Contains((char)rune.Value, StringComparison.Ordinal))
                letters.Append(Border);
        }

        return letters.ToString();
    }

    private static bool IsNoCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    private static string Lower(Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune);
        return lower.Value switch
        {
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            <= char.MaxValue when Latin.TryGetValue((char)lower.Value, out var latin) => latin.ToString(),
            _ => lower.ToString(),
        };
    }

    private static bool IsInvisible(UnicodeCategory category) => category is
        UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
}
