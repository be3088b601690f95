using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>Where a span in the room begins or ends: a time, or an agenda item ("TOP 3").</summary>
/// <remarks>A time is exclusive at the end; an item is inclusive: there when it begins, gone when it is over.</remarks>
[JsonConverter(typeof(ParsableJsonConverter<IntervalEnd>))]
public readonly record struct IntervalEnd : IParsable<IntervalEnd>
{
    private const string ItemWord = "TOP ";

    private IntervalEnd(TimeOnly? time, string? item) => (Time, Item) = (time, item);

    /// <summary>The local time, where the end is one.</summary>
    public TimeOnly? Time { get; }

    /// <summary>The agenda item's number, where the end is one.</summary>
    public string? Item { get; }

    public static IntervalEnd At(TimeOnly time) => new(time, null);

    public static IntervalEnd AtItem(string number) => new(null, number);

    /// <inheritdoc cref="IParsable{TSelf}.Parse"/>
    /// <exception cref="FormatException">The text is neither HH:mm nor "TOP n".</exception>
    public static IntervalEnd Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var end) ? end : throw new FormatException("a time (19:30) or an agenda item (TOP 3)");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IntervalEnd result)
    {
        if (TimeOnly.TryParseExact(s, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            result = At(time);
            return true;
        }

        var isItem = s is not null && s.StartsWith(ItemWord, StringComparison.Ordinal) && s.Length > ItemWord.Length;
        result = isItem ? AtItem(s![ItemWord.Length..].Trim()) : default;
        return isItem;
    }

    public override string ToString() =>
        Time is { } time ? time.ToString("HH:mm", CultureInfo.InvariantCulture) : ItemWord + Item;
}
