namespace PartnerOffice.Documents.Edition;

/// <summary>The namespaces that an edition may use, under the prefixes of allowed-markup.txt.</summary>
internal static class Names
{
    private const string XmlNamespaces = "http://www.w3.org/2000/xmlns/";

    private static readonly Dictionary<string, string> ByPrefix = new(StringComparer.Ordinal)
    {
        ["w"] = "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        ["r"] = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        ["ct"] = "http://schemas.openxmlformats.org/package/2006/content-types",
        ["rel"] = "http://schemas.openxmlformats.org/package/2006/relationships",
        ["cp"] = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["xsi"] = "http://www.w3.org/2001/XMLSchema-instance",
        ["xml"] = "http://www.w3.org/XML/1998/namespace",
    };

    /// <summary>Splits "w:val" into its namespace and local name.</summary>
    public static (string Namespace, string Local) Of(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return (ByPrefix[name[..colon]], name[(colon + 1)..]);
    }

    /// <summary>An attribute's name: without a prefix it belongs to no namespace.</summary>
    public static (string Namespace, string Local) OfAttribute(string name) => name.Contains(':', StringComparison.Ordinal) ? Of(name) : ("", name);

    /// <summary>Whether the attribute declares one of the namespaces, under its usual prefix or as the default one.</summary>
    public static bool IsDeclaration(string attributeNamespace) => attributeNamespace == XmlNamespaces;

    /// <summary>Whether a declaration says nothing of its own.</summary>
    public static bool IsAllowedDeclaration(string prefix, string value) =>
        prefix == "xmlns" ? ByPrefix.ContainsValue(value) : ByPrefix.GetValueOrDefault(prefix) == value;
}
