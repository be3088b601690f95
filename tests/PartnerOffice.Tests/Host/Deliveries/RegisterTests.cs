using System.IO.Compression;
using System.Text;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Sharing;
using PartnerOffice.Tests.Documents.Tracker;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

public sealed class RegisterTests
{
    private const string Canary = "Zaunkönig-0815";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_for_the_board_only_stands_anywhere_in_the_tracker_and_all_of_it_in_the_register()
    {
        var minutes = WithCanaries();
        var partnership = PartnershipSample.Read();
        var shared = SharedMinutes.Prepare(minutes, new MinutesReading(minutes, [], [], []), partnership, new(2026, 9, 1));
        await using var bench = await CourierBench.StartAsync(Token);

        await bench.Ledger.ReleaseAsync(shared.Consignment, minutes, Token);
        await bench.Ledger.EnqueueAsync(shared.Cleared, Token);
        await bench.DriveAsync(Token);
        var tracker = await bench.TrackerAsync(Token);
        var register = TrackerWorkbook.Apply(TrackerTemplate.Register(), RegisterRows.Of(minutes, partnership.Find(minutes.District)!));

        // Every part: cells and their cached values, comments, names, properties.
        Assert.All(Texts(tracker), part => Assert.DoesNotContain(Canary, part.Text, StringComparison.Ordinal));
        Assert.NotEmpty(TrackerWorkbook.ReadRows(tracker, TrackerTables.Resolutions));
        Assert.All(TrackerWorkbook.ReadRows(register.Bytes, TrackerTables.Resolutions), row => Assert.Contains(Canary, row[TrackerTables.Wording]!.ToString(), StringComparison.Ordinal));
        Assert.All(TrackerWorkbook.ReadRows(register.Bytes, TrackerTables.Actions), row => Assert.Contains(Canary, row[TrackerTables.Action]!.ToString(), StringComparison.Ordinal));
        Assert.All(Directory.GetFiles(bench.World.Folder, "ledger.db*"), file => Assert.DoesNotContain(Canary, Read(file), StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_stands_in_one_of_the_two_and_never_in_both()
    {
        var minutes = WithCanaries();
        var partnership = PartnershipSample.Read();
        var shared = SharedMinutes.Prepare(minutes, new MinutesReading(minutes, [], [], []), partnership, new(2026, 9, 1));
        var register = RegisterRows.Of(minutes, partnership.Find(minutes.District)!);

        foreach (var table in (string[])[TrackerTables.Resolutions, TrackerTables.Actions])
        {
            var tracked = Words(shared.Consignment.Tracker.Select(entry => entry.Change), table);
            var registered = Words(register, table);
            Assert.NotEmpty(registered);
            Assert.Empty(tracked.Intersect(registered));
            Assert.Equal(
                minutes.Items.Sum(item => table == TrackerTables.Resolutions ? item.Resolutions.Count : item.Actions.Count),
                tracked.Count + registered.Count);
        }
    }

    [Fact]
    public void The_register_says_whose_it_is_and_is_a_workbook_that_Excel_opens()
    {
        var register = TrackerTemplate.Register();

        Sheets.AssertValid(register);
        Assert.Contains("Vorstandsregister – nur für den Vorstand", Sheets.Part(register, "xl/sharedStrings.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("für beide sichtbar", Sheets.Part(register, "xl/sharedStrings.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("beiden Kreisvorstände", string.Concat(Texts(register).Select(part => part.Text)), StringComparison.Ordinal);
        Assert.Contains("Vorstandsregister", Sheets.Part(register, "docProps/core.xml"), StringComparison.Ordinal);
    }

    private static Minutes WithCanaries()
    {
        var minutes = Samples.Minutes;
        return minutes with
        {
            Items = [.. minutes.Items.Select(item => item with
            {
                Resolutions = [.. item.Resolutions.Select(resolution => item.Audience == Audience.Partner && resolution.Audience == Audience.Partner ? resolution : resolution with { Wording = $"{resolution.Wording} {Canary}" })],
                Actions = [.. item.Actions.Select(action => item.Audience == Audience.Partner && action.Audience == Audience.Partner ? action : action with { What = $"{action.What} {Canary}" })],
            })],
        };
    }

    private static List<string?> Words(IEnumerable<TrackerChange> changes, string table) =>
        [.. changes.Where(change => change.Table == table).SelectMany(change => change.Rows).Select(row => row[table == TrackerTables.Resolutions ? TrackerTables.Wording : TrackerTables.Action]?.ToString())];

    private static IEnumerable<(string Name, string Text)> Texts(ReadOnlyMemory<byte> workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook.ToArray()));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return (entry.FullName, reader.ReadToEnd());
        }
    }

    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
