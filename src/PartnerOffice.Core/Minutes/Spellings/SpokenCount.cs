using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>Reads a small number as people write it: 4, vier, keine.</summary>
public static class SpokenCount
{
    private static readonly string[] Words = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];

    public static int? Read(string? text)
    {
        var word = TypedText.Plain(text ?? "").TrimEnd('.').ToLowerInvariant();
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;

        return word switch
        {
            "kein" or "keine" or "keiner" or "keinem" or "ohne" or "no" or "none" => 0,
            "ein" or "eine" or "einer" or "einem" or "one" => 1,
            "fuenf" => 5,
            "zwoelf" => 12,
            _ when Array.IndexOf(Words, word) is >= 0 and var index => index,
            _ => null,
        };
    }
}
