using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Graph;

/// <summary>A mailbox, by its object id or its user principal name.</summary>
public readonly record struct MailboxId
{
    private readonly string? _value;

    private MailboxId(string value) => _value = value;

    /// <summary>The id as Graph writes it.</summary>
    public string Value => _value ?? throw new InvalidOperationException("This MailboxId was never set.");

    /// <exception cref="FormatException">Not an id: empty, longer than 1,024 characters, blanks in it, or a relative path step.</exception>
    public static MailboxId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a MailboxId: it is empty, too long, or has characters no id has.");

    public static bool TryParse([NotNullWhen(true)] string? text, out MailboxId id)
    {
        var known = Identifier.IsOne(text);
        id = known ? new MailboxId(text!) : default;
        return known;
    }

    public override string ToString() => _value ?? "";
}
