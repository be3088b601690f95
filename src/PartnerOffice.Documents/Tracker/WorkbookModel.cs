using System.Globalization;
using System.Xml;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Where things are in a workbook: sheets, tables, styles, shared strings. Nothing is loaded before it is asked for.</summary>
internal sealed class WorkbookModel
{
    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Splice>> _splices = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<(string Type, string Target)>> _relations = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyDictionary<int, FormulaColumn>> _foreseen = new(StringComparer.OrdinalIgnoreCase);
    private List<TableModel>? _tables;
    private OverviewSheet? _overview;
    private bool _isOverviewRead;
    private StyleModel? _styles;
    private SharedStrings? _strings;

    public WorkbookModel(ReadOnlyMemory<byte> bytes)
    {
        Zip = RawZip.Open(bytes, mayUnpack: 200_000_000);
        WorkbookPart = RelationsOf("").FirstOrDefault(relation => relation.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Target
            ?? throw Refusal.Unreadable("_rels/.rels", "it names no workbook.");
        if (!WorkbookPart.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            throw Refusal.Unreadable(WorkbookPart, "it is not an .xlsx workbook.");
        ReadWorkbook();
    }

    public RawZip Zip { get; }

    public string WorkbookPart { get; }

    /// <summary>Sheets in their order: name, part, sheetId.</summary>
    public IReadOnlyList<(string Name, string Part, int Id)> Sheets { get; private set; } = [];

    /// <summary>Days since 1904 instead of 1900, as old Macs counted.</summary>
    public bool Since1904 { get; private set; }

    public IReadOnlyList<TableModel> Tables => _tables ??= ReadTables();

    public StyleModel Styles => _styles ??= new StyleModel(RelatedPart("/styles") is { } part ? Part(part) : null);

    public SharedStrings Strings => _strings ??= new SharedStrings(RelatedPart("/sharedStrings") is { } part ? Part(part) : null);

    /// <summary>The overview as it stands, or null where people removed it.</summary>
    public OverviewSheet? Overview
    {
        get
        {
            if (!_isOverviewRead)
                _overview = OverviewSheet.Of(this);
            _isOverviewRead = true;
            return _overview;
        }
    }

    public IReadOnlyCollection<string> Changed => _changed;

    public TableModel? FindTable(string name)
    {
        var wanted = TrackerKey.Of(name);
        return Tables.FirstOrDefault(table => table.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
    }

    public string PartOfSheet(string sheet) => Sheets.First(candidate => candidate.Name == sheet).Part;

    /// <summary>After a table changed, its part must be read again.</summary>
    public void ForgetTables() => _tables = null;

    /// <summary>The part as it stands, changes included.</summary>
    public byte[] Part(string name)
    {
        if (!_parts.TryGetValue(name, out var content))
        {
            content = Zip.Read(name);
            if (_splices.Remove(name, out var splices))
                content = splices.Aggregate(content, (part, splice) => splice.Apply(part));
            _parts.Add(name, content);
        }

        return content;
    }

    /// <summary>The formulas of a chart: from where its series take names and figures.</summary>
    public IReadOnlyList<string> ChartFormulas(string part)
    {
        var (xml, formulas) = (Part(part), new List<string>());
        var scanner = new XmlScanner(xml, part);
        while (scanner.Next())
        {
            if (scanner.Kind != TagKind.Start || !scanner.Is("f"u8))
                continue;
            var start = scanner.End;
            scanner.SkipElement();
            formulas.Add(XmlText.Decode(xml.AsSpan(start, scanner.Start - start)));
        }

        return formulas;
    }

    /// <summary>The part as it stands, to be read once and not held: so are sheets, which may be long.</summary>
    public ByteSource Open(string name)
    {
        if (_parts.TryGetValue(name, out var content))
            return new MemorySource(content);
        var source = Zip.Open(name);
        return _splices.TryGetValue(name, out var splices) ? splices.Aggregate(source, (part, splice) => new SplicedSource(part, splice)) : source;
    }

    public SheetReader OpenSheet(string sheet)
    {
        var part = PartOfSheet(sheet);
        return new SheetReader(sheet, part, Open(part));
    }

    public void Change(string name, Splice splice)
    {
        if (splice.IsEmpty)
            return;
        _changed.Add(name);
        // A table that people put on the overview itself: then its cells lie elsewhere now.
        if (_overview?.Part.Equals(name, StringComparison.OrdinalIgnoreCase) == true)
            (_overview, _isOverviewRead) = (null, false);
        if (_parts.TryGetValue(name, out var content))
            _parts[name] = splice.Apply(content);
        else if (_splices.TryGetValue(name, out var splices))
            splices.Add(splice);
        else
            _splices.Add(name, [splice]);
    }

    /// <summary>What the columns that the overview counts say after the change just written to this table; other tables of its sheet are read anew.</summary>
    public void Foresee(TableModel table, IReadOnlyDictionary<int, FormulaColumn> columns)
    {
        foreach (var other in Tables)
            if (other.Sheet == table.Sheet)
                _foreseen.Remove(other.Part);
        _foreseen[table.Part] = columns;
    }

    public IReadOnlyDictionary<int, FormulaColumn>? Foreseen(TableModel table) => _foreseen.GetValueOrDefault(table.Part);

    public ReadOnlyMemory<byte> Save() => Zip.With(_changed.Contains, Open);

    /// <summary>Each defined name and where its formula stands in the workbook's part.</summary>
    public List<(string Name, (int Start, int Length) Text)> DefinedNames()
    {
        var names = new List<(string, (int, int))>();
        var scanner = new XmlScanner(Part(WorkbookPart), WorkbookPart);
        while (scanner.Next())
            if (scanner.Kind == TagKind.Start && scanner.Is("definedName"u8))
            {
                var name = scanner.AttributeText("name"u8) ?? "";
                var start = scanner.End;
                scanner.SkipElement();
                names.Add((name, (start, scanner.Start - start)));
            }

        return names;
    }

    /// <summary>What a part points at, by type of relationship; targets outside the package are left out.</summary>
    public IReadOnlyList<(string Type, string Target)> RelationsOf(string part)
    {
        if (_relations.TryGetValue(part, out var known))
            return known;
        var slash = part.LastIndexOf('/') + 1;
        var relationsPart = $"{part[..slash]}_rels/{part[slash..]}.rels";
        var relations = new List<(string, string)>();
        if (Zip.Has(relationsPart))
        {
            ForEachElement(relationsPart, reader =>
            {
                if (reader.LocalName == "Relationship" && reader.GetAttribute("TargetMode") != "External" && reader.GetAttribute("Target") is { } target)
                    relations.Add((reader.GetAttribute("Type") ?? "", Resolve(part[..slash], target)));
            });
        }

        return _relations[part] = relations;
    }

    private void ForEachElement(string part, Action<XmlReader> see)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(Part(part), writable: false), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = 200_000_000,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });
            while (reader.Read())
                if (reader.NodeType == XmlNodeType.Element)
                    see(reader);
        }
        catch (XmlException failure)
        {
            throw Refusal.Unreadable(part, "it is not well-formed.", failure);
        }
    }

    private string? RelatedPart(string type) =>
        RelationsOf(WorkbookPart).FirstOrDefault(relation => relation.Type.EndsWith(type, StringComparison.Ordinal)).Target;

    private void ReadWorkbook()
    {
        var byId = new Dictionary<string, string>(StringComparer.Ordinal);
        var slash = WorkbookPart.LastIndexOf('/') + 1;
        var relations = $"{WorkbookPart[..slash]}_rels/{WorkbookPart[slash..]}.rels";
        ForEachElement(relations, reader =>
        {
            if (reader.LocalName == "Relationship" && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target
                && (reader.GetAttribute("Type") ?? "").EndsWith("/worksheet", StringComparison.Ordinal))
                byId[id] = Resolve(WorkbookPart[..slash], target);
        });

        var sheets = new List<(string, string, int)>();
        ForEachElement(WorkbookPart, reader =>
        {
            if (reader.LocalName == "workbookPr")
                Since1904 = reader.GetAttribute("date1904") is "1" or "true";
            else if (reader.LocalName == "sheet" && IdOf(reader) is { } id && byId.TryGetValue(id, out var part) && Zip.Has(part))
                sheets.Add((reader.GetAttribute("name") ?? "", part, Whole(reader.GetAttribute("sheetId"), 0)));
        });
        Sheets = sheets;
    }

    private static string? IdOf(XmlReader reader)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
            if (reader.LocalName == "id" && reader.NamespaceURI.Length > 0)
                id = reader.Value;
        reader.MoveToElement();
        return id;
    }

    private List<TableModel> ReadTables()
    {
        var tables = new List<TableModel>();
        foreach (var (sheet, part, _) in Sheets)
            foreach (var (type, target) in RelationsOf(part))
                if (type.EndsWith("/table", StringComparison.Ordinal) && Zip.Has(target))
                    tables.Add(ReadTable(sheet, target));
        return tables;
    }

    private TableModel ReadTable(string sheet, string part)
    {
        string name = "", reference = "";
        int heads = 1, totals = 0;
        var columns = new List<TableColumn>();
        ForEachElement(part, reader =>
        {
            switch (reader.LocalName)
            {
                case "table":
                    name = reader.GetAttribute("displayName") ?? reader.GetAttribute("name") ?? "";
                    reference = reader.GetAttribute("ref") ?? "";
                    heads = Whole(reader.GetAttribute("headerRowCount"), 1);
                    totals = Whole(reader.GetAttribute("totalsRowCount"), 0);
                    break;
                case "tableColumn":
                    columns.Add(new TableColumn(TrackerKey.Of(XmlText.DecodeCell(reader.GetAttribute("name") ?? "")), null, false));
                    break;
                case "calculatedColumnFormula" when columns.Count > 0:
                    var isArray = reader.GetAttribute("array") is "1" or "true";
                    columns[^1] = columns[^1] with { Formula = reader.ReadElementContentAsString(), IsArray = isArray };
                    break;
            }
        });

        if (!CellRange.TryParse(reference, out var range) || range.Last.Column - range.First.Column + 1 != columns.Count
            || heads is < 0 or > 1 || totals is < 0 or > 1 || range.Last.Row - range.First.Row + 1 < heads + totals)
            throw Refusal.Unreadable(part, "the table's range and columns do not match.");
        return new TableModel(part, sheet, TrackerKey.Of(name), range, heads, totals, columns);
    }

    private static int Whole(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".."))
                steps.Add(step);
        }

        return string.Join('/', steps);
    }
}
