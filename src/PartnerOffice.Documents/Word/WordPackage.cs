using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Documents.Packaging;

namespace PartnerOffice.Documents.Word;

/// <summary>Puts pages of ours together to a package with our styles.</summary>
internal static class WordPackage
{
    public static PartsPackage Of(Body body, Header header, Footer footer, WordParts.Core core, bool withCustomProperties)
    {
        var document = new Document(body);
        Controls.Number(document, header, footer);

        var package = new PartsPackage();
        package.SetXml("[Content_Types].xml", WordParts.ContentTypes(withCustomProperties));
        package.SetXml("_rels/.rels", WordParts.PackageRelationships(withCustomProperties));
        package.SetXml("docProps/core.xml", WordParts.CoreProperties(core));
        package.SetXml("word/document.xml", document.OuterXml);
        package.SetXml("word/header1.xml", header.OuterXml);
        package.SetXml("word/footer1.xml", footer.OuterXml);
        package.SetXml("word/_rels/document.xml.rels", WordParts.DocumentRelationships([]));
        foreach (var part in (string[])["styles.xml", "numbering.xml", "settings.xml"])
            package.SetXml("word/" + part, WordParts.Resource(part));
        return package;
    }
}
