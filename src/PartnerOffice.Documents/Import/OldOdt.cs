using System.Xml;
using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Import;

/// <summary>Reads an OpenDocument text as lines, through the gate's own zip and XML guards: the same limits, no document type, nothing fetched.</summary>
internal sealed class OldOdt
{
    private const string MimeType = "application/vnd.oasis.opendocument.text";

    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static readonly XNamespace Style = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    private static readonly XNamespace Fo = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";

    private readonly HashSet<string> boldStyles;

    // The levels of each list style that count, from 1.
    private readonly Dictionary<string, HashSet<int>> numberedLists;
    private readonly List<OldLine> lines = [];
    private int paragraphs;
    private int tables;

    private OldOdt(XElement content)
    {
        boldStyles = [.. content.Descendants(Style + "style")
            .Where(style => style.Elements(Style + "text-properties").Any(IsMarked))
            .Select(style => style.Attribute(Style + "name")?.Value ?? "")];
        numberedLists = content.Descendants(Text + "list-style")
            .GroupBy(style => style.Attribute(Style + "name")?.Value ?? "")
            .ToDictionary(styles => styles.Key, styles => styles.Elements(Text + "list-level-style-number").Select(level => (int?)level.Attribute(Text + "level") ?? 1).ToHashSet());
    }

    /// <summary>Whether a zip says of itself that it is an OpenDocument text.</summary>
    public static bool IsOdt(ReadOnlyMemory<byte> file) =>
        file.Span[..Math.Min(file.Length, 200)].IndexOf(System.Text.Encoding.ASCII.GetBytes("mimetype" + MimeType)) >= 0;

    /// <exception cref="GateRefusal">The zip or its XML is beyond the limits, damaged or ambiguous.</exception>
    public static IReadOnlyList<OldLine> Lines(ReadOnlyMemory<byte> file)
    {
        var bytes = new ArraySegment<byte>(file.ToArray());
        FileSignature.RequireZip(bytes);
        var entries = ZipDirectory.Read(bytes);
        var entry = entries.Where(entry => entry.Name == "content.xml").ToList() is [var only] ? only : throw new GateRefusal(GateCode.MainPartMissing, "content.xml");
        if (entries.Any(other => other.Name == "META-INF/manifest.xml" && IsEncrypted(bytes, other)))
            throw new GateRefusal(GateCode.Encrypted);

        // First read to its end under all limits, only then built into a tree.
        using (var judged = new CountedUnpacking(bytes, entry, new UnpackBudget(GateLimits.DocumentUnpackedBytes, CancellationToken.None)))
            GuardedXml.Read(judged, entry.Name, GateLimits.DocumentXmlCharacters, new XmlAllowance(PackageKind.Word), _ => { });
        using var reader = XmlReader.Create(CountedUnpacking.Unpack(bytes, entry), GuardedXml.Settings(GateLimits.DocumentXmlCharacters));
        var content = XElement.Load(reader, LoadOptions.PreserveWhitespace);
        var odt = new OldOdt(content);
        odt.Read(content.Element(Office + "body")?.Element(Office + "text") ?? content, listStyle: null, depth: 0);
        return odt.lines;
    }

    private static bool IsEncrypted(ArraySegment<byte> bytes, ZipEntryAt manifest)
    {
        using var stream = new CountedUnpacking(bytes, manifest, new UnpackBudget(GateLimits.DocumentUnpackedBytes, CancellationToken.None));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Contains("encryption-data", StringComparison.Ordinal);
    }

    private static bool IsMarked(XElement properties) =>
        properties.Attribute(Fo + "font-weight")?.Value is "bold" or "600" or "700" or "800" or "900"
        || properties.Attribute(Style + "text-underline-style")?.Value is not (null or "none");

    private void Read(XElement parent, string? listStyle, int depth)
    {
        foreach (var element in parent.Elements())
        {
            if (element.Name == Text + "p" || element.Name == Text + "h")
                Paragraph(element, listStyle, depth);
            else if (element.Name == Text + "list")
                Read(element, element.Attribute(Text + "style-name")?.Value ?? listStyle ?? "", depth + 1);
            else if (element.Name == Table + "table")
                ReadTable(element);
            else if (element.Name != Text + "tracked-changes" && element.Name != Text + "sequence-decls")
                Read(element, listStyle, depth);
        }
    }

    private void Paragraph(XElement paragraph, string? listStyle, int depth)
    {
        paragraphs++;
        var isBold = boldStyles.Contains(paragraph.Attribute(Text + "style-name")?.Value ?? "")
            || (paragraph.Elements().Any() && paragraph.Nodes().All(node => node is XElement span ? boldStyles.Contains(span.Attribute(Text + "style-name")?.Value ?? "") : string.IsNullOrWhiteSpace(node.ToString())));
        var level = paragraph.Name == Text + "h" ? (int?)paragraph.Attribute(Text + "outline-level") ?? 1 : 0;
        var isNumbered = listStyle is not null && numberedLists.TryGetValue(listStyle, out var levels) && levels.Contains(depth);
        foreach (var (text, index) in WordsOf(paragraph).Split('\n').Select(MinutesText.Value).Where(text => text.Length > 0).Select((text, index) => (text, index)))
            lines.Add(new OldLine(text, $"Absatz {paragraphs}") { IsParagraph = index == 0, HeadingLevel = level, IsBold = isBold, IsListed = listStyle is not null && level == 0, IsNumbered = isNumbered, ListLevel = Math.Max(0, depth - 1) });
    }

    private void ReadTable(XElement table)
    {
        tables++;
        var rows = table.Descendants(Table + "table-row").Where(row => row.Ancestors(Table + "table").First() == table)
            .Select(row => (IReadOnlyList<IReadOnlyList<string>>)[.. row.Elements().Where(cell => cell.Name == Table + "table-cell" || cell.Name == Table + "covered-table-cell").SelectMany(cell => Enumerable.Repeat(CellLines(cell), Math.Clamp((int?)cell.Attribute(Table + "number-columns-repeated") ?? 1, 1, 60)))])
            .ToList();
        lines.AddRange(OldTable.Lines(rows, $"Tabelle {tables}"));
    }

    private static IReadOnlyList<string> CellLines(XElement cell) =>
        [.. cell.Descendants().Where(element => element.Name == Text + "p" || element.Name == Text + "h").SelectMany(paragraph => WordsOf(paragraph).Split('\n')).Select(MinutesText.Value).Where(text => text.Length > 0)];

    // Notes and comments are no words of the line.
    private static string WordsOf(XElement paragraph) => string.Concat(paragraph.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement element when element.Name == Text + "s" => new string(' ', Math.Clamp((int?)element.Attribute(Text + "c") ?? 1, 1, 200)),
        XElement element when element.Name == Text + "tab" => "    ",
        XElement element when element.Name == Text + "line-break" => "\n",
        XElement element when element.Name == Text + "note" || element.Name == Office + "annotation" => "",
        XElement element => WordsOf(element),
        _ => "",
    }));
}
