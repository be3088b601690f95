using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Graph;

/// <summary>An event in a calendar, as Graph's immutable id: it survives being moved to Deleted Items.</summary>
public readonly record struct CalendarEventId
{
    private readonly string? _value;

    private CalendarEventId(string value) => _value = value;

    /// <summary>The id as Graph writes it.</summary>
    public string Value => _value ?? throw new InvalidOperationException("This CalendarEventId was never set.");

    /// <exception cref="FormatException">Not an id: empty, longer than 1,024 characters, blanks in it, or a relative path step.</exception>
    public static CalendarEventId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a CalendarEventId: it is empty, too long, or has characters no id has.");

    public static bool TryParse([NotNullWhen(true)] string? text, out CalendarEventId id)
    {
        var known = Identifier.IsOne(text);
        id = known ? new CalendarEventId(text!) : default;
        return known;
    }

    public override string ToString() => _value ?? "";
}
