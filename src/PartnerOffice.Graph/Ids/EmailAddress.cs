using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Graph;

/// <summary>A bare mail address such as <c>koordination@kv-steinfurt.example</c>, without a display name.</summary>
public readonly record struct EmailAddress
{
    private readonly string? _value;

    private EmailAddress(string value) => _value = value;

    /// <summary>The address as it was written.</summary>
    public string Value => _value ?? throw new InvalidOperationException("This EmailAddress was never set.");

    /// <exception cref="FormatException">Not one bare mail address.</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException("Not one bare mail address.");

    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress address)
    {
        // A line break here would be a second header in the mail; a display name has no place in an address.
        var bare = text is { Length: > 2 and <= 320 }
            && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character))
            && System.Net.Mail.MailAddress.TryCreate(text, out var parsed)
            && parsed.Address == text;
        address = bare ? new EmailAddress(text!) : default;
        return bare;
    }

    public override string ToString() => _value ?? "";
}
