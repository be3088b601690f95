using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

/// <summary>Ten minutes and a day after a delivery its effects are counted by their keys (engine R8).</summary>
public sealed class VerificationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_as_it_should_be_is_counted_twice_and_then_left_in_peace()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        await bench.Ledger.HandInAsync(consignment, Token);
        var begun = bench.Clock.GetUtcNow();

        await bench.DriveAsync(Token, counting: true);

        Assert.Equal(Verdict.AsItShouldBe, (await bench.Ledger.StatusAsync(consignment.Delivery, Token)).Verdict);
        Assert.InRange(bench.Clock.GetUtcNow() - begun, TimeSpan.FromHours(24), TimeSpan.FromHours(25));
        Assert.Null(await bench.Ledger.NextDueAsync(counting: true, Token));
    }

    [Fact]
    public async Task A_file_that_the_partner_deleted_a_row_that_is_gone_and_a_second_message_are_reported()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        await bench.Ledger.HandInAsync(consignment, Token);
        await bench.DriveAsync(Token);
        var status = await bench.Ledger.StatusAsync(consignment.Delivery, Token);
        await bench.Partner.Drives.DeleteAsync(bench.Library.Drive, ItemId.Parse(status[DeliveryStep.Upload].RemoteId!), null, Token);
        await bench.SaveTrackerAsync(TrackerTemplate.Delivered(), Token);
        var mailbox = bench.World.Route.Districts[bench.World.From].Mailbox!.Value;
        var second = await bench.Own.Mail.CreateDraftAsync(mailbox, Draft(bench.KeyOf(consignment, DeliveryStep.Mail), consignment), Token);
        await bench.Own.Mail.SendAsync(mailbox, second, Token);

        await bench.DriveAsync(Token, counting: true);

        Assert.Equal($"{StepError.RemovedByPartner}, rows missing 1, messages 2", (await bench.Ledger.StatusAsync(consignment.Delivery, Token)).Verdict);
    }

    [Fact]
    public async Task A_draft_that_lost_the_race_is_swept_away()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        await bench.Ledger.HandInAsync(consignment, Token);
        await bench.DriveAsync(Token);
        await bench.Own.Mail.CreateDraftAsync(bench.World.Route.Districts[bench.World.From].Mailbox!.Value, Draft(bench.KeyOf(consignment, DeliveryStep.Mail), consignment), Token);

        await bench.DriveAsync(Token, counting: true);

        Assert.Equal(1, (await bench.CountAsync(consignment, Token)).Sent);
        Assert.DoesNotContain("Drafts: \"", bench.Sandbox.Describe(), StringComparison.Ordinal);
        Assert.Equal(Verdict.AsItShouldBe, (await bench.Ledger.StatusAsync(consignment.Delivery, Token)).Verdict);
    }

    [Fact]
    public async Task A_message_in_doubt_that_turns_up_is_confirmed_and_not_sent()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        bench.Sandbox.Settings.SentItemsDelay = TimeSpan.FromMinutes(20);
        bench.Sandbox.Faults.Add(new PartnerOffice.Sandbox.FaultRule("POST /users/{user-id}/messages/{message-id}/send") { Status = 504, AfterCommit = true, Times = 1 });
        await bench.Ledger.HandInAsync(consignment, Token);
        await bench.DriveAsync(Token);
        var doubtful = await bench.Ledger.StatusAsync(consignment.Delivery, Token);

        await bench.DriveAsync(Token, counting: true);

        Assert.Equal(DeliveryState.Uncertain, doubtful.State);
        Assert.Equal(DeliveryState.Delivered, (await bench.Ledger.StatusAsync(consignment.Delivery, Token)).State);
        Assert.Single(bench.Sandbox.Requests.Entries, entry => entry.Path.EndsWith("/send", StringComparison.Ordinal));
    }

    private static MailDraft Draft(string key, Consignment consignment) => new()
    {
        Key = key,
        Subject = consignment.Mail.Subject,
        To = [.. consignment.Mail.To.Select(EmailAddress.Parse)],
        BodyText = "noch einmal",
    };
}
