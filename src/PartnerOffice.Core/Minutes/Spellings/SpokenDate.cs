using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>Reads a day as people write it: 14.7.26, 14. Juli, Di 14.07.2026, 2026-07-14. What can mean two days is a question.</summary>
public static partial class SpokenDate
{
    // A day without a year is the nearest one, as long as nobody could mean another.
    private const int ClearlyNearest = 120;

    private static readonly string[][] Months =
    [
        ["januar", "jan", "jänner", "jaenner", "january"], ["februar", "feb", "feber", "february"], ["märz", "mär", "maerz", "mrz", "march", "mar"],
        ["april", "apr"], ["mai", "may"], ["juni", "jun", "june"], ["juli", "jul", "july"], ["august", "aug"],
        ["september", "sep", "sept"], ["oktober", "okt", "october", "oct"], ["november", "nov"], ["dezember", "dez", "december", "dec"],
    ];

    // In the order of DayOfWeek.
    private static readonly string[][] Weekdays =
    [
        ["sonntag", "so", "sunday", "sun"], ["montag", "mo", "monday", "mon"], ["dienstag", "di", "tuesday", "tue"], ["mittwoch", "mi", "wednesday", "wed"],
        ["donnerstag", "do", "thursday", "thu"], ["freitag", "fr", "friday", "fri"], ["samstag", "sa", "sonnabend", "saturday", "sat"],
    ];

    /// <summary>The day, a question, or neither.</summary>
    /// <param name="near">A day that the text is about, for days without a year; without it they are asked about.</param>
    public static Spelling<DateOnly> Read(string? text, DateOnly? near = null)
    {
        if (string.IsNullOrWhiteSpace(text))
            return default;

        var (date, weekday) = WithoutWeekday(Before().Replace(TypedText.Plain(text), ""));
        var read = ReadDay(date.Trim(), near);
        return weekday is { } said && read.Value is { } day && day.DayOfWeek != said ? read with { Question = OtherWeekday(day, said) } : read;
    }

    private static Spelling<DateOnly> ReadDay(string date, DateOnly? near)
    {
        if (YearFirst().Match(date) is { Success: true } iso)
            return new(Day(Number(iso, "y"), Number(iso, "m"), Number(iso, "d")));
        if (Dotted().Match(date) is { Success: true } dotted)
            return WithYear(dotted, Number(dotted, "m"), Number(dotted, "d"), near, date);
        if ((Named().Match(date) is { Success: true } german ? german : MonthFirst().Match(date)) is { Success: true } named && MonthOf(named.Groups["month"].Value) is { } month)
            return WithYear(named, month, Number(named, "d"), near, date);
        if (Slashed().Match(date) is { Success: true } slashed)
            return OfSlashes(slashed, near, date);
        return Digits().Match(date) is { Success: true } digits ? OfDigits(digits.Value) : default;
    }

    // 4/5/2026 is May here and April elsewhere; 14/7/2026 can only be July.
    private static Spelling<DateOnly> OfSlashes(Match match, DateOnly? near, string text)
    {
        var (first, second) = (Number(match, "first"), Number(match, "second"));
        if (!match.Groups["y"].Success)
            return first > 12 && second <= 12 ? WithYear(match, second, first, near, text) : new(null, TwoDays(text));

        var year = Year(match);
        var readings = new List<DateOnly?> { Day(year, second, first), Day(year, first, second) };
        if (match.Groups["y"].Length == 2 && match.Groups["sign"].Value == "-")
            readings.Add(Day(Century(first), second, Number(match, "y")));
        var possible = readings.OfType<DateOnly>().Distinct().ToList();
        return possible.Count switch
        {
            0 => default,
            1 => new(possible[0]),
            _ => new(null, TwoDays(text)),
        };
    }

    private static Spelling<DateOnly> OfDigits(string digits)
    {
        int Part(int at, int length) => int.Parse(digits.AsSpan(at, length), CultureInfo.InvariantCulture);

        DateOnly?[] readings = digits.Length == 8
            ? [Day(Part(0, 4), Part(4, 2), Part(6, 2)), Day(Part(4, 4), Part(2, 2), Part(0, 2))]
            : [Day(Century(Part(0, 2)), Part(2, 2), Part(4, 2)), Day(Century(Part(4, 2)), Part(2, 2), Part(0, 2))];
        var possible = readings.OfType<DateOnly>().Where(day => day.Year is > 1945 and < 2100).Distinct().ToList();
        return possible.Count switch
        {
            0 => default,
            1 => new(possible[0]),
            _ => new(null, TwoDays(digits)),
        };
    }

    private static Spelling<DateOnly> WithYear(Match match, int month, int day, DateOnly? near, string text)
    {
        if (match.Groups["y"].Success)
            return new(Day(Year(match), month, day));
        if (Day(2024, month, day) is null)
            return default;
        if (near is not { } about)
            return new(null, NoYear(text));

        var nearest = ((int[])[about.Year - 1, about.Year, about.Year + 1])
            .Select(year => Day(year, month, day))
            .OfType<DateOnly>()
            .OrderBy(candidate => Math.Abs(candidate.DayNumber - about.DayNumber))
            .FirstOrDefault();
        return Math.Abs(nearest.DayNumber - about.DayNumber) <= ClearlyNearest ? new(nearest) : new(null, NoYear(text));
    }

    private static (string Date, DayOfWeek? Weekday) WithoutWeekday(string text)
    {
        var match = WeekdayBefore().Match(text);
        if (!match.Success || WeekdayOf(match.Groups["day"].Value) is null)
            match = WeekdayAfter().Match(text);
        return match.Success && WeekdayOf(match.Groups["day"].Value) is { } weekday ? (match.Groups["rest"].Value, weekday) : (text, null);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static int Year(Match match) => match.Groups["y"].Length == 2 ? Century(Number(match, "y")) : Number(match, "y");

    private static int Century(int year) => year < 80 ? 2000 + year : 1900 + year;

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int? MonthOf(string word) => IndexIn(Months, word) is { } index ? index + 1 : null;

    private static DayOfWeek? WeekdayOf(string word) => IndexIn(Weekdays, word) is { } index ? (DayOfWeek)index : null;

    private static int? IndexIn(string[][] table, string word)
    {
        var index = Array.FindIndex(table, names => names.Contains(word.TrimEnd('.').ToLowerInvariant()));
        return index < 0 ? null : index;
    }

    private static Bilingual TwoDays(string text) => new($"»{text}« kann verschiedene Tage meinen.", $"\"{text}\" can mean different days.");

    private static Bilingual NoYear(string text) => new($"Zu »{text}« fehlt das Jahr.", $"\"{text}\" has no year.");

    private static Bilingual OtherWeekday(DateOnly day, DayOfWeek said) => new(
        $"Der {TimeText.Day(day)} ist kein {CultureInfo.GetCultureInfo("de-DE").DateTimeFormat.GetDayName(said)}.",
        $"{TimeText.Day(day)} is no {said}.");

    [GeneratedRegex(@"^(?:am|vom|den|dem|bis|zum|ab|seit)\s+(?:(?:zum|zu|den|dem)\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?<day>\p{L}+)\.?,?\s*(?:de[nmr]\s+)?(?<rest>\d.*|\p{L}+\.?\s+\d.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex WeekdayBefore();

    [GeneratedRegex(@"^(?<rest>.*\d\.?)\s*,?\s*\(?(?<day>\p{L}+)\.?\)?$")]
    private static partial Regex WeekdayAfter();

    [GeneratedRegex(@"^(?<y>\d{4})(?<sign>[-/.])(?<m>\d{1,2})\k<sign>(?<d>\d{1,2})$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<d>\d{1,2})\.\s*(?<m>\d{1,2})(?:\.\s*(?<y>\d{4}|\d{2})?)?$")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(?<d>\d{1,2})(?:\.|st|nd|rd|th)?\s*(?:of\s+)?(?<month>\p{L}+)\.?,?\s*(?<y>\d{4}|\d{2})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<month>\p{L}+)\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(?<y>\d{4}))?$", RegexOptions.IgnoreCase)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^(?<first>\d{1,2})\s*(?<sign>[-/])\s*(?<second>\d{1,2})(?:\s*\k<sign>\s*(?<y>\d{4}|\d{2}))?$")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"^(?:\d{8}|\d{6})$")]
    private static partial Regex Digits();
}
