using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>Reads a time of day as people write it: 19.30 Uhr, 19h30, 19 Uhr. "halb acht" is a question.</summary>
public static partial class SpokenTime
{
    public static Spelling<TimeOnly> Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return default;

        var time = Before().Replace(TypedText.Plain(text), "").TrimEnd('.');
        if (InWords().IsMatch(time))
            return new(null, TwoTimes(time));
        if (Form().Match(time) is not { Success: true } match)
            return default;

        var hour = int.Parse(match.Groups["hour"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"].Success ? int.Parse(match.Groups["minute"].Value, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["evening"].Success && hour < 12)
            hour += 12;
        else if (match.Groups["morning"].Success && hour == 12)
            hour = 0;
        if (hour == 24 && minute == 0)
            return new(null, Midnight(time));
        return hour < 24 && minute < 60 ? new(new TimeOnly(hour, minute)) : default;
    }

    private static Bilingual TwoTimes(string text) => new($"»{text}« kann morgens oder abends meinen.", $"\"{text}\" can mean the morning or the evening.");

    private static Bilingual Midnight(string text) => new($"»{text}« ist der Beginn des nächsten Tages.", $"\"{text}\" is the beginning of the next day.");

    [GeneratedRegex(@"^(?:(?:um|ab|gegen|ca\.?|etwa|von|bis|seit)\s+)+", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?:halb|viertel|dreiviertel|kurz|(?:fünf|zehn)\s+(?:vor|nach)|(?:ein|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\s+Uhr)\b", RegexOptions.IgnoreCase)]
    private static partial Regex InWords();

    [GeneratedRegex(
        @"^(?<hour>\d{1,2})(?:\s*(?:[:.,h]|Uhr)\s*(?<minute>\d{2})(?::00)?|(?<minute>(?<=\d\d)\d{2}))?\s*(?:Uhr|hrs|h)?\.?\s*(?:(?<evening>abends|nachmittags|p\.?\s?m\.?)|(?<morning>morgens|vormittags|früh|a\.?\s?m\.?))?$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
