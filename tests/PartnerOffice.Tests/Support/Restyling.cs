using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace PartnerOffice.Tests.Support;

/// <summary>What a person does to a template in a German Word: another look, another order, a logo, and ids of styles as Word rewrites them.</summary>
internal static class Restyling
{
    // A picture of one dark point.
    public static readonly byte[] Logo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static readonly IReadOnlyDictionary<string, string> GermanIds = new Dictionary<string, string>
    {
        ["Title"] = "Titel",
        ["Subtitle"] = "Untertitel",
        ["Heading1"] = "berschrift1",
        ["Heading2"] = "berschrift2",
        ["Heading3"] = "berschrift3",
        ["Heading4"] = "berschrift4",
        ["Heading5"] = "berschrift5",
        ["ListParagraph"] = "Listenabsatz",
        ["Header"] = "Kopfzeile",
        ["Footer"] = "Fuzeile",
        ["Normal"] = "Standard",
    };

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Of(ReadOnlyMemory<byte> template)
    {
        var parts = PackageText.Parts(template).ToDictionary();
        Edit(parts, "word/styles.xml", Look);
        foreach (var name in (string[])["word/styles.xml", "word/document.xml", "word/header1.xml", "word/footer1.xml"])
            Edit(parts, name, RenameIds);
        Edit(parts, "word/document.xml", root => Order(root.Element(W + "body")!));
        AddLogo(parts);
        DropNumbering(parts);
        return Zip(parts);
    }

    /// <summary>The same template without these controls and tables.</summary>
    public static byte[] Without(ReadOnlyMemory<byte> template, IReadOnlyCollection<string> tags, IReadOnlyCollection<string> headings)
    {
        var parts = PackageText.Parts(template).ToDictionary();
        Edit(parts, "word/document.xml", root =>
        {
            root.Descendants(W + "sdt").Where(control => tags.Contains(control.Element(W + "sdtPr")!.Element(W + "tag")!.Attribute(W + "val")!.Value)).ToList().ForEach(control => control.Remove());
            root.Descendants(W + "tbl").Where(table => headings.Any(heading => table.Value.StartsWith(heading, StringComparison.Ordinal))).ToList().ForEach(table => table.Remove());
        });
        return Zip(parts);
    }

    /// <summary>The same template without any style of its own making.</summary>
    public static byte[] WithoutOurStyles(ReadOnlyMemory<byte> template)
    {
        var parts = PackageText.Parts(template).ToDictionary();
        Edit(parts, "word/styles.xml", root => root.Elements(W + "style").Where(style => style.Attribute(W + "customStyle") is not null).Remove());
        return Zip(parts);
    }

    private static void Look(XElement root)
    {
        foreach (var font in root.Descendants(W + "rFonts").Attributes().ToList())
            font.Value = "Arial";
        foreach (var colour in root.Descendants(W + "color").Attributes(W + "val").ToList())
            colour.Value = "7A0019";
    }

    private static void RenameIds(XElement root)
    {
        foreach (var id in root.DescendantsAndSelf().Attributes().Where(attribute => attribute.Parent!.Name.LocalName is "style" or "pStyle" or "basedOn" or "next" or "link" && GermanIds.ContainsKey(attribute.Value)).ToList())
            id.Value = GermanIds[id.Value];
    }

    private static void Order(XElement body)
    {
        // The lines of the head the other way round, with words of the house.
        var head = body.Elements(W + "tbl").First();
        var rows = head.Elements(W + "tr").Reverse().ToList();
        rows.ForEach(row => row.Remove());
        head.Add(rows);
        foreach (var word in body.Descendants(W + "t"))
            word.Value = word.Value switch { "Datum" when word.Ancestors(W + "tbl").FirstOrDefault() == head => "Tag der Sitzung", "Beratung und Beschlüsse" => "Verlauf", "Teilnahme" when word.Ancestors(W + "tbl").FirstOrDefault() is null => "Wer da war", _ => word.Value };

        // Who was there comes after the agenda, and the title gets a line of its own.
        var attendance = body.Elements(W + "p").First(paragraph => paragraph.Value == "Wer da war");
        XElement[] moved = [attendance, (XElement)attendance.NextNode!];
        foreach (var element in moved)
            element.Remove();
        body.Elements(W + "p").First(paragraph => paragraph.Value == "Verlauf").AddBeforeSelf(moved);
        body.AddFirst(new XElement(W + "p", new XElement(W + "r", new XElement(W + "t", "Beispielweg 1, 48565 Steinfurt"))));
    }

    private static void AddLogo(Dictionary<string, byte[]> parts)
    {
        parts["word/media/image1.png"] = Logo;
        parts["word/_rels/header1.xml.rels"] = Encoding.UTF8.GetBytes("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" Target=\"media/image1.png\"/></Relationships>");
        Replace(parts, "[Content_Types].xml", "<Default Extension=\"xml\"", "<Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"xml\"");
        const string Picture = "<w:p xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"360000\" cy=\"360000\"/><wp:docPr id=\"1\" name=\"Logo\" descr=\"Logo des Kreisverbands\"/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr id=\"1\" name=\"Logo\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:embed=\"rId1\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"360000\" cy=\"360000\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
        Edit(parts, "word/header1.xml", root => root.AddFirst(XElement.Parse(Picture)));
    }

    // No list of the template uses it, so Word leaves it out.
    private static void DropNumbering(Dictionary<string, byte[]> parts)
    {
        parts.Remove("word/numbering.xml");
        Edit(parts, "[Content_Types].xml", root => root.Elements().Where(element => element.Attribute("PartName")?.Value == "/word/numbering.xml").Remove());
        Edit(parts, "word/_rels/document.xml.rels", root => root.Elements().Where(element => element.Attribute("Target")?.Value == "numbering.xml").Remove());
    }

    private static void Edit(Dictionary<string, byte[]> parts, string name, Action<XElement> edit)
    {
        var root = XElement.Parse(Encoding.UTF8.GetString(parts[name]), LoadOptions.PreserveWhitespace);
        edit(root);
        parts[name] = Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
    }

    private static void Replace(Dictionary<string, byte[]> parts, string name, string old, string with) =>
        parts[name] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts[name]).Replace(old, with, StringComparison.Ordinal));

    private static byte[] Zip(Dictionary<string, byte[]> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts.OrderBy(part => part.Key != "[Content_Types].xml"))
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
