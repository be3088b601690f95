using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Graph;

/// <summary>A document library as Graph's drive resource names it, for example <c>b!AbC…</c>.</summary>
public readonly record struct DriveId
{
    private readonly string? _value;

    private DriveId(string value) => _value = value;

    /// <summary>The id as Graph writes it.</summary>
    public string Value => _value ?? throw new InvalidOperationException("This DriveId was never set.");

    /// <exception cref="FormatException">Not an id: empty, longer than 1,024 characters, blanks in it, or a relative path step.</exception>
    public static DriveId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a DriveId: it is empty, too long, or has characters no id has.");

    public static bool TryParse([NotNullWhen(true)] string? text, out DriveId id)
    {
        var known = Identifier.IsOne(text);
        id = known ? new DriveId(text!) : default;
        return known;
    }

    public override string ToString() => _value ?? "";
}
