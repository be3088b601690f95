using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerOffice.Sandbox;

/// <summary>What Excel makes of a text that is typed into a cell, or written through <c>values</c>, which is the same.</summary>
internal static partial class TypedText
{
    public const string Percent = "0%";
    public const string Date = "m/d/yyyy";
    public const string MonthYear = "mmm-yy";
    public const string DayMonth = "d-mmm";
    public const string Time = "h:mm";

    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>The value, a number format that Excel sets along with it, or a formula.</summary>
    public readonly record struct Result(object? Value, string? Format = null, string? Formula = null);

    public static Result Convert(string typed, CultureInfo culture, DateOnly today)
    {
        if (typed.Length == 0)
        {
            return new Result(null);
        }

        // The apostrophe says "text", is not part of it, and is the only way to keep 1.1 or 4-1 as they are.
        if (typed[0] == '\'')
        {
            return new Result(typed[1..]);
        }

        if (typed[0] == '=' && typed.Length > 1)
        {
            return new Result(null, Formula: typed[1..]);
        }

        var text = typed.Trim();
        return Truth(text, culture) ?? Number(text, culture) ?? Moment(text, culture, today) ?? Formula(text) ?? new Result(typed);
    }

    private static Result? Truth(string text, CultureInfo culture) => (text.ToUpperInvariant(), culture.TwoLetterISOLanguageName) switch
    {
        ("TRUE", _) or ("WAHR", "de") => new Result(true),
        ("FALSE", _) or ("FALSCH", "de") => new Result(false),
        _ => null,
    };

    private static Result? Number(string text, CultureInfo culture)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowParentheses | NumberStyles.AllowCurrencySymbol | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;
        if (text.EndsWith('%') && double.TryParse(text[..^1], plain, culture, out var percent))
        {
            return new Result(percent / 100, Percent);
        }

        if (double.TryParse(text, plain, culture, out var number))
        {
            return new Result(number);
        }

        // Thousands count only where they stand in threes, so that "1.1" in German is a date and no number.
        return Grouped(culture).IsMatch(text) && double.TryParse(text, plain | NumberStyles.AllowThousands, culture, out var grouped) ? new Result(grouped, "#,##0") : null;
    }

    private static Result? Moment(string text, CultureInfo culture, DateOnly today)
    {
        if (ClockTime().Match(text) is { Success: true } clock && int.Parse(clock.Groups["h"].Value, CultureInfo.InvariantCulture) is var hour && hour < 24
            && int.Parse(clock.Groups["m"].Value, CultureInfo.InvariantCulture) is var minute && minute < 60)
        {
            return new Result(((hour * 60) + minute) / 1440.0, Time);
        }

        if (Iso().Match(text) is { Success: true } iso)
        {
            return Day(iso.Groups["y"].Value, iso.Groups["m"].Value, iso.Groups["d"].Value, Date, today);
        }

        // 14.7.2026, 14/7/26, 14-7: day first in German, month first in American English.
        if (Numeric().Match(text) is { Success: true } numeric)
        {
            var (first, second) = (numeric.Groups["a"].Value, numeric.Groups["b"].Value);
            var isDayFirst = culture.TwoLetterISOLanguageName != "en";
            var year = numeric.Groups["y"].Value;
            if (Day(year, isDayFirst ? second : first, isDayFirst ? first : second, year.Length > 0 ? Date : DayMonth, today) is { } date)
            {
                return date;
            }

            // 07/2026, 7-26 with a second number that is no day or month.
            return year.Length == 0 && second.Length is 2 ? Day(second, first, "1", MonthYear, today) : null;
        }

        if (MonthAndYear().Match(text) is { Success: true } month)
        {
            return Day(month.Groups["y"].Value, month.Groups["m"].Value, "1", MonthYear, today);
        }

        // 2026-07, the number of many a resolution, is July to Excel.
        if (YearAndMonth().Match(text) is { Success: true } yearFirst && Day(yearFirst.Groups["y"].Value, yearFirst.Groups["m"].Value, "1", MonthYear, today) is { } yearMonth)
        {
            return yearMonth;
        }

        string[] worded = ["d. MMMM yyyy", "d. MMMM", "d. MMM yyyy", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM yyyy", "MMM yyyy", "d-MMM-yy", "d-MMM-yyyy", "d-MMM"];
        return DateTime.TryParseExact(text, worded, culture, DateTimeStyles.AllowWhiteSpaces, out var parsed) ? new Result(Serial(parsed), Date) : null;
    }

    /// <summary>Excel takes a leading plus, minus or at sign for the beginning of a formula.</summary>
    private static Result? Formula(string text) => text.Length > 1 && text[0] is '+' or '-' or '@' ? new Result(null, Formula: text.TrimStart('+')) : null;

    private static Result? Day(string year, string month, string day, string format, DateOnly today)
    {
        var y = year.Length == 0 ? today.Year : int.Parse(year, CultureInfo.InvariantCulture);
        y += year.Length is 1 or 2 ? (y < 30 ? 2000 : 1900) : 0;
        var (m, d) = (int.Parse(month, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture));
        return y is >= 1900 and <= 9999 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new Result(Serial(new DateTime(y, m, d)), format) : null;
    }

    private static double Serial(DateTime day) => (day - Epoch).TotalDays;

    private static Regex Grouped(CultureInfo culture) => new($"^[+-]?\\d{{1,3}}({Regex.Escape(culture.NumberFormat.NumberGroupSeparator)}\\d{{3}})+({Regex.Escape(culture.NumberFormat.NumberDecimalSeparator)}\\d+)?$");

    [GeneratedRegex(@"^(?<h>\d{1,2}):(?<m>\d{2})(:\d{2})?$", RegexOptions.ExplicitCapture)]
    private static partial Regex ClockTime();

    [GeneratedRegex(@"^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?<a>\d{1,2})(?<s>[./-])(?<b>\d{1,2})((\k<s>)(?<y>\d{4}|\d{1,2})?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^(?<m>\d{1,2})[./-](?<y>\d{4})$")]
    private static partial Regex MonthAndYear();

    [GeneratedRegex(@"^(?<y>\d{4})[./-](?<m>\d{1,2})$")]
    private static partial Regex YearAndMonth();
}
