using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Graph;

/// <summary>A subscription as Graph names it.</summary>
public readonly record struct SubscriptionId
{
    private readonly string? _value;

    private SubscriptionId(string value) => _value = value;

    /// <summary>The id as Graph writes it.</summary>
    public string Value => _value ?? throw new InvalidOperationException("This SubscriptionId was never set.");

    /// <exception cref="FormatException">Not an id: empty, longer than 1,024 characters, blanks in it, or a relative path step.</exception>
    public static SubscriptionId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a SubscriptionId: it is empty, too long, or has characters no id has.");

    public static bool TryParse([NotNullWhen(true)] string? text, out SubscriptionId id)
    {
        var known = Identifier.IsOne(text);
        id = known ? new SubscriptionId(text!) : default;
        return known;
    }

    public override string ToString() => _value ?? "";
}
