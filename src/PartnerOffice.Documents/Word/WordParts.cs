using System.Globalization;
using System.Security;
using System.Text;

namespace PartnerOffice.Documents.Word;

/// <summary>The parts of a Word package that are the same in every document we write, or nearly.</summary>
internal static class WordParts
{
    public const string HeaderId = "rId4";
    public const string FooterId = "rId5";

    public const string NumberingType = Word + "numbering+xml";
    public const string NumberingRelation = Office + "/numbering";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public sealed record Core(string Title, string? Description, string? Version, DateOnly? Date);

    public static string Resource(string name)
    {
        using var stream = typeof(WordParts).Assembly.GetManifestResourceStream("Word.Template." + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    public static string ContentTypes(bool withCustomProperties) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + Override("/word/document.xml", Word + "document.main+xml")
        + Override("/word/styles.xml", Word + "styles+xml")
        + Override("/word/numbering.xml", Word + "numbering+xml")
        + Override("/word/settings.xml", Word + "settings+xml")
        + Override("/word/header1.xml", Word + "header+xml")
        + Override("/word/footer1.xml", Word + "footer+xml")
        + Override("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
        + (withCustomProperties ? Override("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml") : "")
        + "</Types>";

    public static string PackageRelationships(bool withCustomProperties) => Relationships(
        Relationship("rId1", Office + "/officeDocument", "word/document.xml")
        + Relationship("rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")
        + (withCustomProperties ? Relationship("rId3", Office + "/custom-properties", "docProps/custom.xml") : ""));

    /// <summary>The document's relationships; links come after our own parts, in the order given.</summary>
    public static string DocumentRelationships(IEnumerable<(string Id, string Target)> links) => Relationships(
        Relationship("rId1", Office + "/styles", "styles.xml")
        + Relationship("rId2", Office + "/numbering", "numbering.xml")
        + Relationship("rId3", Office + "/settings", "settings.xml")
        + Relationship(HeaderId, Office + "/header", "header1.xml")
        + Relationship(FooterId, Office + "/footer", "footer1.xml")
        + string.Concat(links.Select(link => Link(link.Id, link.Target))));

    /// <summary>One external link, as an element of a relationships part.</summary>
    public static string Link(string id, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{Office}/hyperlink\" Target=\"{SecurityElement.Escape(target)}\" TargetMode=\"External\"/>";

    public static string CoreProperties(Core core)
    {
        var properties = new StringBuilder();
        properties.Append("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
        properties.Append(CultureInfo.InvariantCulture, $"<dc:title>{SecurityElement.Escape(core.Title)}</dc:title><dc:creator>PartnerOffice</dc:creator>");
        if (core.Description is { } description)
            properties.Append(CultureInfo.InvariantCulture, $"<dc:description>{SecurityElement.Escape(description)}</dc:description>");
        if (core.Version is { } version)
            properties.Append(CultureInfo.InvariantCulture, $"<cp:version>{SecurityElement.Escape(version)}</cp:version>");
        if (core.Date is { } date)
        {
            var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
            properties.Append(CultureInfo.InvariantCulture, $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified>");
        }

        return properties.Append("</cp:coreProperties>").ToString();
    }

    private static string Override(string part, string type) => $"<Override PartName=\"{part}\" ContentType=\"{type}\"/>";

    private static string Relationships(string content) => $"<Relationships xmlns=\"{Package}\">{content}</Relationships>";

    private static string Relationship(string id, string type, string target) => $"<Relationship Id=\"{id}\" Type=\"{type}\" Target=\"{target}\"/>";
}
