using System.Globalization;
using System.Text.RegularExpressions;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Life;

/// <summary>
/// A year of one district's board by a fake clock, with everything that goes wrong in one. What must stand where at its end was written by hand,
/// from what the people need and not from the code.
/// </summary>
public sealed partial class YearTests
{
    // Meeting, version: name of the file at the partner's, first words of the approval, day of the upload.
    private const string PartnersLibrary = """
        01 v1 | Januar gelesen.docx | 2026-02-13
        02 v1 | 2026-02-10 Protokoll Kreisvorstand Steinfurt KV-ST 2026-02.docx | 2026-03-19
        03 v1 | 2026-03-10 Protokoll Kreisvorstand Steinfurt KV-ST 2026-03.docx | 2026-04-17
        04 v2 | 2026-04-14 Protokoll Kreisvorstand Steinfurt KV-ST 2026-04.docx | 2026-06-05
        05 v1 | 2026-05-12 Protokoll Kreisvorstand Steinfurt KV-ST 2026-05.docx | 2026-06-12
        06 v1 | 2026-06-09 Protokoll Kreisvorstand Steinfurt KV-ST 2026-06.docx | 2026-07-20
        07 v1 | 2026-07-14 Protokoll Kreisvorstand Steinfurt KV-ST 2026-07.docx | 2026-08-14
        08 note | 2026-08-11 Protokoll Kreisvorstand Steinfurt KV-ST 2026-08 - zurueckgezogen.docx | 2026-09-12
        08 v2 | 2026-08-11 Protokoll Kreisvorstand Steinfurt KV-ST 2026-08.docx | 2026-09-17
        09 v1 | 2026-09-08 Protokoll Kreisvorstand Steinfurt KV-ST 2026-09.docx | 2026-11-13
        10 v1 | 2026-10-13 Protokoll Kreisvorstand Steinfurt KV-ST 2026-10.docx | 2026-11-13
        11 v1 | 2026-11-10 Protokoll Kreisvorstand Steinfurt KV-ST 2026-11.docx | 2026-12-11
        """;

    // Meeting, version, state of the row of Zustellungen. December is released, but nobody has approved it.
    private const string TrackersDeliveries = """
        01 v1 übermittelt
        02 v1 übermittelt
        03 v1 übermittelt
        04 v1 ersetzt
        04 v2 übermittelt
        05 v1 übermittelt
        06 v1 übermittelt
        07 v1 übermittelt
        08 v1 zurückgezogen
        08 v2 übermittelt
        09 v1 übermittelt
        10 v1 übermittelt
        11 v1 übermittelt
        """;

    // One message for each delivery, one for the recall, one that reminds of confirming it.
    private const int ToThePartner = 13 + 1 + 1;

    // One announcement for each delivery, and one letter of the three days of waiting for the workbook: nobody is reminded twice in a week.
    private const int ToTheOwnPeople = 13 + 1;

    // The database was lost on 20 July: what went out before stands in the libraries alone.
    private const string Ledger = """
        07 v1 edition delivered
        08 v1 edition withdrawn
        08 v1 recall delivered
        08 v2 edition delivered
        09 v1 edition delivered
        10 v1 edition delivered
        11 v1 edition delivered
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_year_of_one_board_ends_as_it_was_written_down()
    {
        await using var bench = await CourierBench.StartAsync(Token, new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero));
        var life = new Support.Life(bench);
        Minutes M(string month, int day, params string[] approves) => Support.Life.Minutes(month, day, [.. approves.Select(other => MinutesId.Parse($"steinfurt-2026-{other}", null))]);
        async Task On(int month, int day, int hour = 10)
        {
            var moment = new DateTimeOffset(2026, month, day, hour, 0, 0, TimeSpan.Zero);
            await bench.DriveAsync(Token, until: moment, counting: true);
            bench.Clock.Advance(moment - bench.Clock.GetUtcNow());
        }

        // January is approved in February; the partner files it away under another name.
        await On(1, 16);
        await Recorded(life.ReleaseAsync(M("01", 13)));
        await On(2, 12);
        await Recorded(life.ReleaseAsync(M("02", 10, "01")));
        await On(2, 20);
        await life.MoveAsPartnerAsync(Assert.Single(await life.LibraryAsync()).Value, "Ablage 2026", "Januar gelesen.docx");

        // February is approved with changes in March: open again, released anew, and recorded by the chair.
        await On(3, 12);
        await Recorded(life.ReleaseAsync(WithChanges(M("03", 10, "02"))));
        await On(3, 16);
        var february = M("02", 10, "01") with { Distribution = ["nach der Änderung"] };
        await Recorded(life.ReleaseAsync(february));
        await On(3, 18);
        await Recorded(life.ApproveAsync(february));

        // March is approved in April; the workbook stays open in somebody's Excel from Friday morning to Monday noon.
        await On(4, 16);
        await Recorded(life.ReleaseAsync(M("04", 14, "03")));
        await On(4, 17, 5);
        var tracker = bench.World.Route.Tracker!;
        using (bench.Sandbox.Open(tracker.Drive.Value, tracker.Path.Value, "Excel")) await On(4, 20);

        // April is approved in May and corrected in June, when the chair records it.
        await On(5, 15);
        await Recorded(life.ReleaseAsync(M("05", 12, "04")));
        await On(6, 2);
        var april = Support.Life.Corrected(M("04", 14, "03"));
        await Recorded(life.ReleaseAsync(april));
        await On(6, 3);
        await Recorded(life.ApproveAsync(april));

        // June was begun by "Speichern unter" on May: a copy, until it has an id of its own.
        await On(6, 10);
        Assert.IsType<ReleaseOutcome.IsCopy>(await life.ReleaseAsync(M("06", 9, "05") with { Id = MinutesId.Parse("steinfurt-2026-05", null) }));
        await On(6, 11);
        await Recorded(life.ReleaseAsync(M("06", 9, "05")));

        // June is approved in July, when the certificate has expired: given up after a day, and tried again with a new one.
        await On(7, 16);
        await Recorded(life.ReleaseAsync(M("07", 14, "06")));
        using (bench.Sandbox.Faults.Add(new FaultRule("GET /sites/**") { Status = 401 })) await On(7, 20);
        Assert.Equal(DeliveryState.Failed, (await bench.Ledger.StatusAsync(life.DeliveryOf(M("06", 9)), Token)).State);
        await bench.Ledger.RetryAsync(life.DeliveryOf(M("06", 9)), Token);
        await On(7, 20, 14);

        // The database is lost. Nothing goes out twice; July is released anew.
        await bench.LoseLedgerAsync(Token);
        await On(7, 22);
        await Recorded(life.ReleaseAsync(M("07", 14, "06")));
        await On(8, 13);
        await Recorded(life.ReleaseAsync(M("08", 11, "07")));

        // August is approved in September, taken back the day after it left, confirmed after the reminder, and corrected.
        await On(9, 10);
        await Recorded(life.ReleaseAsync(M("09", 8, "08")));
        await On(9, 12);
        Assert.IsType<RecallOutcome.Accepted>(await life.RecallAsync(M("08", 11)));
        await On(9, 14);
        Assert.NotNull(await bench.Ledger.Recalls.ConfirmAsync(life.RecallOf(M("08", 11)), "mse-05", Token));
        await On(9, 15);
        var august = Support.Life.Corrected(M("08", 11, "07"));
        await Recorded(life.ReleaseAsync(august));
        await On(9, 16);
        await Recorded(life.ApproveAsync(august));

        // October forgot to approve September; November approves both in one item, December November.
        await On(10, 16);
        await Recorded(life.ReleaseAsync(M("10", 13)));
        await On(11, 12);
        await Recorded(life.ReleaseAsync(M("11", 10, "09", "10")));
        await On(12, 10);
        await Recorded(life.ReleaseAsync(M("12", 8, "11")));
        await On(12, 31);

        Assert.Equal(Lines(PartnersLibrary), await LibraryAsync(bench, life));
        Assert.Equal(Lines(TrackersDeliveries), await DeliveriesAsync(bench));
        Assert.Equal(11, TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), TrackerTables.Meetings).Count);
        Assert.Equal((ToThePartner, ToTheOwnPeople), Sent(bench));
        Assert.Equal(Lines(Ledger), await LedgerAsync(bench));
        Assert.Contains("nach der Änderung", MinutesJson.Write(await life.ReadAsync((await life.LibraryAsync()).Single(file => file.Key.Contains("2026-02-10", StringComparison.Ordinal)).Value)), StringComparison.Ordinal);
        Assert.All(await bench.Ledger.ListAsync(Token), delivery => Assert.True(delivery.Verdict is null or Verdict.AsItShouldBe, $"{delivery.Minutes}: {delivery.Verdict}"));
        Assert.Null((await bench.Ledger.Office.AuditAsync(Token)).Break);
        AssertNothingOfTheBoardStays(bench);
    }

    private static async Task Recorded(Task<ReleaseOutcome> outcome) => Assert.True(Assert.IsType<ReleaseOutcome.Recorded>(await outcome).IsNew);

    private static Minutes WithChanges(Minutes minutes) => minutes with
    {
        Items = [.. minutes.Items.Select((item, index) => index == 1 ? item with { Resolutions = [item.Resolutions[0] with { Wording = "Das Protokoll wird mit folgenden Änderungen genehmigt." }, .. item.Resolutions.Skip(1)] } : item)],
    };

    private static List<string> Lines(string table) => [.. table.Split('\n').Select(line => line.Trim())];

    private static async Task<List<string>> LibraryAsync(CourierBench bench, Support.Life life)
    {
        var lines = new List<string>();
        foreach (var (name, item) in await life.LibraryAsync())
        {
            var isNote = name.EndsWith(" - zurueckgezogen.docx", StringComparison.Ordinal);
            var said = isNote ? null : await life.ReadAsync(item);
            var month = said?.Number[^2..] ?? MonthInName().Match(name).Groups[1].Value;
            // The day on which its words came there: what people do with a file later is no upload.
            var versions = await bench.Partner.Drives.VersionsAsync(bench.Library.Drive, item.Id, Token);
            var day = said is { Version.Number: > 1 } ? UploadDay(bench, said) : versions.Min(version => version.LastModified);
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{month} {(isNote ? "note" : $"v{said!.Version.Number}")} | {name} | {day:yyyy-MM-dd}"));
        }

        return [.. lines.Order(StringComparer.Ordinal)];
    }

    // A correction is a later version of the same file: its day stands in the tracker.
    private static DateTimeOffset UploadDay(CourierBench bench, Minutes said)
    {
        var rows = TrackerWorkbook.ReadRows(bench.TrackerAsync(Token).GetAwaiter().GetResult(), TrackerTables.Deliveries);
        var row = rows.Single(one => one[TrackerTables.Meeting]!.ToString() == said.Number && one[TrackerTables.Version]!.ToString() == said.Version.Number.ToString(CultureInfo.InvariantCulture));
        return row[TrackerTables.On] is TrackerValue.Number serial ? new DateTimeOffset(DateTime.FromOADate(serial.Value), TimeSpan.Zero)
            : row[TrackerTables.On] is TrackerValue.Day day ? new DateTimeOffset(day.Value, TimeOnly.MinValue, TimeSpan.Zero)
            : default;
    }

    private static async Task<List<string>> DeliveriesAsync(CourierBench bench) =>
        [.. TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), TrackerTables.Deliveries)
            .Select(row => $"{row[TrackerTables.Meeting]!.ToString()![^2..]} v{row[TrackerTables.Version]} {row[TrackerTables.State]}")
            .Order(StringComparer.Ordinal)];

    private static (int ToThePartner, int ToTheOwnPeople) Sent(CourierBench bench)
    {
        var subjects = SentItem().Matches(bench.Sandbox.Describe()).Select(match => match.Groups[1].Value).ToList();
        var own = subjects.Count(subject => subject.Contains(" geht am ", StringComparison.Ordinal) || subject.StartsWith("Wartet:", StringComparison.Ordinal));
        return (subjects.Count - own, own);
    }

    private static async Task<List<string>> LedgerAsync(CourierBench bench) =>
        [.. (await bench.Ledger.ListAsync(Token)).Where(delivery => delivery.Kind != DeliveryKind.Letter)
            .Select(delivery => FormattableString.Invariant($"{delivery.Minutes.ToString()[^2..]} v{delivery.Version} {delivery.Kind} {delivery.State}").ToLowerInvariant())
            .Order(StringComparer.Ordinal)];

    // The words that only the board may know, in whatever the service keeps: its database and journal, keys, marks.
    private static void AssertNothingOfTheBoardStays(CourierBench bench)
    {
        var withheld = Redactor.Redact(Support.Life.Minutes(), DeliveryWorld.Partnership).WithheldTexts.Select(text => text.Text).Where(text => text.Length > 12).ToList();
        Assert.NotEmpty(withheld);
        foreach (var file in Directory.EnumerateFiles(bench.World.Folder, "*", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}sandbox{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var text = System.Text.Encoding.UTF8.GetString(bytes.ToArray());
            Assert.All(withheld, words => Assert.DoesNotContain(words, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [GeneratedRegex("SentItems: \"([^\"]*)\"")]
    private static partial Regex SentItem();

    [GeneratedRegex(@"KV-ST 2026-(\d\d)")]
    private static partial Regex MonthInName();
}
