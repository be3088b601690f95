namespace PartnerOffice.Tests.Support.Canaries;

/// <summary>Plants words in whatever makes a program fetch, run or show something else (redaction 3.3), in the board's own document.</summary>
internal static class NetworkCanaries
{
    private const string Document = "word/document.xml";
    private const string Relations = "word/_rels/document.xml.rels";
    private const string Settings = "word/settings.xml";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Microsoft = "http://schemas.microsoft.com/office/2006/relationships/";
    private const string Sentence = "berichtet über den letzten Besuch.";

    public static IReadOnlyList<Canary> All { get; } =
    [
        Target("remote template", "attachedTemplate", c => $"https://{c}.example.org/t.dotm"),
        Target("linked picture", "image", c => $"file://{c}/share/bild.png"),
        Target("frame", "frame", c => $"https://{c}.example.org/"),
        Target("source of a mail merge", "mailMergeSource", c => $"file:///C:/{c}.csv"),
        Target("linked object", "oleObject", c => $"mhtml:https://{c}.example.org/x.html"),
        Target("second document", "subDocument", c => $"file:///C:/{c}.docx"),
        Target("imported document", "aFChunk", c => $"https://{c}.example.org/x.html"),
        Link("script for a link", c => $"javascript:alert('{c}')"),
        Link("file for a link", c => $"file://{c}/c$/x.exe"),
        Link("program for a link", c => $"ms-word:ofe|u|https://{c}.example.org/x.docx"),
        Link("plain web address for a link", c => $"http://{c}.intranet/"),
        Field("DDE", c => $" DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe \"/k {c}\" "),
        Field("INCLUDETEXT", c => $" INCLUDETEXT \"file://{c}/x.docx\" "),
        Field("INCLUDEPICTURE", c => $" INCLUDEPICTURE \"https://{c}.example.org/p.png\" \\d "),
        Field("HYPERLINK", c => $" HYPERLINK \"https://{c}.example.org/\" \\l \"x\" "),
        Field("MACROBUTTON", c => $" MACROBUTTON {c} Text "),
        Field("DATABASE", c => $" DATABASE \\d \"C:\\\\{c}.mdb\" "),
        Field("QUOTE", c => $" QUOTE \"{c}\" "),
        Field("ASK", c => $" ASK marke \"{c}?\" "),
        Field("FILENAME", c => $" FILENAME \\p {c} "),
        new("split and nested instruction", (package, c) => Behind(package, $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF 1 = 1 \"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>QUO</w:instrText></w:r><w:r><w:instrText>TE {c}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t xml:space=\"preserve\"> {c}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:instrText>\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t xml:space=\"preserve\"> Text</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>").ToBytes()),
        new("macros", (package, c) => new EditionPackage(package).Add("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", Microsoft + "vbaProject", c).ToBytes()),
        new("ribbon", (package, c) => new EditionPackage(package).Add("customUI/customUI.xml", "application/xml", Microsoft + "ui/extensibility", $"<customUI onLoad=\"{c}\"/>").ToBytes()),
        new("task pane", (package, c) => new EditionPackage(package).Add("word/webextensions/webextension1.xml", "application/vnd.ms-office.webextension+xml", Microsoft + "webextension", $"<we:webextension xmlns:we=\"urn:x\" id=\"{c}\"/>").ToBytes()),
        new("ActiveX control", (package, c) => new EditionPackage(package).Add("word/activeX/activeX1.xml", "application/vnd.ms-office.activeX+xml", Office + "control", $"<ocx classid=\"{c}\"/>").ToBytes()),
        new("embedded workbook", (package, c) => new EditionPackage(package).Add("word/embeddings/sheet1.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Office + "package", $"PK{c}").ToBytes()),
        new("metafile", (package, c) => new EditionPackage(package).Add("word/media/image9.emf", "image/x-emf", Office + "image", c).ToBytes()),
        new("embedded font", (package, c) => new EditionPackage(package).Add("word/fonts/font1.odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont", Office + "font", c).ToBytes()),
        new("keys of a person", (package, c) => new EditionPackage(package).Add("word/customizations.xml", "application/vnd.ms-word.keyMapCustomizations+xml", Microsoft + "keyMapCustomizations", $"<wne:tcg xmlns:wne=\"urn:x\" macro=\"{c}\"/>").ToBytes()),
        new("mail merge", (package, c) => new EditionPackage(package).Replace(Settings, "<w:compat>", $"<w:mailMerge><w:connectString w:val=\"{c}\"/></w:mailMerge><w:compat>").ToBytes()),
    ];

    private static Canary Target(string place, string type, Func<string, string> target) => new(place, (package, words) =>
        new EditionPackage(package).Replace(Relations, "</Relationships>", $"<Relationship Id=\"rId91\" Type=\"{Office}{type}\" Target=\"{target(words)}\" TargetMode=\"External\"/></Relationships>").ToBytes());

    private static Canary Link(string place, Func<string, string> target) => new(place, (bytes, words) =>
        Behind(bytes, "<w:hyperlink r:id=\"rId92\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:r><w:t xml:space=\"preserve\"> mehr</w:t></w:r></w:hyperlink>")
            .Replace(Relations, "</Relationships>", $"<Relationship Id=\"rId92\" Type=\"{Office}hyperlink\" Target=\"{target(words)}\" TargetMode=\"External\"/></Relationships>").ToBytes());

    // The result is text and may stay; the instruction is code.
    private static Canary Field(string name, Func<string, string> instruction) => new($"field {name}", (package, words) =>
        Behind(package, $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">{instruction(words).Replace("\"", "&quot;", StringComparison.Ordinal)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t xml:space=\"preserve\"> Text</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>").ToBytes());

    private static EditionPackage Behind(byte[] bytes, string markup)
    {
        var package = new EditionPackage(bytes);
        var text = package[Document];
        var end = text.IndexOf("</w:p>", text.IndexOf(Sentence, StringComparison.Ordinal), StringComparison.Ordinal);
        package[Document] = text[..end] + markup + text[end..];
        return package;
    }
}
