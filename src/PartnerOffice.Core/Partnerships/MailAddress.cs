using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Core;

/// <summary>A mail address, without a display name. Two that differ only in case are the same.</summary>
public readonly record struct MailAddress
{
    private readonly string? value;

    private MailAddress(string value) => this.value = value;

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">The text is not an address.</exception>
    public static MailAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException("Not a mail address.");

    /// <summary>Reads an address, or says that it is none.</summary>
    /// <remarks>Stricter than the mail standards on purpose: quoted names, comments and bare hosts are mistakes in a settings file.</remarks>
    public static bool TryParse([NotNullWhen(true)] string? text, out MailAddress address)
    {
        address = default;
        if (text is null or { Length: > 254 } || text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || "<>()[],;:\\\"".Contains(c, StringComparison.Ordinal)))
        {
            return false;
        }

        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at < 1 || at != text.LastIndexOf('@') || Uri.CheckHostName(text[(at + 1)..]) != UriHostNameType.Dns
            || !text[(at + 1)..].Contains('.', StringComparison.Ordinal))
        {
            return false;
        }

        address = new(text);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(MailAddress other) => string.Equals(value, other.value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);

    /// <summary>The address as it is written.</summary>
    public override string ToString() => value ?? "";
}
