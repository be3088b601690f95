using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Edition;

/// <summary>The parts that a partner edition may consist of, each with its content type and the relationship that leads to it (redaction 3.5, 1).</summary>
internal static partial class AllowedParts
{
    public const string ContentTypes = "[Content_Types].xml";
    public const string RootRelations = "_rels/.rels";
    public const string Core = "docProps/core.xml";
    public const string Document = "word/document.xml";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    public const string Hyperlink = Office + "hyperlink";

    private static readonly Row[] Rows =
    [
        new(ContentTypes, "types", null, null),
        new(RootRelations, "relations", null, null),
        new("word/_rels/document.xml.rels", "relations", null, null),
        new(Core, "core", "application/vnd.openxmlformats-package.core-properties+xml", Package + "core-properties"),
        new(Document, "document", Word + "document.main+xml", Office + "officeDocument"),
        new("word/styles.xml", "styles", Word + "styles+xml", Office + "styles"),
        new("word/numbering.xml", "numbering", Word + "numbering+xml", Office + "numbering"),
        new("word/settings.xml", "settings", Word + "settings+xml", Office + "settings"),
        new("word/header1.xml", "header", Word + "header+xml", Office + "header"),
        new("word/footer1.xml", "footer", Word + "footer+xml", Office + "footer"),
    ];

    /// <summary>The types that [Content_Types].xml gives to endings.</summary>
    public static readonly IReadOnlyDictionary<string, string> Endings = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["rels"] = "application/vnd.openxmlformats-package.relationships+xml",
        ["xml"] = "application/xml",
    };

    public static bool IsAllowed(string name) => Of(name) is not null;

    /// <summary>The row of a part; null where a part of that name may not be.</summary>
    public static Row? Of(string name) => Array.Find(Rows, row => row.Name == name);

    /// <summary>The names without which a package is no edition.</summary>
    public static IEnumerable<string> All => Rows.Select(row => row.Name);

    /// <summary>The part whose relationships a part holds: "" for the package, null where it holds none.</summary>
    public static string? SourceOf(string name) => Relations().Match(name) is { Success: true } match
        ? match.Groups[1].Value + match.Groups[2].Value
        : null;

    /// <summary>The name of the part that holds a part's relationships.</summary>
    public static string RelationsOf(string name)
    {
        var folder = name.LastIndexOf('/') + 1;
        return $"{name[..folder]}_rels/{name[folder..]}.rels";
    }

    /// <summary>Whether it is the content type or the relationship of an allowed part, or that of a link.</summary>
    public static bool IsType(string value) =>
        value == Hyperlink || Endings.Values.Contains(value) || Array.Exists(Rows, row => row.ContentType == value || row.Relation == value);

    [GeneratedRegex(@"^(.*?)_rels/(.*)\.rels$", RegexOptions.CultureInvariant)]
    private static partial Regex Relations();

    /// <param name="Kind">The section of allowed-markup.txt that its elements must stand in.</param>
    public sealed record Row(string Name, string Kind, string? ContentType, string? Relation);
}
