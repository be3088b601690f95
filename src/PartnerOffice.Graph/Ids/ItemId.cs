using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Graph;

/// <summary>A file or folder in a drive. It survives renaming and moving inside its library.</summary>
public readonly record struct ItemId
{
    private readonly string? _value;

    private ItemId(string value) => _value = value;

    /// <summary>The id as Graph writes it.</summary>
    public string Value => _value ?? throw new InvalidOperationException("This ItemId was never set.");

    /// <exception cref="FormatException">Not an id: empty, longer than 1,024 characters, blanks in it, or a relative path step.</exception>
    public static ItemId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a ItemId: it is empty, too long, or has characters no id has.");

    public static bool TryParse([NotNullWhen(true)] string? text, out ItemId id)
    {
        var known = Identifier.IsOne(text);
        id = known ? new ItemId(text!) : default;
        return known;
    }

    public override string ToString() => _value ?? "";
}
