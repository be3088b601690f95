using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Graph;

/// <summary>A SharePoint site, <c>host,site-guid,web-guid</c>.</summary>
public readonly record struct SiteId
{
    private readonly string? _value;

    private SiteId(string value) => _value = value;

    /// <summary>The id as Graph writes it.</summary>
    public string Value => _value ?? throw new InvalidOperationException("This SiteId was never set.");

    /// <exception cref="FormatException">Not an id: empty, longer than 1,024 characters, blanks in it, or a relative path step.</exception>
    public static SiteId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not a SiteId: it is empty, too long, or has characters no id has.");

    public static bool TryParse([NotNullWhen(true)] string? text, out SiteId id)
    {
        var known = Identifier.IsOne(text);
        id = known ? new SiteId(text!) : default;
        return known;
    }

    public override string ToString() => _value ?? "";
}
