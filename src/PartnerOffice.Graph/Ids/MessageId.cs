using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Graph;

/// <summary>A message in a mailbox, as Graph's immutable id: it survives moving from Drafts to Sent Items.</summary>
public readonly record struct MessageId
{
    private readonly string? _value;

    private MessageId(string value) => _value = value;

    /// <summary>The id as Graph writes it.</summary>
    public string Value => _value ?? throw new InvalidOperationException("This MessageId was never set.");

    /// <exception cref="FormatException">Not an id: empty, longer than 1,024 characters, blanks in it, or a relative path step.</exception>
    public static MessageId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a MessageId: it is empty, too long, or has characters no id has.");

    public static bool TryParse([NotNullWhen(true)] string? text, out MessageId id)
    {
        var known = Identifier.IsOne(text);
        id = known ? new MessageId(text!) : default;
        return known;
    }

    public override string ToString() => _value ?? "";
}
