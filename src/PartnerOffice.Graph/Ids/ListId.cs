using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Graph;

/// <summary>A list or library of a site, as its guid.</summary>
public readonly record struct ListId
{
    private readonly string? _value;

    private ListId(string value) => _value = value;

    /// <summary>The id as Graph writes it.</summary>
    public string Value => _value ?? throw new InvalidOperationException("This ListId was never set.");

    /// <exception cref="FormatException">Not an id: empty, longer than 1,024 characters, blanks in it, or a relative path step.</exception>
    public static ListId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a ListId: it is empty, too long, or has characters no id has.");

    public static bool TryParse([NotNullWhen(true)] string? text, out ListId id)
    {
        var known = Identifier.IsOne(text);
        id = known ? new ListId(text!) : default;
        return known;
    }

    public override string ToString() => _value ?? "";
}
