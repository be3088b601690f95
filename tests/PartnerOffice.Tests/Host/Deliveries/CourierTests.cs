using System.Text;
using PartnerOffice.Deliveries;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

public sealed class CourierTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wait_that_graph_asks_for_holds_back_every_delivery_and_the_next_owner_too()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        bench.Sandbox.Faults.Add(new FaultRule("PUT /drives/**") { Status = 429, RetryAfter = TimeSpan.FromSeconds(120), Times = 1 });
        await bench.Ledger.HandInAsync(bench.World.Consignment(1), Token);
        await RunDueAsync(bench);
        bench.Sandbox.Requests.Clear();

        await bench.Ledger.HandInAsync(bench.World.Consignment(2), Token);
        await RunDueAsync(bench);
        bench.Restart(new());
        bench.Clock.Advance(TimeSpan.FromSeconds(119));
        await RunDueAsync(bench);
        var during = bench.Sandbox.Requests.Entries.Count;
        await bench.DriveAsync(Token);

        Assert.Equal(0, during);
        Assert.All(await bench.Ledger.ListAsync(Token), delivery => Assert.Equal(DeliveryState.Delivered, delivery.State));
    }

    [Fact]
    public async Task A_strangers_file_of_this_name_is_never_touched_and_a_person_can_try_again()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        var path = bench.Library.Folder.Append(consignment.Edition.Name);
        await bench.Partner.Drives.EnsureFolderAsync(bench.Library.Drive, bench.Library.Folder, Token);
        var strangers = await bench.Partner.Drives.CreateAsync(bench.Library.Drive, path, "another file"u8.ToArray(), Guid.NewGuid().ToString(), Token);

        await bench.Ledger.HandInAsync(consignment, Token);
        await bench.DriveAsync(Token);

        var refused = await bench.Ledger.StatusAsync(consignment.Delivery, Token);
        Assert.Equal((DeliveryState.Failed, "name-taken"), (refused.State, refused[DeliveryStep.Upload].Error));
        Assert.Equal(strangers.CTag, (await bench.Partner.Drives.FindAsync(bench.Library.Drive, path, Token))!.CTag);
        Assert.Equal(0, (await bench.CountAsync(consignment, Token)).Sent);

        await bench.Partner.Drives.DeleteAsync(bench.Library.Drive, strangers.Id, null, Token);
        await bench.Ledger.RetryAsync(consignment.Delivery, Token);
        await bench.DriveAsync(Token);

        Assert.Equal(DeliveryState.Delivered, (await bench.Ledger.StatusAsync(consignment.Delivery, Token)).State);
    }

    [Fact]
    public async Task A_service_that_lost_its_ledger_finds_its_file_its_row_and_its_message_again()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        await bench.Ledger.HandInAsync(consignment, Token);
        await bench.DriveAsync(Token);
        var before = bench.Sandbox.Describe();

        await bench.LoseLedgerAsync(Token);
        await bench.Ledger.HandInAsync(consignment, Token);
        await bench.DriveAsync(Token);

        Assert.Equal(DeliveryState.Delivered, (await bench.Ledger.StatusAsync(consignment.Delivery, Token)).State);
        Assert.Equal(before, bench.Sandbox.Describe());
    }

    [Fact]
    public async Task A_message_that_nobody_can_find_is_uncertain_and_never_sent_again()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        bench.Sandbox.Settings.SentItemsDelay = TimeSpan.FromHours(2);
        bench.Sandbox.Faults.Add(new FaultRule("POST /users/{user-id}/messages/{message-id}/send") { Status = 504, AfterCommit = true, Times = 1 });

        await bench.Ledger.HandInAsync(consignment, Token);
        await bench.DriveAsync(Token);
        var doubtful = await bench.Ledger.StatusAsync(consignment.Delivery, Token);
        bench.Clock.Advance(TimeSpan.FromHours(3));
        await bench.Ledger.RetryAsync(consignment.Delivery, Token);
        await bench.DriveAsync(Token);

        Assert.Equal((DeliveryState.Uncertain, StepState.Uncertain), (doubtful.State, doubtful[DeliveryStep.Mail].State));
        Assert.Equal(DeliveryState.Delivered, (await bench.Ledger.StatusAsync(consignment.Delivery, Token)).State);
        Assert.Equal(1, (await bench.CountAsync(consignment, Token)).Sent);
        Assert.Single(bench.Sandbox.Requests.Entries, entry => entry.Path.EndsWith("/send", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_workbook_left_open_over_a_weekend_holds_back_neither_file_nor_message()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        var tracker = bench.World.Route.Tracker!;
        using (bench.Sandbox.Open(tracker.Drive.Value, tracker.Path.Value, "Excel"))
        {
            await bench.Ledger.HandInAsync(consignment, Token);
            var monday = bench.Clock.GetUtcNow() + TimeSpan.FromDays(3);
            await bench.DriveAsync(Token, until: monday);
            var status = await bench.Ledger.StatusAsync(consignment.Delivery, Token);
            Assert.Equal(DeliveryState.Delivered, status.State);
            Assert.Equal("locked", status[DeliveryStep.Tracker].Error);
            Assert.InRange(status[DeliveryStep.Tracker].NotBefore - bench.Clock.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromMinutes(20));
        }

        await bench.DriveAsync(Token);

        Assert.True((await bench.Ledger.StatusAsync(consignment.Delivery, Token)).IsSettled);
        Assert.Equal((1, 1), await bench.CountAsync(consignment, Token) is var found ? (found.Rows, found.Sent) : default);
    }

    [Fact]
    public async Task Rows_of_several_deliveries_are_written_in_one_go()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        for (var number = 1; number <= 3; number++) await bench.Ledger.HandInAsync(bench.World.Consignment(number), Token);

        await bench.DriveAsync(Token);

        Assert.Contains("Partnerschaft.xlsx, Version 2.0", bench.Sandbox.Describe(), StringComparison.Ordinal);
        for (var number = 1; number <= 3; number++) Assert.Equal(1, (await bench.CountAsync(bench.World.Consignment(number), Token)).Rows);
    }

    [Fact]
    public async Task Who_was_taken_over_can_save_nothing_any_more()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        await bench.Ledger.HandInAsync(consignment, Token);
        var paused = bench.Ledger;
        var old = await paused.ClaimAsync(consignment.Delivery, DeliveryStep.Upload, Token);

        bench.Restart(new());
        await bench.DriveAsync(Token);

        await Assert.ThrowsAsync<SupersededException>(() => paused.SaveAsync(old!, StepEvent.GiveUp, StepChange.Nothing, Token));
        Assert.Equal(DeliveryState.Delivered, (await bench.Ledger.StatusAsync(consignment.Delivery, Token)).State);
    }

    [Fact]
    public async Task With_another_key_the_delivery_is_given_up_and_says_why()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        await bench.Ledger.HandInAsync(consignment, Token);

        bench.Restart(new(), new DeliverySecrets(Encoding.UTF8.GetBytes(new string('x', DeliverySecrets.KeyBytes))));
        await bench.DriveAsync(Token);

        var status = await bench.Ledger.StatusAsync(consignment.Delivery, Token);
        Assert.Equal((DeliveryState.Failed, "key-lost"), (status.State, status[DeliveryStep.Upload].Error));
    }

    [Fact]
    public async Task A_partner_that_is_down_for_a_day_and_more_is_given_up_and_a_person_can_start_it_again()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        await bench.Ledger.HandInAsync(consignment, Token);
        using (bench.Sandbox.Refusing("PUT /drives/**", 503)) await bench.DriveAsync(Token);
        var status = await bench.Ledger.StatusAsync(consignment.Delivery, Token);

        await bench.Ledger.RetryAsync(consignment.Delivery, Token);
        await bench.DriveAsync(Token);

        Assert.Equal(DeliveryState.Failed, status.State);
        Assert.InRange(status[DeliveryStep.Upload].Attempts, 250, 350);
        Assert.Equal((1, 1, 1), await bench.CountAsync(consignment, Token) is var found ? (found.Files, found.Rows, found.Sent) : default);
    }

    private static async Task RunDueAsync(CourierBench bench)
    {
        foreach (var work in await bench.Ledger.DueAsync(bench.Courier.Partnerships, Token)) await bench.Courier.RunAsync(work, Token);
    }
}
