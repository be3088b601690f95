using System.Text;
using System.Xml.Linq;
using PartnerOffice.Documents.Packaging;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Tests.Support;

/// <summary>The sample's minutes as they come back from the board: with tracked changes and comments where a paragraph of TOP 3 stood.</summary>
internal static class Objected
{
    public const string Sentence = "Die Anträge der Antragskommission wurden beraten. Schwerpunkte:";
    public const string By = "w:id=\"91\" w:author=\"Clara Probe\" w:date=\"2026-07-20T10:00:00Z\"";
    public const string Other = "w:id=\"92\" w:author=\"Dirk Vorlage\" w:date=\"2026-07-21T08:30:00Z\"";

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Plain => MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes));

    public static string Run(string text, string properties = "") => $"<w:r>{properties}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Gone(string text) => $"<w:r><w:delText xml:space=\"preserve\">{text}</w:delText></w:r>";

    public static string Paragraph(string content, string properties = "") => $"<w:p>{properties}{content}</w:p>";

    /// <summary>The document with these blocks in the place of the sentence.</summary>
    public static byte[] With(string blocks, string? comments = null, string? extended = null)
    {
        var package = PartsPackage.Read(Plain);
        var document = XElement.Parse(package.RootElement("word/document.xml"), LoadOptions.PreserveWhitespace);
        var paragraph = document.Descendants(W + "p").Single(one => one.Value == Sentence);
        paragraph.ReplaceWith(XElement.Parse($"<x xmlns:w=\"{W}\">{blocks}</x>", LoadOptions.PreserveWhitespace).Elements());
        package.SetXml("word/document.xml", document.ToString(SaveOptions.DisableFormatting));
        if (comments is not null)
            Add(package, "comments", $"<w:comments xmlns:w=\"{W}\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\">{comments}</w:comments>", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments");
        if (extended is not null)
            Add(package, "commentsExtended", $"<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">{extended}</w15:commentsEx>", "http://schemas.microsoft.com/office/2011/relationships/commentsExtended");
        return package.ToBytes();
    }

    public static string Comment(int id, string author, string text, string mark) =>
        $"<w:comment w:id=\"{id}\" w:author=\"{author}\" w:date=\"2026-07-20T10:00:00Z\"><w:p w14:paraId=\"{mark}\"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>";

    /// <summary>The text of TOP 3, line by line.</summary>
    public static string Text(byte[] document) => PackageText.Lines(document);

    private static void Add(PartsPackage package, string name, string xml, string relation)
    {
        package["word/" + name + ".xml"] = Encoding.UTF8.GetBytes(xml);
        PackageDeclarations.Add(package, "word/document.xml", $"word/{name}.xml", $"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml", relation);
    }
}
