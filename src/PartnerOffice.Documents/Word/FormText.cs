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

    public static bool IsNothing(string? text) => string.IsNullOrWhiteSpace(text) || text.Trim() is Nothing or "-" or "—";

    public static string? Optional(string? text) => IsNothing(text) ? null : MinutesText.Value(text!);

    public static string Date(DateOnly? date) => date?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>With the day of the week, as DIN 5008 heads have it.</summary>
    public static string DateWithWeekday(DateOnly date) => date.ToString("dddd, dd.MM.yyyy", German);

    public static DateOnly? ReadDate(string? text) => SpokenDate.Read(text).Value;

    public static string Time(TimeOnly? time) => time is { } t ? t.ToString("HH:mm", CultureInfo.InvariantCulture) + " Uhr" : Nothing;

    public static TimeOnly? ReadTime(string? text) => SpokenTime.Read(text).Certain;

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

    public static int? ReadNumber(string? text) => SpokenCount.Read(text);

    // Three places after the comma would read as thousands where Word is not German.
    public static string Money(Amount amount)
    {
        var value = amount.Value.ToString("#,##0.00##########################", German);
        return $"{(value.Length - value.LastIndexOf(',') == 4 ? value + "0" : value)} {amount.Currency}";
    }

    public static Amount? ReadMoney(string text) => SpokenAmount.Read(text, out _);

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
        var trimmed = TopWithoutSpace().Replace(Space().Replace(text.Trim(), " "), "TOP ");
        if (trimmed.Equals("ganze Sitzung", StringComparison.OrdinalIgnoreCase))
            return new Interval(null, null);
        if (AtItem().Match(trimmed) is { Success: true } at)
            return new Interval(Core.IntervalEnd.AtItem(at.Groups["item"].Value), Core.IntervalEnd.AtItem(at.Groups["item"].Value));
        if (ItemSpan().Match(trimmed) is { Success: true } items)
            return new Interval(Core.IntervalEnd.AtItem(items.Groups["from"].Value), Core.IntervalEnd.AtItem(items.Groups["until"].Value));
        if (TimeSpanForm().Match(trimmed) is { Success: true } times && ReadTime(times.Groups["from"].Value) is { } begin && ReadTime(times.Groups["until"].Value) is { } end)
            return new Interval(Core.IntervalEnd.At(begin), Core.IntervalEnd.At(end));
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
        text = Inclusive().Replace(text, "");
        if (text.StartsWith("TOP ", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
            return (Core.IntervalEnd.AtItem(text[4..].Trim()), true);
        return ReadTime(text) is { } time ? (Core.IntervalEnd.At(time), true) : (null, false);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\s*(Uhr|h)\b\.?", RegexOptions.IgnoreCase)]
    private static partial Regex ClockWord();

    [GeneratedRegex(@"\s*(?:[-–—]|bis)\s*")]
    private static partial Regex SpanDash();

    [GeneratedRegex(@"^(?:nur |zu )?TOP (?<from>\w+) ?(?:[-–—]|bis) ?(?:TOP )?(?<until>\w+)$", RegexOptions.IgnoreCase)]
    private static partial Regex ItemSpan();

    [GeneratedRegex(@"^(?:von )?(?<from>\d[\d:.,h]*(?: Uhr)?) ?(?:[-–—]|bis) ?(?<until>\d[\d:.,h]*(?: Uhr)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex TimeSpanForm();

    [GeneratedRegex(@"^(?:einschl\.|einschließlich|inkl\.|inklusive) ", RegexOptions.IgnoreCase)]
    private static partial Regex Inclusive();

    [GeneratedRegex(@"\bTOP(?=\d)", RegexOptions.IgnoreCase)]
    private static partial Regex TopWithoutSpace();

    [GeneratedRegex(@"^(zu|nur) TOP (?<item>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex AtItem();

    [GeneratedRegex(@"^(?:ab (?<from>.+?))?\s?(?:bis (?<until>.+))?$", RegexOptions.IgnoreCase)]
    private static partial Regex FromUntil();
}
