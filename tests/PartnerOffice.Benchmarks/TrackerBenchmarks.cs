using BenchmarkDotNet.Attributes;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Benchmarks;

/// <summary>Append one meeting and change one cell of another, in a tracker of so many meetings; the peers do the same to rows and table only.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 3, iterationCount: 8)]
public class TrackerBenchmarks
{
    private static readonly DateOnly s_today = new(2026, 7, 20);
    private byte[] _workbook = [];
    private TrackerChange[] _changes = [];

    [Params(200, 5_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var rows = Enumerable.Range(0, Rows).Select(i => Meeting($"kv-{i:00000}", i)).ToList();
        _workbook = TrackerWorkbook.Apply(TrackerTemplate.Delivered(), [new TrackerChange(TrackerTables.Meetings, rows)], today: s_today).Bytes.ToArray();
        _changes =
        [
            new TrackerChange(TrackerTables.Meetings,
            [
                Meeting("neu", 1),
                new TrackerRow(new Dictionary<string, TrackerValue?> { [TrackerTables.Key] = new TrackerValue.Text($"kv-{Rows / 2:00000}"), [TrackerTables.Start] = new TrackerValue.Text("20:30") }),
            ]),
        ];
    }

    [Benchmark(Baseline = true)]
    public int Ours() => TrackerWorkbook.Apply(_workbook, _changes, today: s_today).Bytes.Length;

    [Benchmark]
    public int OpenXmlDom()
    {
        using var stream = new MemoryStream();
        stream.Write(_workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var part = document.WorkbookPart!.WorksheetParts.Single(candidate => candidate.TableDefinitionParts.Any(table => table.Table.Name == TrackerTables.Meetings));
            var data = part.Worksheet.GetFirstChild<SheetData>()!;
            var wanted = $"kv-{Rows / 2:00000}";
            var row = data.Elements<Row>().First(candidate => candidate.Elements<Cell>().First().InnerText == wanted);
            var cell = row.Elements<Cell>().ElementAt(6);
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new Text("20:30"));
            var last = data.Elements<Row>().Last();
            var added = (Row)last.CloneNode(deep: true);
            added.RowIndex = last.RowIndex! + 1;
            foreach (var copy in added.Elements<Cell>())
                copy.CellReference = $"{new string([.. copy.CellReference!.Value!.TakeWhile(char.IsLetter)])}{added.RowIndex}";
            data.Append(added);
            var table = part.TableDefinitionParts.Single().Table;
            table.Reference = $"A1:N{added.RowIndex}";
            table.AutoFilter!.Reference = table.Reference;
        }

        return (int)stream.Length;
    }

    [Benchmark]
    public int ClosedXml()
    {
        using var input = new MemoryStream(_workbook);
        using var output = new MemoryStream();
        using (var workbook = new XLWorkbook(input))
        {
            var table = workbook.Worksheet(TrackerTables.Meetings).Table(TrackerTables.Meetings);
            var wanted = $"kv-{Rows / 2:00000}";
            table.DataRange.Rows().First(row => row.Cell(1).GetString() == wanted).Cell(7).SetValue("20:30");
            table.InsertRowsBelow(1);
            table.DataRange.LastRow().Cell(1).SetValue("neu");
            workbook.SaveAs(output);
        }

        return (int)output.Length;
    }

    internal static TrackerRow Meeting(string key, int i) => new(new Dictionary<string, TrackerValue?>
    {
        [TrackerTables.Key] = new TrackerValue.Text(key),
        [TrackerTables.District] = new TrackerValue.Text(i % 2 == 0 ? "Steinfurt" : "Mecklenburgische Seenplatte"),
        [TrackerTables.Board] = new TrackerValue.Text("Kreisvorstand"),
        [TrackerTables.Number] = new TrackerValue.Text($"KV 2026/{i}"),
        [TrackerTables.Kind] = new TrackerValue.Text("Kreisvorstandssitzung"),
        [TrackerTables.Date] = new TrackerValue.Day(new DateOnly(2020, 1, 1).AddDays(i % 2_400)),
        [TrackerTables.Start] = new TrackerValue.Text("19:00"),
        [TrackerTables.Place] = new TrackerValue.Text("Geschäftsstelle"),
        [TrackerTables.Form] = new TrackerValue.Text("hybrid"),
        [TrackerTables.Minutes] = new TrackerValue.Text("genehmigt – vom Vorstand beschlossen"),
        [TrackerTables.DeliveredOn] = new TrackerValue.Day(new DateOnly(2020, 1, 9).AddDays(i % 2_400)),
        [TrackerTables.Link] = new TrackerValue.Link(new Uri($"https://partner.example/p/{key}.docx")),
    });
}
