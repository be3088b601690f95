using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace PartnerOffice.Tests.Support;

/// <summary>Saves a document as Word does after a person worked in it: split runs, proofing marks, revision ids, Word's own attributes and bookmarks.</summary>
internal static class WordSave
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private static readonly XNamespace Mc = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static byte[] Of(byte[] document, Action<XElement>? edit = null)
    {
        var parts = PackageText.Parts(document).ToDictionary();
        var root = XDocument.Parse(Encoding.UTF8.GetString(parts["word/document.xml"]), LoadOptions.PreserveWhitespace);
        var body = root.Root!.Element(W + "body")!;
        edit?.Invoke(body);
        SplitRuns(body);
        Sign(root.Root!);
        parts["word/document.xml"] = Encoding.UTF8.GetBytes(root.Declaration + root.ToString(SaveOptions.DisableFormatting));

        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static void SplitRuns(XElement body)
    {
        var count = 0;
        foreach (var run in body.Descendants(W + "r").Where(run => run.Elements().Count(child => child.Name != W + "rPr") == 1 && run.Element(W + "t") is not null).ToList())
        {
            var text = run.Element(W + "t")!.Value;
            if (text.Length < 4)
                continue;

            var cut = (text.Length / 2) + (count++ % 2);
            var second = new XElement(run);
            run.Element(W + "t")!.Value = text[..cut];
            second.Element(W + "t")!.Value = text[cut..];
            foreach (var half in (XElement[])[run, second])
            {
                half.Element(W + "t")!.SetAttributeValue(XNamespace.Xml + "space", "preserve");
                half.SetAttributeValue(W + "rsidR", $"00{count:X6}");
            }

            run.AddAfterSelf(
                new XElement(W + "proofErr", new XAttribute(W + "type", "spellStart")),
                new XElement(W + "r", new XElement(W + "lastRenderedPageBreak")),
                second,
                new XElement(W + "proofErr", new XAttribute(W + "type", "spellEnd")));
        }
    }

    private static void Sign(XElement root)
    {
        root.SetAttributeValue(XNamespace.Xmlns + "w14", W14.NamespaceName);
        root.SetAttributeValue(XNamespace.Xmlns + "mc", Mc.NamespaceName);
        root.SetAttributeValue(Mc + "Ignorable", "w14");
        var number = 0x10000000;
        foreach (var paragraph in root.Descendants(W + "p"))
        {
            paragraph.SetAttributeValue(W14 + "paraId", (++number).ToString("X8", System.Globalization.CultureInfo.InvariantCulture));
            paragraph.SetAttributeValue(W + "rsidR", "00A1B2C3");
        }

        root.Descendants(W + "p").First().Add(
            new XElement(W + "bookmarkStart", new XAttribute(W + "id", 999), new XAttribute(W + "name", "_GoBack")),
            new XElement(W + "bookmarkEnd", new XAttribute(W + "id", 999)));
    }
}
