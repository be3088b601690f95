using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using PartnerOffice.Documents.Tracker;
using Xunit;
using static PartnerOffice.Tests.Documents.Tracker.Sheets;

namespace PartnerOffice.Tests.Documents.Tracker;

public sealed class SheetReaderTests
{
    private static readonly string[] s_wanted = ["k1", "kä", "k<4>", "neu1", "neu2"];

    [Fact]
    public void It_sees_the_rows_and_cells_that_an_XML_reader_sees_through_any_window() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 5_000], Gen.Int[1, 400]).Sample((seed, window, portion) =>
        {
            var xml = new SpelledSheet(seed).Xml;
            var bytes = Encoding.UTF8.GetBytes(xml);
            var seen = new List<string>();

            using var reader = new SheetReader("Daten", "test", new Portions(bytes, portion), window);
            var finders = Enumerable.Range(1, 10).Select(column => new CellFinder(reader.Words, column)).ToList();
            while (reader.Read())
            {
                var row = reader.Row;
                Assert.Equal(bytes.AsSpan(row.Start, row.End - row.Start), row.Xml);
                foreach (var cell in row.Cells())
                {
                    seen.Add($"{new CellRef(cell.Column, row.Number)} {cell.HasFormula} {row.Text(cell.Value.Length > 0 && cell.Type == CellType.Inline ? default : cell.Value)}");
                    // The short way to a cell finds the same one or says nothing.
                    if (finders[cell.Column - 1].TryFind(row, row.Start, out var found, out _))
                        Assert.Equal((cell.Start, cell.End - cell.Start), found);
                }

                Assert.All(finders, finder => Assert.True(!finder.TryFind(row, row.Start, out _, out _) || row.Cells().Exists(cell => cell.Column == finder.Column)));
            }

            var shell = reader.Shell();

            Assert.Equal(Cells(xml), seen);
            Assert.Equal("</", Encoding.UTF8.GetString(bytes, shell.RowsEnd.At, 2));
            Assert.All(shell.Covered.Concat(shell.Formulas), text => Assert.Equal(text.Value, XmlText.Decode(bytes.AsSpan(text.Start, text.Length))));
        }, iter: 800);

    [Fact]
    public void A_key_is_read_in_the_short_way_as_in_the_long() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            var sheet = new SpelledSheet(seed);
            var model = new WorkbookModel(sheet.Workbook());
            using var reader = model.OpenSheet("Daten");
            var keys = new KeyCells(model, reader.Words, column: 2);
            while (reader.Read())
            {
                var cell = reader.Row.Cell(2);
                Assert.Equal(cell.Value.Length == 0 ? "" : TrackerKey.Of(CellText.Read(model, reader.Row, cell)), keys.Of(reader.Row).ToString());
            }
        }, iter: 500);

    [Fact]
    public void However_a_sheet_is_spelled_an_update_changes_what_it_shall_and_nothing_besides() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, s_wanted.Length - 1].Select(index => s_wanted[index]).Array[1, 3], Gen.Int[0, 20]).Sample((seed, keys, votes) =>
        {
            var before = new SpelledSheet(seed).Workbook();
            var rows = keys.Distinct().Select(key => Row(("Schlüssel", key), ("Ja", votes))).ToArray();
            TrackerUpdate update;
            try
            {
                update = TrackerWorkbook.Apply(before, [Change("Liste", rows)], today: new DateOnly(2026, 7, 20));
            }
            catch (TrackerRefusedException refused) when (refused.Code is "key-twice" or "content-below")
            {
                return;
            }

            XDocument.Parse(Part(update.Bytes, SpelledSheet.Part).TrimStart('\uFEFF'));
            var (old, young) = (TrackerWorkbook.ReadRows(before, "Liste"), TrackerWorkbook.ReadRows(update.Bytes, "Liste"));
            foreach (var key in keys)
                Assert.True(young.Single(row => TrackerKey.Of(row, "Schlüssel") == TrackerKey.Of(key)) is var row
                    && (Equals(row["Ja"], new TrackerValue.Number(votes)) || update.Deviations.Any(deviation => deviation.Row.Key == TrackerKey.Of(key))));
            Assert.Equal(old.Where(row => IsOther(row, keys)).Select(Said), young.Where(row => IsOther(row, keys)).Select(Said));

            // The overview counted what was going to stand there; read anew it counts the same.
            var again = new WorkbookModel(update.Bytes);
            again.Overview?.Refresh(again, new DateOnly(2026, 7, 20));
            Assert.Empty(update.IsUnchanged ? [] : again.Changed);
        }, iter: 600);

    [Theory]
    [InlineData("<row r=\"4\"><c r=\"B4\"><v>1</v></c></row ><row r=\"5\"/>")]
    [InlineData("<row r=\"4\"><?po </row> ?><c r=\"B4\"><v>1</v></c></row><row r=\"5\"/>")]
    [InlineData("<row r=\"4\"><!-- </row> --><c r=\"B4\"><v>1</v></c></row><!-- <row r=\"9\"/> --><row r=\"5\"/>")]
    [InlineData("<row r=\"4\"><c r=\"B4\" t=\"inlineStr\"><is><t><![CDATA[</row>]]></t></is></c></row><row r=\"5\"/>")]
    public void A_row_ends_where_an_XML_reader_says(string rows)
    {
        using var reader = new SheetReader("Daten", "test", new MemorySource(Encoding.UTF8.GetBytes($"<worksheet><sheetData>{rows}</sheetData></worksheet>")));

        Assert.True(reader.Read());
        Assert.Equal((4, 1), (reader.Row.Number, reader.Row.Cells().Count));
        Assert.True(reader.Read());
        Assert.Equal((5, 0), (reader.Row.Number, reader.Row.Cells().Count));
        Assert.False(reader.Read());
    }

    [Theory]
    [InlineData("<worksheet/>")]
    [InlineData("<worksheet><sheetData><row r=\"2\"/><row r=\"1\"/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"><c/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><c r=\"A1\"/></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><![CDATA[<row/>]]></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData></sheetData><sheetData/></worksheet>")]
    [InlineData("<worksheet><sheetData></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData></sheetData>")]
    [InlineData("<worksheet><sheetData><row r=\"1\"")]
    public void A_sheet_that_Excel_would_call_damaged_is_refused(string xml) => Assert.Equal("unreadable", Assert.Throws<TrackerRefusedException>(() =>
    {
        using var reader = new SheetReader("Daten", "test", new MemorySource(Encoding.UTF8.GetBytes(xml)));
        reader.Shell();
    }).Code);

    [Fact]
    public void What_an_update_holds_does_not_grow_with_the_sheet()
    {
        var (shortSheet, longSheet) = (Allocated(1_000), Allocated(30_000));

        // Its new bytes, and for each row what the overview counts: four bytes in each of four columns.
        var grown = longSheet.Allocated - shortSheet.Allocated;
        Assert.True(grown < (longSheet.Bytes * 3 / 2) + (30_000 * 32), $"{grown} bytes more for a file of {longSheet.Bytes}");
        Assert.True(longSheet.Sheet > 25_000_000);
    }

    private static (long Allocated, long Bytes, long Sheet) Allocated(int rows)
    {
        var workbook = TrackerWorkbook.Apply(TrackerTemplate.Delivered(), [Change("Sitzungen", [.. Enumerable.Range(0, rows).Select(i => Row(
            ("Schlüssel", $"kv-{i:00000}"), ("Kreisverband", "Steinfurt"), ("Nr.", $"KV {i}"), ("Datum", new DateOnly(2020, 1, 1).AddDays(i % 2_000)), ("Ort", "Geschäftsstelle"),
            ("Protokoll", "genehmigt – vom Vorstand beschlossen"), ("Link", new Uri($"https://partner.example/p/{i}.docx"))))])]).Bytes.ToArray();
        TrackerChange[] changes = [Change("Sitzungen", Row(("Schlüssel", "kv-00005"), ("Ort", "online")), Row(("Schlüssel", "neu")))];
        TrackerWorkbook.Apply(workbook, changes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var update = TrackerWorkbook.Apply(workbook, changes);
        return (GC.GetAllocatedBytesForCurrentThread() - before, update.Bytes.Length, RawZip.Open(update.Bytes, 0).Entries.Max(entry => entry.Size));
    }

    // A row that only calculates is one that people prepared: it may be filled.
    private static bool IsOther(TrackerRow row, string[] keys) =>
        (row["Schlüssel"] ?? row["Ja"] ?? row["Am"]) is not null && !keys.Any(key => TrackerKey.Of(key) == TrackerKey.Of(row, "Schlüssel"));

    // Formulas in rows that were written are left to be calculated.
    private static string Said(TrackerRow row) =>
        string.Join('|', row.Cells.Where(cell => cell.Key is not ("Doppelt" or "Von Hand")).Select(cell => $"{cell.Key}={cell.Value}"));

    /// <summary>The cells by an XML reader and nothing of ours.</summary>
    private static List<string> Cells(string xml)
    {
        var cells = new List<string>();
        var worksheet = XDocument.Parse(xml.TrimStart('\uFEFF'), LoadOptions.PreserveWhitespace).Root!;
        var main = worksheet.Name.Namespace;
        foreach (var row in worksheet.Element(main + "sheetData")!.Elements(main + "row"))
            foreach (var cell in row.Elements(main + "c"))
                cells.Add(string.Create(CultureInfo.InvariantCulture, $"{(string?)cell.Attribute("r")} {cell.Element(main + "f") is not null} {(cell.Element(main + "is") is null ? cell.Element(main + "v")?.Value : "")}"));
        return cells;
    }

    private sealed class Portions(byte[] content, int portion) : ByteSource
    {
        private int _at;

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(Math.Min(buffer.Length, portion), content.Length - _at);
            content.AsSpan(_at, count).CopyTo(buffer);
            _at += count;
            return count;
        }

        public override void Dispose() => _at = content.Length;
    }
}
