using CsCheck;
using PartnerOffice.Documents.Tracker;
using Xunit;
using static PartnerOffice.Tests.Documents.Tracker.Sheets;

namespace PartnerOffice.Tests.Documents.Tracker;

public sealed class TrackerPropertyTests
{
    private static readonly string[] s_ours = ["Aufgabe", "Zuständig", "Fällig"];

    private static readonly Gen<TrackerValue?> s_value = Gen.OneOf(
        Gen.String[0, 40].Select(text => (TrackerValue?)new TrackerValue.Text(text)),
        OneOf("=1+1", "+49", "1.1", "07/2026", "_x000D_", "a\r\nb", "  ").Select(text => (TrackerValue?)new TrackerValue.Text(text)),
        Gen.Int[-1_000, 1_000_000].Select(number => (TrackerValue?)new TrackerValue.Number(number)),
        Gen.Double[-1e9, 1e9].Select(number => (TrackerValue?)new TrackerValue.Number(number)),
        Gen.Const((TrackerValue?)null));

    private static readonly Gen<TrackerRow> s_row = Gen.Select(
        Gen.Int[1, 12], s_value, s_value, Gen.Int[0, 3_000].Select(days => new DateOnly(2020, 1, 1).AddDays(days)), Gen.Bool, Gen.Bool,
        (key, action, owner, due, hasAction, hasDue) =>
        {
            var cells = new Dictionary<string, TrackerValue?>(StringComparer.OrdinalIgnoreCase) { ["Schlüssel"] = new TrackerValue.Text($"k{key}"), ["Zuständig"] = owner };
            if (hasAction)
                cells["Aufgabe"] = action;
            if (hasDue)
                cells["Fällig"] = new TrackerValue.Day(due);
            cells["Stand"] = new TrackerValue.Text(due.Year % 2 == 0 ? "offen" : "erledigt");
            return new TrackerRow(cells);
        });

    [Fact]
    public void Rows_applied_in_any_split_leave_the_same_table() =>
        Gen.Select(s_row.Array[1, 20], Gen.Int[0, 20].Array[0, 4]).Sample((rows, cuts) =>
        {
            var whole = TrackerWorkbook.Apply(TrackerTemplate.Delivered(), [Change("Aufgaben", rows)]).Bytes;

            var bytes = TrackerTemplate.Delivered();
            var from = 0;
            foreach (var cut in cuts.Where(cut => cut < rows.Length).Append(rows.Length).Order())
            {
                bytes = TrackerWorkbook.Apply(bytes, [Change("Aufgaben", rows[from..cut])]).Bytes;
                from = cut;
            }

            Assert.Equal(TrackerWorkbook.ReadRows(whole, "Aufgaben"), TrackerWorkbook.ReadRows(bytes, "Aufgaben"));
        }, iter: 150);

    [Fact]
    public void The_table_says_what_was_written_last_and_says_it_once() =>
        s_row.Array[1, 20].Sample(rows =>
        {
            var update = TrackerWorkbook.Apply(TrackerTemplate.Delivered(), [Change("Aufgaben", rows)]);

            var read = TrackerWorkbook.ReadRows(update.Bytes, "Aufgaben");
            Assert.Equal(rows.Select(row => row["Schlüssel"]!.ToString()).Distinct(), read.Select(row => row["Schlüssel"]!.ToString()));
            foreach (var row in read)
                foreach (var column in s_ours)
                {
                    var last = rows.LastOrDefault(written => written["Schlüssel"] == row["Schlüssel"] && written.Cells.ContainsKey(column))?[column];
                    Assert.Equal(last is TrackerValue.Text { Value: "" } ? null : last, row[column]);
                }

            Assert.True(TrackerWorkbook.Apply(update.Bytes, [Change("Aufgaben", [.. read])]).IsUnchanged);
        }, iter: 150);

    [Fact]
    public void Whatever_is_written_Excel_has_nothing_to_complain_about() =>
        s_row.Array[1, 12].Sample(rows => AssertValid(TrackerWorkbook.Apply(TrackerTemplate.Delivered(), [Change("Aufgaben", rows)]).Bytes), iter: 10);

    [Fact]
    public void No_broken_workbook_ends_in_anything_but_a_refusal() =>
        Gen.Select(OneOf("xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/tables/table1.xml", "xl/sharedStrings.xml", "xl/styles.xml"), Gen.Int[0, 6_000], OneOf("<", ">", "\"", "&", "/", "x", "", "]]>", "<!--", "9999999999"))
            .Sample((part, at, text) =>
            {
                var workbook = new PeoplesWorkbook().Build();
                var old = Part(workbook, part);
                at %= old.Length;
                var broken = RawZip.Open(workbook, 0).With(new Dictionary<string, ReadOnlyMemory<byte>> { [part] = System.Text.Encoding.UTF8.GetBytes(string.Concat(old.AsSpan(0, at), text, old.AsSpan(Math.Min(old.Length, at + 1)))) });
                var failure = Record.Exception(() => TrackerWorkbook.Apply(broken, [Change("Liste", Row(("Schlüssel", "k4"), ("Ja", 1)), Row(("Schlüssel", "k1"), ("Notiz", "n")))]));
                Assert.True(failure is null or TrackerRefusedException, failure?.ToString());
            }, iter: 1_500);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
