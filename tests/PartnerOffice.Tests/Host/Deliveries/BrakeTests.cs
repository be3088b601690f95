using PartnerOffice.Deliveries;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

public sealed class BrakeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_everything_is_paused_nothing_begins_and_afterwards_it_goes_on_where_it_stood()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var consignment = bench.World.Consignment();
        await bench.Ledger.HandInAsync(consignment, Token);
        bench.Sandbox.Requests.Clear();

        await bench.Ledger.Office.PauseAsync("st-02", Token);
        await bench.Courier.RunAsync(Work.Of(consignment.Delivery, consignment.Partnership), Token);
        await bench.DriveAsync(Token);
        var (during, since) = (bench.Sandbox.Requests.Entries.Count, await bench.Ledger.Office.PausedSinceAsync(Token));
        var released = await bench.Ledger.Office.ResumeAsync("st-02", Token);
        await bench.DriveAsync(Token);

        Assert.Equal(0, during);
        Assert.Equal(bench.Clock.GetUtcNow(), since!.Value, TimeSpan.FromMinutes(5));
        Assert.True(released);
        Assert.Equal(DeliveryState.Delivered, (await bench.Ledger.StatusAsync(consignment.Delivery, Token)).State);
        Assert.False(await bench.Ledger.Office.ResumeAsync("st-02", Token));
    }
}
