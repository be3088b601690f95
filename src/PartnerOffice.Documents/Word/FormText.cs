using System.Globalization;
using System.Text.RegularExpressions;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>How values stand on paper, and how they are read back. What is not understood is null, never a guess.</summary>
internal static partial class FormText
{
    /// <summary>What stands where nothing was said.</summary>
    public const string Nothing = "–";

    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly string[] DateForms = ["dd.MM.yyyy", "d.M.yyyy", "d.M.yy", "dd.MM.yy", "yyyy-MM-dd", "d. MMMM yyyy"];
    private static readonly string[] TimeForms = ["HH:mm", "H:mm", "HH.mm", "H.mm"];

    public static bool IsNothing(string? text) => string.IsNullOrWhiteSpace(text) || text.Trim() is Nothing or "-" or "—";

    public static string? Optional(string? text) => IsNothing(text) ? null : MinutesText.Value(text!);

    public static string Date(DateOnly? date) => date?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>With the day of the week, as DIN 5008 heads have it.</summary>
    public static string DateWithWeekday(DateOnly date) => date.ToString("dddd, dd.MM.yyyy", German);

    public static DateOnly? ReadDate(string? text)
    {
        if (text is null)
            return null;

        var date = Weekday().Replace(text.Trim(), "");
        return DateOnly.TryParseExact(Space().Replace(date, " "), DateForms, German, DateTimeStyles.None, out var read) ? read : null;
    }

    public static string Time(TimeOnly? time) => time is { } t ? t.ToString("HH:mm", CultureInfo.InvariantCulture) + " Uhr" : Nothing;

    public static TimeOnly? ReadTime(string? text)
    {
        if (text is null)
            return null;

        var time = ClockWord().Replace(text, "").Trim();
        return TimeOnly.TryParseExact(time, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read
            : WholeHour().IsMatch(time) && int.Parse(time, CultureInfo.InvariantCulture) < 24 ? new TimeOnly(int.Parse(time, CultureInfo.InvariantCulture), 0)
            : null;
    }

    public static string Moment(DateTimeOffset? moment) => moment is not { } at
        ? Nothing
        : at.ToString(at.Second == 0 ? "dd.MM.yyyy, HH:mm 'Uhr' (zzz)" : "dd.MM.yyyy, HH:mm:ss 'Uhr' (zzz)", CultureInfo.InvariantCulture);

    public static DateTimeOffset? ReadMoment(string? text) =>
        text is not null && DateTimeOffset.TryParseExact(
            text.Trim(),
            ["dd.MM.yyyy, HH:mm 'Uhr' (zzz)", "dd.MM.yyyy, HH:mm:ss 'Uhr' (zzz)"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var read) ? read : null;

    public static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? Nothing;

    public static int? ReadNumber(string? text) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : null;

    public static string Money(Amount amount) => $"{amount.Value.ToString("#,##0.00##########################", German)} {amount.Currency}";

    public static Amount? ReadMoney(string text)
    {
        var match = MoneyForm().Match(text.Trim());
        return match.Success && decimal.TryParse(match.Groups["value"].Value, NumberStyles.Number, German, out var value)
            ? new Amount(value, match.Groups["currency"].Value is "€" ? "EUR" : match.Groups["currency"].Value, null)
            : null;
    }

    public static string Interruptions(IReadOnlyList<Interruption> interruptions) => interruptions.Count == 0
        ? Nothing
        : string.Join("; ", interruptions.Select(span => $"{span.From:HH\\:mm}–{span.Until:HH\\:mm} Uhr"));

    public static IReadOnlyList<Interruption>? ReadInterruptions(string? text)
    {
        if (IsNothing(text))
            return [];

        var spans = new List<Interruption>();
        foreach (var part in text!.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = SpanDash().Split(ClockWord().Replace(part, ""), 2);
            if (ends.Length != 2 || ReadTime(ends[0]) is not { } from || ReadTime(ends[1]) is not { } until)
                return null;

            spans.Add(new Interruption(from, until));
        }

        return spans;
    }

    public static string Interval(Interval interval) => interval switch
    {
        { From: null, Until: null } => "ganze Sitzung",
        { From.Item: { } from, Until.Item: { } until } when from == until => $"zu TOP {from}",
        { From: null } => $"bis {IntervalEnd(interval.Until!.Value)}",
        { Until: null } => $"ab {IntervalEnd(interval.From.Value)}",
        _ => $"ab {IntervalEnd(interval.From.Value)} bis {IntervalEnd(interval.Until.Value)}",
    };

    public static Interval? ReadInterval(string text)
    {
        var trimmed = Space().Replace(text.Trim(), " ");
        if (trimmed.Equals("ganze Sitzung", StringComparison.OrdinalIgnoreCase))
            return new Interval(null, null);
        if (AtItem().Match(trimmed) is { Success: true } at)
            return new Interval(Core.IntervalEnd.AtItem(at.Groups["item"].Value), Core.IntervalEnd.AtItem(at.Groups["item"].Value));
        if (FromUntil().Match(trimmed) is not { Success: true } match)
            return null;

        var (from, fromRead) = ReadEnd(match.Groups["from"].Value);
        var (until, untilRead) = ReadEnd(match.Groups["until"].Value);
        return fromRead && untilRead && (from ?? until) is not null ? new Interval(from, until) : null;
    }

    private static string IntervalEnd(IntervalEnd end) => end.Time is { } time ? Time(time) : end.ToString();

    private static (IntervalEnd? End, bool Read) ReadEnd(string text)
    {
        if (text.Length == 0)
            return (null, true);
        if (text.StartsWith("TOP ", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
            return (Core.IntervalEnd.AtItem(text[4..].Trim()), true);
        return ReadTime(text) is { } time ? (Core.IntervalEnd.At(time), true) : (null, false);
    }

    [GeneratedRegex(@"^\p{L}+\.?,\s*")]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\s*(Uhr|h)\b\.?", RegexOptions.IgnoreCase)]
    private static partial Regex ClockWord();

    [GeneratedRegex(@"^\d{1,2}$")]
    private static partial Regex WholeHour();

    [GeneratedRegex(@"^(?<value>-?[\d.]+(,\d+)?)\s*(?<currency>[A-Z]{3}|€)$")]
    private static partial Regex MoneyForm();

    [GeneratedRegex(@"\s*(?:[-–—]|bis)\s*")]
    private static partial Regex SpanDash();

    [GeneratedRegex(@"^(zu|nur) TOP (?<item>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex AtItem();

    [GeneratedRegex(@"^(?:ab (?<from>.+?))?\s?(?:bis (?<until>.+))?$", RegexOptions.IgnoreCase)]
    private static partial Regex FromUntil();
}
