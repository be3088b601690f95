using PartnerOffice.CommandLine;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Receiving;

/// <summary>A partner who is not set up yet (R20): nothing is lost, nothing goes out by itself afterwards, and the oldest goes first.</summary>
public sealed class WaitingForPartnerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deliveries_wait_until_a_person_says_so_and_then_go_oldest_first()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignments = new[] { bench.World.Consignment(3), bench.World.Consignment(1), bench.World.Consignment(2) };
        bench.KnowPartner(false);
        foreach (var consignment in consignments)
        {
            await bench.Ledger.HandInAsync(consignment, Token);
            await bench.DriveAsync(Token);
            bench.Clock.Advance(TimeSpan.FromDays(30));
        }

        var waiting = await bench.Ledger.ListAsync(Token);
        Assert.All(waiting, status => Assert.Equal("wartet auf Einrichtung beim Partner – nichts ist verloren", DeliveryWords.State(status).German));
        Assert.All(waiting, status => Assert.Null(status.NextTry));

        // The file names the partner's library now; that alone starts nothing.
        bench.KnowPartner(true);
        await bench.DriveAsync(Token);
        Assert.All(await bench.Ledger.ListAsync(Token), status => Assert.NotNull(status.WaitsForPartnerSince));

        var gone = await bench.Ledger.Office.GoAsync(DeliveryWorld.Partnership.Id, bench.World.From, "st-05", Token);
        await bench.DriveAsync(Token);

        Assert.Equal(consignments.Select(consignment => consignment.Delivery), gone.Select(status => status.Delivery));
        var delivered = await bench.Ledger.ListAsync(Token);
        Assert.All(delivered, status => Assert.Equal(DeliveryState.Delivered, status.State));
        Assert.Equal(consignments.Select(consignment => consignment.Delivery), delivered.OrderBy(status => status[DeliveryStep.Upload].At).Select(status => status.Delivery));
        Assert.Empty(await bench.Ledger.Office.GoAsync(DeliveryWorld.Partnership.Id, bench.World.From, "st-05", Token));
    }

    [Fact]
    public void A_partner_who_admits_no_foreign_application_picks_up_from_a_library_of_the_sender()
    {
        using var world = new DeliveryWorld();
        var identities = new SandboxIdentities(world.Folder);
        var sample = DeliveryWorld.Partnership;
        var (sender, partner) = (sample.Districts[0], sample.Districts[1]);
        var pickUp = new ReceivingLibrary("steinfurt.sharepoint.example,57e10f00-0000-4000-8000-000000000051,57e10f00-0000-4000-8000-000000000052", "b!steinfurt-abholung-0001", new("57e10f00-0000-4000-8000-000000000053"), "Für MSE");
        var partnership = sample with { Districts = [sender, partner with { Tenant = null, Library = null, PickUp = pickUp }] };

        var route = PartnershipRoute.Of(partnership, identities.Of);

        var to = route.Districts[partner.Id];
        Assert.Equal(route.Districts[sender.Id].Identity.TenantId, to.Identity.TenantId);
        Assert.Equal(("b!steinfurt-abholung-0001", null), (to.Library!.Drive.Value, to.Mailbox));
        // The tracker lies with the partner, where nobody gets in: it waits, and nothing else does.
        Assert.Null(route.Tracker);
        var seed = Assert.Single(SandboxWorld.SeedOf(partnership, identities.Of).Tenants);
        Assert.Contains(seed.Sites.SelectMany(site => site.Libraries), library => library.DriveId == "b!steinfurt-abholung-0001");
    }
}
