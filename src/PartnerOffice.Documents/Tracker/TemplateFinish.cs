using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PartnerOffice.Documents.Tracker;

/// <summary>What ClosedXML cannot say, and the one order of parts that makes the bytes the same each time.</summary>
internal static class TemplateFinish
{
    private const string CoreType = "application/vnd.openxmlformats-package.core-properties+xml";
    private const string CoreRelation = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

    public static void Apply(SpreadsheetDocument document)
    {
        foreach (var part in document.WorkbookPart!.WorksheetParts)
        {
            var table = part.TableDefinitionParts.FirstOrDefault();
            if (table is null)
                continue;
            // Numbers such as "07/2026" are text on purpose; Excel shall not mark them as a mistake.
            var ignored = new IgnoredErrors(new IgnoredError
            {
                SequenceOfReferences = new() { InnerText = table.Table.Reference!.Value!.Replace("A1", "A2", StringComparison.Ordinal) },
                NumberStoredAsText = true,
                TwoDigitTextYear = true,
            });
            part.Worksheet.InsertBefore(ignored, part.Worksheet.GetFirstChild<TableParts>());
        }

        foreach (var pane in document.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Pane>()))
            pane.State = PaneStateValues.Frozen;

        var workbook = document.WorkbookPart.Workbook;
        foreach (var name in workbook.DefinedNames!.Elements<DefinedName>())
            name.Text = name.Text.Replace("!1:1", "!$1:$1", StringComparison.Ordinal);
        workbook.CalculationProperties ??= new CalculationProperties();
        workbook.CalculationProperties.FullCalculationOnLoad = true;
    }

    /// <summary>Parts sorted by name, core properties without author and clock, nothing that only this run could have.</summary>
    public static byte[] Canonical(byte[] package)
    {
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        using (var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read))
            foreach (var entry in zip.Entries)
            {
                using var content = new MemoryStream();
                using (var stream = entry.Open())
                    stream.CopyTo(content);
                parts[entry.FullName] = content.ToArray();
            }

        foreach (var name in parts.Keys.Where(name => name.EndsWith(".psmdcp", StringComparison.Ordinal)).ToList())
            parts.Remove(name);
        // ClosedXML lists names that are not there; the program that saves next will list what is.
        parts["docProps/app.xml"] = Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>PartnerOffice</Application></Properties>");
        parts["docProps/core.xml"] = Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Partnerschaft: Übersicht</dc:title><dc:creator>PartnerOffice</dc:creator><dc:language>de-DE</dc:language></cp:coreProperties>");
        parts["[Content_Types].xml"] = ContentTypes(parts["[Content_Types].xml"]);
        parts["_rels/.rels"] = RootRelations(parts["_rels/.rels"]);
        return RawZip.Stored(parts);
    }

    private static byte[] ContentTypes(byte[] part)
    {
        var types = XDocument.Load(new MemoryStream(part)).Root!;
        XNamespace ns = types.Name.Namespace;
        var kept = types.Elements()
            .Where(element => (string?)element.Attribute("Extension") != "psmdcp" && (string?)element.Attribute("PartName") != "/docProps/core.xml")
            .Append(new XElement(ns + "Override", new XAttribute("PartName", "/docProps/core.xml"), new XAttribute("ContentType", CoreType)))
            .OrderBy(element => element.Name.LocalName, StringComparer.Ordinal)
            .ThenBy(element => (string?)element.Attribute("Extension") ?? (string?)element.Attribute("PartName"), StringComparer.Ordinal)
            .Select(element => new XElement(element));
        return Bytes(new XElement(ns + "Types", kept));
    }

    private static byte[] RootRelations(byte[] part)
    {
        var relations = XDocument.Load(new MemoryStream(part)).Root!;
        XNamespace ns = relations.Name.Namespace;
        var kept = relations.Elements()
            .Where(element => !((string)element.Attribute("Type")!).EndsWith("/core-properties", StringComparison.Ordinal))
            .OrderBy(element => (string)element.Attribute("Target")!, StringComparer.Ordinal)
            .Select((element, i) => new XElement(ns + "Relationship",
                new XAttribute("Id", $"rId{i + 1}"), new XAttribute("Type", (string)element.Attribute("Type")!), new XAttribute("Target", (string)element.Attribute("Target")!)))
            .Append(new XElement(ns + "Relationship",
                new XAttribute("Id", "rIdCore"), new XAttribute("Type", CoreRelation), new XAttribute("Target", "docProps/core.xml")));
        return Bytes(new XElement(ns + "Relationships", kept));
    }

    private static byte[] Bytes(XElement root) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + root.ToString(SaveOptions.DisableFormatting));
}
