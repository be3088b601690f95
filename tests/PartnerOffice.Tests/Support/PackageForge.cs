using System.Text;

namespace PartnerOffice.Tests.Support;

/// <summary>Builds small Office packages part by part: sound ones to begin with, and whatever else a test needs.</summary>
internal sealed record PackageForge
{
    public const string WordRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    public const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Formats = "application/vnd.openxmlformats-officedocument.";

    public IReadOnlyList<ForgedEntry> Others { get; init; } = [];

    public IReadOnlyList<(string Name, string? Type)> Types { get; init; } = [];

    public IReadOnlyList<(string Source, string Type, string Target, bool IsExternal)> Relations { get; init; } = [];

    /// <summary>A sound document of one paragraph.</summary>
    public static PackageForge Document(string body = "<w:p><w:r><w:t>Der Vorstand nimmt den Bericht zur Kenntnis.</w:t></w:r></w:p>") =>
        new PackageForge()
            .With("word/document.xml", Xml($"<w:document xmlns:w=\"{WordNamespace}\"><w:body>{body}</w:body></w:document>"), Formats + "wordprocessingml.document.main+xml")
            .With("word/styles.xml", Xml($"<w:styles xmlns:w=\"{WordNamespace}\"/>"), Formats + "wordprocessingml.styles+xml")
            .Related("", WordRelations + "officeDocument", "word/document.xml")
            .Related("word/document.xml", WordRelations + "styles", "styles.xml");

    /// <summary>A sound workbook of one cell.</summary>
    public static PackageForge Workbook() => new PackageForge()
        .With("xl/workbook.xml", Xml("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Sitzungen\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"), Formats + "spreadsheetml.sheet.main+xml")
        .With("xl/worksheets/sheet1.xml", Xml("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Schlüssel</t></is></c></row></sheetData></worksheet>"), Formats + "spreadsheetml.worksheet+xml")
        .Related("", WordRelations + "officeDocument", "xl/workbook.xml")
        .Related("xl/workbook.xml", WordRelations + "worksheet", "worksheets/sheet1.xml");

    public static string Xml(string root) => "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + root;

    /// <summary>With one more part, or another in place of the one of this name.</summary>
    public PackageForge With(string name, byte[] content, string? type = null) => With(new ForgedEntry(name, content), type);

    public PackageForge With(string name, string content, string? type = null) => With(name, Encoding.UTF8.GetBytes(content), type);

    public PackageForge With(ForgedEntry entry, string? type = null)
    {
        var others = Others.ToList();
        var there = others.FindIndex(other => other.Name == entry.Name);
        if (there >= 0)
        {
            others[there] = entry;
        }
        else
        {
            others.Add(entry);
        }

        return this with
        {
            Others = others,
            Types = type is null ? Types : [.. Types.Where(known => known.Name != entry.Name), (entry.Name, type)],
        };
    }

    /// <summary>With this entry besides, even if one of that name is there.</summary>
    public PackageForge Beside(ForgedEntry entry) => this with { Others = [.. Others, entry] };

    public PackageForge Without(string name) => this with { Others = [.. Others.Where(other => other.Name != name)] };

    public PackageForge Related(string source, string type, string target, bool isExternal = false) =>
        this with { Relations = [.. Relations, (source, type, target, isExternal)] };

    public IReadOnlyList<ForgedEntry> Entries()
    {
        var entries = new List<ForgedEntry>();
        if (Others.All(other => other.Name != "[Content_Types].xml"))
        {
            var overrides = string.Concat(Types.Select(type => $"<Override PartName=\"/{Escaped(type.Name)}\" ContentType=\"{type.Type}\"/>"));
            entries.Add(new("[Content_Types].xml", Encoding.UTF8.GetBytes(Xml(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>{overrides}</Types>"))));
        }

        foreach (var group in Relations.GroupBy(relation => relation.Source))
        {
            var slash = group.Key.LastIndexOf('/') + 1;
            var name = $"{group.Key[..slash]}_rels/{group.Key[slash..]}.rels";
            if (Others.Any(other => other.Name == name))
            {
                continue;
            }

            var lines = string.Concat(group.Select((relation, index) =>
                $"<Relationship Id=\"r{index + 1}\" Type=\"{relation.Type}\" Target=\"{Escaped(relation.Target)}\"{(relation.IsExternal ? " TargetMode=\"External\"" : "")}/>"));
            entries.Add(new(name, Encoding.UTF8.GetBytes(Xml($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{lines}</Relationships>"))));
        }

        return [.. entries, .. Others];
    }

    public byte[] ToBytes() => ZipForge.Write(Entries());

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text);
}
