using System.Text;

namespace PartnerOffice.Tests.Support.Canaries;

/// <summary>Plants words in every place of a package where confidential text and people hide (redaction 3.4), and in the forms of 3.5.</summary>
internal static class Canaries
{
    private const string Document = "word/document.xml";
    private const string Types = "[Content_Types].xml";
    private const string Relations = "word/_rels/document.xml.rels";
    private const string Core = "docProps/core.xml";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    // A paragraph of the sample; the run before its end, and the whole.
    private const string Sentence = "berichtet über den letzten Besuch.";

    public static IReadOnlyList<Canary> All { get; } =
    [
        // 1 tracked changes
        Markup("inserted text", c => $"<w:ins w:id=\"1\" w:author=\"x\"><w:r><w:t>{c}</w:t></w:r></w:ins>"),
        Markup("author of an insertion", c => $"<w:ins w:id=\"1\" w:author=\"{c}\"><w:r><w:t>Text</w:t></w:r></w:ins>"),
        Markup("deleted text", c => $"<w:del w:id=\"1\"><w:r><w:delText>{c}</w:delText></w:r></w:del>"),
        Markup("deleted field", c => $"<w:del w:id=\"1\"><w:r><w:delInstrText>{c}</w:delInstrText></w:r></w:del>"),
        Markup("text moved away", c => $"<w:moveFrom w:id=\"1\"><w:r><w:t>{c}</w:t></w:r></w:moveFrom>"),
        Markup("text moved here", c => $"<w:moveTo w:id=\"1\"><w:r><w:t>{c}</w:t></w:r></w:moveTo>"),
        Markup("author of an old format", c => $"<w:r><w:rPr><w:rPrChange w:id=\"1\" w:author=\"{c}\"/></w:rPr></w:r>"),
        Edit("author of an old paragraph format", Document, "<w:pStyle w:val=\"Heading1\" />", c => $"<w:pStyle w:val=\"Heading1\" /><w:pPrChange w:id=\"1\" w:author=\"{c}\"><w:pPr/></w:pPrChange>"),
        Edit("author of an inserted cell", Document, "<w:tcPr>", c => $"<w:tcPr><w:cellIns w:id=\"1\" w:author=\"{c}\"/>"),
        Edit("old numbering", Document, "<w:numPr>", c => $"<w:numPr><w:numberingChange w:id=\"1\" w:original=\"{c}\"/>"),
        Edit("old table format", Document, "<w:tblPr>", c => $"<w:tblPr><w:tblPrChange w:id=\"1\" w:author=\"{c}\"/>"),
        Edit("author of a paragraph mark", Document, "<w:pStyle w:val=\"Heading1\" />", c => $"<w:pStyle w:val=\"Heading1\" /><w:rPr><w:ins w:id=\"1\" w:author=\"{c}\"/></w:rPr>"),

        // 2 comments
        Part("comment", "word/comments.xml", c => $"<w:comments {W}><w:comment w:id=\"1\"><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:comment></w:comments>", Office + "comments", "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"),
        Part("author of a comment", "word/comments.xml", c => $"<w:comments {W}><w:comment w:id=\"1\" w:author=\"{c}\" w:initials=\"c\"/></w:comments>"),
        Part("threaded comment", "word/commentsExtended.xml", c => $"<w:comments {W}>{c}</w:comments>"),
        Part("list of people", "word/people.xml", c => $"<people><person author=\"{c}\"/></people>"),

        // 3 hidden text
        Markup("hidden text", c => $"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{c}</w:t></w:r>"),
        Markup("text hidden on the web", c => $"<w:r><w:rPr><w:webHidden/></w:rPr><w:t>{c}</w:t></w:r>"),
        Markup("white text", c => $"<w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>{c}</w:t></w:r>"),
        Markup("tiny text", c => $"<w:r><w:rPr><w:sz w:val=\"1\"/></w:rPr><w:t>{c}</w:t></w:r>"),
        Markup("text in a style of the board", c => $"<w:r><w:rPr><w:rStyle w:val=\"PONurVorstandZeichen\"/></w:rPr><w:t>{c}</w:t></w:r>"),
        Edit("hidden table row", Document, "<w:trPr>", c => $"<w:trPr><w:hidden w:val=\"{c}\"/>"),
        Markup("plain text", c => $"<w:r><w:t>{c}</w:t></w:r>"),
        Edit("paragraph after the last", Document, "<w:sectPr", c => $"<w:p><w:r><w:t>{c}</w:t></w:r></w:p><w:sectPr"),

        // 4 fields
        Markup("instruction of a field", c => $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF {c}</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"),
        Edit("instruction of a page field", "word/footer1.xml", "<w:instrText xml:space=\"preserve\"> PAGE ", c => $"<w:instrText xml:space=\"preserve\"> PAGE {c} "),
        Edit("stale result of a page field", "word/footer1.xml", "<w:fldChar w:fldCharType=\"separate\" /></w:r><w:r><w:t xml:space=\"preserve\">1", c => $"<w:fldChar w:fldCharType=\"separate\" /></w:r><w:r><w:t xml:space=\"preserve\">{c}"),
        Markup("simple field", c => $"<w:fldSimple w:instr=\"DOCPROPERTY {c}\"><w:r><w:t>1</w:t></w:r></w:fldSimple>"),

        // 5 the edges of the page, and what floats on it
        Edit("header", "word/header1.xml", " · Protokoll ", c => $" · Protokoll {c} "),
        Edit("footer", "word/footer1.xml", ">Seite ", c => $">Seite {c} "),
        Part("header of the first page, not shown", "word/header2.xml", c => $"<w:hdr {W}><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:hdr>", Office + "header", "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"),
        Part("footnote", "word/footnotes.xml", c => $"<w:footnotes {W}><w:footnote w:id=\"1\"><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:footnote></w:footnotes>", Office + "footnotes"),
        Part("endnote", "word/endnotes.xml", c => $"<w:endnotes {W}><w:endnote w:id=\"1\"><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:endnote></w:endnotes>", Office + "endnotes"),
        Markup("text box", c => $"<w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Choice Requires=\"wps\"><w:txbxContent><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:txbxContent></mc:Choice></mc:AlternateContent></w:r>"),
        Markup("fallback of a text box", c => $"<w:r><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><mc:Fallback><w:pict><v:textbox xmlns:v=\"urn:schemas-microsoft-com:vml\">{c}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"),
        Part("diagram", "word/diagrams/data1.xml", c => $"<dgm><t>{c}</t></dgm>"),
        Part("cached values of a chart", "word/charts/chart1.xml", c => $"<chart><v>{c}</v></chart>"),
        Binary("workbook of a chart", "word/embeddings/sheet1.xlsx", c => Encoding.UTF8.GetBytes("PK" + c)),
        Markup("equation", c => $"<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>{c}</m:t></m:r></m:oMath>"),
        Edit("watermark", "word/header1.xml", "<w:p>", c => $"<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textpath string=\"{c}\"/></v:shape></w:pict></w:r>"),
        Edit("caption of a table", Document, "<w:tblCaption w:val=\"", c => $"<w:tblCaption w:val=\"{c} "),
        Edit("description of a table", Document, "<w:tblPr>", c => $"<w:tblPr><w:tblDescription w:val=\"{c}\"/>"),
        Markup("alternative text", c => $"<w:r><w:drawing><wp:docPr xmlns:wp=\"x\" id=\"1\" name=\"Bild\" descr=\"{c}\"/></w:drawing></w:r>"),
        Edit("name of a control", Document, "<w:alias w:val=\"", c => $"<w:alias w:val=\"{c} "),
        Edit("tag of a control", Document, "<w:tag w:val=\"po:chair", c => $"<w:tag w:val=\"po:{Token(c)}"),
        Edit("id in the tag of an item", Document, "<w:tag w:val=\"po:item:1\"", c => $"<w:tag w:val=\"po:item:{Token(c)}\""),
        Edit("placeholder of a control", Document, "<w:text />", c => $"<w:placeholder><w:docPart w:val=\"{c}\"/></w:placeholder><w:text />"),
        Edit("choice of a list, shown", Document, "<w:listItem w:displayText=\"", c => $"<w:listItem w:displayText=\"{c}"),
        Edit("choice of a list, value", Document, "<w:listItem ", c => $"<w:listItem w:value=\"{c}\" w:displayText=\"ja\"/><w:listItem "),
        Edit("data of a check box", Document, "<w:text />", c => $"<w14:checkbox xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" w14:val=\"{c}\"/>"),
        Markup("default of a form field", c => $"<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:textInput><w:default w:val=\"{c}\"/></w:textInput></w:ffData></w:fldChar></w:r>"),
        Markup("help of a form field", c => $"<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:helpText w:val=\"{c}\"/></w:ffData></w:fldChar></w:r>"),
        Edit("tip of a link", Document, "<w:hyperlink ", c => $"<w:hyperlink w:tooltip=\"{c}\" "),

        // 6 building blocks
        Part("building block", "word/glossary/document.xml", c => $"<w:glossaryDocument {W}><w:t>{c}</w:t></w:glossaryDocument>"),

        // 7 data and properties
        Part("custom XML", "customXml/item1.xml", c => $"<minutes><text>{c}</text></minutes>"),
        Edit("path of a data binding", Document, "<w:text />", c => $"<w:dataBinding w:xpath=\"/{Token(c)}\"/><w:text />"),
        Markup("custom XML element", c => $"<w:customXml w:element=\"{Token(c)}\"/>"),
        Markup("smart tag", c => $"<w:smartTag w:uri=\"urn:x\" w:element=\"{Token(c)}\"/>"),
        Edit("document variable", "word/settings.xml", "<w:compat>", c => $"<w:docVars><w:docVar w:name=\"a\" w:val=\"{c}\"/></w:docVars><w:compat>"),
        Edit("creator", Core, ">PartnerOffice<", c => $">{c}<"),
        Edit("last editor", Core, "</cp:coreProperties>", c => $"<cp:lastModifiedBy>{c}</cp:lastModifiedBy></cp:coreProperties>"),
        Edit("title", Core, "<dc:title>", c => $"<dc:title>{c} "),
        Edit("description", Core, "<dc:description>", c => $"<dc:description>{c} "),
        Edit("keywords", Core, "</cp:coreProperties>", c => $"<cp:keywords>{c}</cp:keywords></cp:coreProperties>"),
        Edit("version", Core, "<cp:version>", c => $"<cp:version>{c}"),
        Edit("time of creation", Core, "T00:00:00Z", c => $"T00:00:00Z {c}"),
        Part("company", "docProps/app.xml", c => $"<Properties><Company>{c}</Company></Properties>"),
        Part("base of links", "docProps/app.xml", c => $"<Properties><HyperlinkBase>https://x/{Token(c)}</HyperlinkBase></Properties>"),
        Part("custom property", "docProps/custom.xml", c => $"<Properties><property name=\"MSIP_Label_1_Name\"><lpwstr>{c}</lpwstr></property></Properties>"),

        // 8 traces
        Edit("revision id", Document, "<w:p>", c => $"<w:p w:rsidR=\"{Token(c)}\">"),
        Edit("paragraph id", Document, "<w:p>", c => $"<w:p xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" w14:paraId=\"{Token(c)}\">"),
        Markup("bookmark", c => $"<w:bookmarkStart w:id=\"900\" w:name=\"{Token(c)}\"/><w:bookmarkEnd w:id=\"900\"/>"),
        Edit("name of a style", "word/styles.xml", "<w:name w:val=\"Title\"", c => $"<w:name w:val=\"{c}\""),
        Edit("id of a style", "word/styles.xml", "w:styleId=\"Title\"", c => $"w:styleId=\"{Token(c)}\""),
        Edit("style of a paragraph", Document, "<w:pStyle w:val=\"Title\"", c => $"<w:pStyle w:val=\"{Token(c)}\""),
        Edit("name of a list", "word/numbering.xml", "<w:multiLevelType ", c => $"<w:name w:val=\"{c}\"/><w:multiLevelType "),
        Edit("sign of a list", "word/numbering.xml", "<w:lvlText w:val=\"", c => $"<w:lvlText w:val=\"{c}"),
        Markup("language", c => $"<w:r><w:rPr><w:lang w:val=\"{Token(c)}\"/></w:rPr></w:r>"),
        Edit("font", "word/styles.xml", "w:ascii=\"Calibri\"", c => $"w:ascii=\"{c}\""),
        Edit("compatibility setting", "word/settings.xml", "w:val=\"15\"", c => $"w:val=\"{c}\""),
        Edit("write protection", "word/settings.xml", "<w:compat>", c => $"<w:writeProtection w:salt=\"{Token(c)}\"/><w:compat>"),
        Edit("attached template", "word/settings.xml", "<w:compat>", c => $"<w:attachedTemplate w:val=\"{c}\"/><w:compat>"),
        Markup("permission of a person", c => $"<w:permStart w:id=\"1\" w:ed=\"DOMAIN\\{Token(c)}\"/><w:permEnd w:id=\"1\"/>"),
        Binary("thumbnail", "docProps/thumbnail.jpeg", c => [0xFF, 0xD8, 0xFF, .. Encoding.UTF8.GetBytes(c)]),
        Binary("printer settings", "word/printerSettings1.bin", c => [1, 0, .. Encoding.Unicode.GetBytes(c)]),
        Part("signature", "_xmlsignatures/sig1.xml", c => $"<Signature><Object>{c}</Object></Signature>"),

        // relationships, content types, names
        Edit("target outside", Relations, "https://www.example.org/antragsheft", c => $"https://www.example.org/{Token(c)}"),
        Edit("template outside", Relations, "</Relationships>", c => $"<Relationship Id=\"rId90\" Type=\"{Office}attachedTemplate\" Target=\"file:///C:/{Token(c)}.dotx\" TargetMode=\"External\"/></Relationships>"),
        Edit("id of a relationship", Relations, "</Relationships>", c => $"<Relationship Id=\"{Token(c)}\" Type=\"{Office}styles\" Target=\"styles.xml\"/></Relationships>"),
        Edit("type of a relationship", Relations, "</Relationships>", c => $"<Relationship Id=\"rId90\" Type=\"{Office}{Token(c)}\" Target=\"styles.xml\"/></Relationships>"),
        Edit("content type", Types, "</Types>", c => $"<Default Extension=\"bin\" ContentType=\"application/{Token(c)}\"/></Types>"),
        Part("name of a part", c => $"word/{Token(c)}.xml", _ => "<a/>"),

        // XML that no reader shows
        Edit("XML comment", Document, "<w:body>", c => $"<!-- {c} --><w:body>"),
        Edit("comment in the styles", "word/styles.xml", "<w:docDefaults>", c => $"<!-- {c} --><w:docDefaults>"),
        Edit("instruction to a program", Document, "<w:body>", c => $"<?po {c}?><w:body>"),
        Markup("character data", c => $"<w:r><w:t><![CDATA[{c}]]></w:t></w:r>"),
        Edit("namespace", Document, "<w:body>", c => $"<w:body xmlns:x=\"urn:{Token(c)}\">"),
        Edit("prefix of a namespace", Document, "<w:body>", c => $"<w:body xmlns:{Token(c)}=\"urn:x\">"),
        Markup("name of an element", c => $"<w:{Token(c)}/>"),
        Edit("name of an attribute", Document, "<w:body>", c => $"<w:body w:{Token(c)}=\"1\">"),
        Edit("text between elements", Document, "<w:body>", c => $"<w:body>{c}"),
        Edit("DTD", Document, "<w:document", c => $"<!DOCTYPE d [<!ENTITY e \"{c}\">]><w:document"),
        Edit("after the root element", Document, "</w:document>", c => $"</w:document><!-- {c} -->"),

        // forms
        Markup("entities", c => $"<w:r><w:t>{string.Concat(c.Select(letter => $"&#x{(int)letter:X};"))}</w:t></w:r>"),
        Markup("split over runs", c => string.Concat(c.Select(letter => $"<w:r><w:t xml:space=\"preserve\">{letter}</w:t></w:r>"))),
        Markup("split over runs of many formats", c => string.Concat(c.Select(letter => $"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{letter}</w:t></w:r>"))),
        Edit("split over paragraphs", Document, "<w:sectPr", c => $"<w:p><w:r><w:t>{c[..5]}-</w:t></w:r></w:p><w:p><w:r><w:t>{c[5..]}</w:t></w:r></w:p><w:sectPr"),
        Markup("soft hyphens", c => $"<w:r><w:t>{string.Join('\u00AD', c.AsEnumerable())}</w:t></w:r>"),
        Markup("zero-width characters", c => $"<w:r><w:t>{string.Join('\u200B', c.AsEnumerable())}</w:t></w:r>"),
        Markup("letters set apart", c => $"<w:r><w:t>{string.Join(' ', c.AsEnumerable())}</w:t></w:r>"),
        Markup("capitals", c => $"<w:r><w:t>{c.ToUpperInvariant()}</w:t></w:r>"),
        Markup("wide letters", c => $"<w:r><w:t>{string.Concat(c.Select(letter => letter == ' ' ? '\u3000' : (char)(letter + 0xFEE0)))}</w:t></w:r>"),
        Markup("right to left", c => $"<w:r><w:t>\u202E{new string([.. c.Reverse()])}</w:t></w:r>"),
        Edit("base 64 in an attribute", Document, "<w:alias w:val=\"", c => $"<w:alias w:val=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(c))}"),
        Edit("base 64 behind other letters", Document, "<w:alias w:val=\"", c => $"<w:alias w:val=\"x/{Convert.ToBase64String(Encoding.UTF8.GetBytes(c))}"),
        Edit("base 64 of UTF-16", Document, "<w:alias w:val=\"", c => $"<w:alias w:val=\"{Convert.ToBase64String(Encoding.Unicode.GetBytes(c))}"),
        Edit("hexadecimal", Document, "<w:alias w:val=\"", c => $"<w:alias w:val=\"{Convert.ToHexString(Encoding.UTF8.GetBytes(c))}"),
        Edit("percent form", Relations, "https://www.example.org/antragsheft", c => $"https://www.example.org/{string.Concat(Encoding.UTF8.GetBytes(c).Select(value => $"%{value:X2}"))}"),
        new("part in UTF-16", (package, c) => new EditionPackage(package).With("word/header1.xml", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:hdr {W}><w:p><w:r><w:t>{c}</w:t></w:r></w:p></w:hdr>")]).ToBytes()),

        // 10 the zip file
        Zip("extra field of an entry", c => new ZipBytes { LocalExtra = c }),
        Zip("extra field of the directory", c => new ZipBytes { CentralExtra = c }),
        Zip("comment of an entry", c => new ZipBytes { EntryComment = c }),
        Zip("comment of the file", c => new ZipBytes { ArchiveComment = c }),
        Zip("before the first entry", c => new ZipBytes { Before = c }),
        Zip("between two entries", c => new ZipBytes { Between = c }),
        Zip("before the directory", c => new ZipBytes { BeforeDirectory = c }),
        Zip("before the end record", c => new ZipBytes { BeforeEnd = c }),
        Zip("after the end record", c => new ZipBytes { After = c }),
        Zip("name in the local header", c => new ZipBytes { LocalName = Encoding.UTF8.GetString(c) }),
        Zip("second entry of the same name", c => new ZipBytes { Twin = c }),
        Zip("UTF-16 in an extra field", c => new ZipBytes { LocalExtra = Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(c)) }),
    ];

    // Names take no blanks; the letters are the same.
    private static string Token(string words) => words.Replace(" ", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);

    private static Canary Edit(string place, string part, string old, Func<string, string> plant) =>
        new(place, (package, words) => new EditionPackage(package).Replace(part, old, plant(words)).ToBytes());

    // Behind a sentence that the partner may read, in its paragraph.
    private static Canary Markup(string place, Func<string, string> plant) => new(place, (bytes, words) =>
    {
        var package = new EditionPackage(bytes);
        var text = package[Document];
        var end = text.IndexOf("</w:p>", text.IndexOf(Sentence, StringComparison.Ordinal), StringComparison.Ordinal);
        package[Document] = text[..end] + plant(words) + text[end..];
        return package.ToBytes();
    });

    private static Canary Part(string place, string name, Func<string, string> content, string? relation = null, string type = "application/xml") => new(place, (package, words) =>
        new EditionPackage(package).Add(name, type, relation ?? Office + "other", content(words)).ToBytes());

    private static Canary Part(string place, Func<string, string> name, Func<string, string> content) => new(place, (package, words) =>
        new EditionPackage(package).Add(name(words), "application/xml", Office + "other", content(words)).ToBytes());

    private static Canary Binary(string place, string name, Func<string, byte[]> content) => new(place, (package, words) =>
        new EditionPackage(package).With(name, content(words)).ToBytes());

    private static Canary Zip(string place, Func<byte[], ZipBytes> plant) => new(place, (package, words) =>
        plant(Encoding.UTF8.GetBytes(words)).Rewrite(package));
}
