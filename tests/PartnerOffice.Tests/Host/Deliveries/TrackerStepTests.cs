using System.Text;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Documents.Tracker;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

public sealed class TrackerStepTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ways => ["file", "workbook"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_cell_that_a_person_changed_stays_and_is_named(string way)
    {
        await using var bench = await StartAsync(way);
        await DeliverAsync(bench, 1, Row("t-1", ("Ort", "Rheine"), ("Beginn", "19:00")));
        await bench.SaveTrackerAsync(People.Type(await bench.TrackerAsync(Token), "Sitzungen", "H2", "Emsdetten"), Token);

        var status = await DeliverAsync(bench, 2, Row("t-1", ("Ort", "Greven"), ("Beginn", "20:00")));

        Assert.Equal((DeliveryState.Delivered, StepState.Done), (status.State, status[DeliveryStep.Tracker].State));
        Assert.Equal("deviating: Sitzungen!H2", status[DeliveryStep.Tracker].Error);
        var row = Assert.Single(TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), "Sitzungen"));
        Assert.Equal(("Emsdetten", "20:00"), (row["Ort"]!.ToString(), row["Beginn"]!.ToString()));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_row_that_people_deleted_is_not_put_back(string way)
    {
        await using var bench = await StartAsync(way);
        await DeliverAsync(bench, 1, Row("t-1", ("Ort", "Rheine")));
        await DeliverAsync(bench, 2, Row("t-2", ("Ort", "Greven")));
        var workbook = await bench.TrackerAsync(Token);
        foreach (var column in "AHKL")
            workbook = People.Type(workbook, "Sitzungen", $"{column}3", "");
        await bench.SaveTrackerAsync(workbook, Token);

        var status = await DeliverAsync(bench, 3, Row("t-2", ("Ort", "Greven")), Row("t-3", ("Ort", "Lengerich")));

        Assert.Equal("deleted: Sitzungen/t-2", status[DeliveryStep.Tracker].Error);
        Assert.Equal(["t-1", "t-3"], TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), "Sitzungen").Select(row => row["Schlüssel"]!.ToString()));
    }

    [Fact]
    public async Task What_is_remembered_of_the_tracker_is_none_of_its_words()
    {
        await using var bench = await StartAsync("file");
        await DeliverAsync(bench, 1, Row("t-1", ("Ort", "Bürgerzentrum am Kanal")));

        var files = Directory.GetFiles(bench.World.Folder, "ledger.db*");

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotContain("Bürgerzentrum", Encoding.UTF8.GetString(Bytes(file)), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task After_the_memory_is_lost_what_differs_counts_as_peoples(string way)
    {
        await using var bench = await StartAsync(way);
        await DeliverAsync(bench, 1, Row("t-1", ("Ort", "Rheine")));
        await bench.SaveTrackerAsync(People.Type(await bench.TrackerAsync(Token), "Sitzungen", "H2", "Emsdetten"), Token);

        await bench.LoseLedgerAsync(Token);
        var status = await DeliverAsync(bench, 1, Row("t-1", ("Ort", "Rheine")));

        Assert.Equal("deviating: Sitzungen!H2", status[DeliveryStep.Tracker].Error);
        Assert.Equal("Emsdetten", Assert.Single(TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), "Sitzungen"))["Ort"]!.ToString());
    }

    [Fact]
    public async Task A_workbook_that_stays_locked_is_warned_of_after_four_hours_and_then_daily()
    {
        await using var bench = await StartAsync("file");
        var tracker = bench.World.Route.Tracker!;
        var begun = bench.Clock.GetUtcNow();
        using (bench.Sandbox.Open(tracker.Drive.Value, tracker.Path.Value, "Excel"))
        {
            await bench.Ledger.HandInAsync(bench.World.Consignment(1), Token);
            await bench.Ledger.HandInAsync(bench.World.Consignment(2), Token);
            var seen = new List<int>();
            foreach (var hours in (int[])[3, 5, 27, 30, 72])
            {
                await bench.DriveAsync(Token, until: begun + TimeSpan.FromHours(hours));
                bench.Clock.Advance(begun + TimeSpan.FromHours(hours) - bench.Clock.GetUtcNow());
                seen.Add(bench.Warnings.Texts.Count(text => text.Contains("has been waiting since", StringComparison.Ordinal)));
            }

            // Two deliveries wait for the same workbook, and nobody wants to hear it twice.
            Assert.Equal([0, 1, 1, 2, 3], seen);
        }

        await bench.DriveAsync(Token);

        Assert.All(await bench.Ledger.ListAsync(Token), delivery => Assert.True(delivery.IsSettled));
    }

    [Fact]
    public async Task Through_Excel_the_rows_are_written_while_a_person_has_the_workbook_open()
    {
        await using var bench = await StartAsync("workbook");
        var tracker = bench.World.Route.Tracker!;
        using (bench.Sandbox.Open(tracker.Drive.Value, tracker.Path.Value, "Excel im Browser"))
        {
            var status = await DeliverAsync(bench, 1, Row("t-1", ("Ort", "=1+1"), ("Nr.", "07/2026")));

            Assert.Equal((DeliveryState.Delivered, null), (status.State, status[DeliveryStep.Tracker].Error));
        }

        var row = Assert.Single(TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), "Sitzungen"));
        Assert.Equal(("=1+1", "07/2026"), (row["Ort"]!.ToString(), row["Nr."]!.ToString()));
        Assert.IsType<TrackerValue.Day>(row["Zugestellt am"]);
    }

    [Fact]
    public async Task Where_Excel_does_not_serve_the_application_the_file_is_written_and_the_ledger_says_so()
    {
        await using var bench = await StartAsync("file");
        await bench.WriteThroughExcelAsync(asAccount: false);

        var status = await DeliverAsync(bench, 1, Row("t-1", ("Ort", "Rheine")));

        Assert.Equal((DeliveryState.Delivered, "written as file"), (status.State, status[DeliveryStep.Tracker].Error));
        Assert.Single(TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), "Sitzungen"));
        Assert.Contains(bench.Warnings.Texts, text => text.Contains("Excel does not serve", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("POST /drives/{drive-id}/items/{driveItem-id}/workbook/tables/{workbookTable-id}/rows/add")]
    [InlineData("PATCH /drives/{drive-id}/items/{driveItem-id}/workbook/tables/{workbookTable-id}/rows/itemAt(index={index})")]
    [InlineData("POST /drives/{drive-id}/items/{driveItem-id}/workbook/closeSession")]
    public async Task An_answer_that_Excel_lost_leaves_one_row_and_no_open_session(string request)
    {
        await using var bench = await StartAsync("workbook");
        await DeliverAsync(bench, 1, Row("t-1", ("Ort", "Rheine")));
        bench.Sandbox.Faults.Add(new FaultRule(request) { Status = 504, AfterCommit = true, Times = 1 });

        await DeliverAsync(bench, 2, Row("t-1", ("Ort", "Greven")), Row("t-2", ("Ort", "Lengerich")));

        Assert.Equal(["t-1 Greven", "t-2 Lengerich"], TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), "Sitzungen").Select(row => $"{row["Schlüssel"]} {row["Ort"]}"));
        var opened = bench.Sandbox.Requests.Entries.Count(entry => entry.Path.EndsWith("/createSession", StringComparison.Ordinal));
        Assert.True(opened >= 2);
        Assert.True(bench.Sandbox.Requests.Entries.Count(entry => entry.Path.EndsWith("/closeSession", StringComparison.Ordinal)) >= opened);
    }

    [Fact]
    public async Task Rows_of_several_deliveries_go_in_one_session_with_no_more_requests_than_they_need()
    {
        await using var bench = await StartAsync("workbook");
        await DeliverAsync(bench, 1, Row("t-1", ("Ort", "Rheine")));
        bench.Sandbox.Requests.Clear();

        for (var number = 2; number <= 4; number++) await bench.Ledger.HandInAsync(Consignment(bench, number, Row($"t-{number}", ("Ort", "Greven"))), Token);
        await bench.DriveAsync(Token);

        var asked = bench.Sandbox.Requests.Entries.Where(entry => entry.Path.Contains("/workbook/", StringComparison.Ordinal)).Select(entry => entry.Path[(entry.Path.LastIndexOf('/') + 1)..]).ToList();
        // Open, look (head and rows), add, read back, close.
        Assert.Equal(6, asked.Count);
        Assert.Equal(4, TrackerWorkbook.ReadRows(await bench.TrackerAsync(Token), "Sitzungen").Count);
    }

    [Fact]
    public async Task Both_ways_of_writing_leave_the_same_table_for_the_same_history()
    {
        await using var file = await StartAsync("file");
        await using var excel = await StartAsync("workbook");
        var random = new Random(4711);
        string[] places = ["Rheine", "=1+1", "+49", "1.1", "07/2026", "Größe ≥ 3", "'quoted", "  ", ""];

        for (var round = 0; round < 12; round++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Row(
                $"t-{random.Next(1, 9)}", ("Ort", places[random.Next(places.Length)]), ("Nr.", $"{random.Next(1, 12)}/2026"), ("Datum", new DateOnly(2026, 1, 1).AddDays(random.Next(300))))).ToArray();
            var typed = round % 3 == 2 ? places[random.Next(places.Length - 2)] : null;
            foreach (var bench in (CourierBench[])[file, excel])
            {
                await DeliverAsync(bench, round + 1, rows);
                if (typed is not null) await bench.SaveTrackerAsync(People.Type(await bench.TrackerAsync(Token), "Sitzungen", "H2", typed), Token);
            }

            Assert.Equal(
                TrackerWorkbook.ReadRows(await file.TrackerAsync(Token), "Sitzungen").Select(Words),
                TrackerWorkbook.ReadRows(await excel.TrackerAsync(Token), "Sitzungen").Select(Words));
        }

        Assert.Equal(
            (await file.Ledger.ListAsync(Token)).Select(delivery => delivery[DeliveryStep.Tracker].Error),
            (await excel.Ledger.ListAsync(Token)).Select(delivery => delivery[DeliveryStep.Tracker].Error));
    }

    // The address of the file differs from sandbox to sandbox.
    private static string Words(TrackerRow row) => string.Join('|', row.Cells.Where(cell => cell.Key != "Link").Select(cell => $"{cell.Key}={cell.Value}:{cell.Value?.GetType().Name}"));

    private static async Task<CourierBench> StartAsync(string way)
    {
        var bench = await CourierBench.StartAsync(Token);
        if (way == "workbook") await bench.WriteThroughExcelAsync(asAccount: true);
        return bench;
    }

    private static TrackerRow Row(string key, params (string Column, object? Value)[] cells) => Sheets.Row([("Schlüssel", key), .. cells]);

    private static Consignment Consignment(CourierBench bench, int number, params TrackerRow[] rows) =>
        bench.World.Consignment(number) with { Tracker = [new(new(TrackerTables.Meetings, rows), TrackerTables.Link, TrackerTables.DeliveredOn)] };

    private static async Task<DeliveryStatus> DeliverAsync(CourierBench bench, int number, params TrackerRow[] rows)
    {
        var consignment = Consignment(bench, number, rows);
        await bench.Ledger.HandInAsync(consignment, Token);
        await bench.DriveAsync(Token);
        return await bench.Ledger.StatusAsync(consignment.Delivery, Token);
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
