using PartnerOffice.Deliveries;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

public sealed class DeliveryOfficeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_consignment_becomes_a_file_with_its_columns_a_row_and_a_message()
    {
        using var world = new DeliveryWorld();
        await using var office = await DeliveryOffice.OpenAsync(world.Settings(), Token);

        var accepted = Assert.IsType<EnqueueOutcome.Accepted>(await office.EnqueueAsync(world.Consignment(), Token));
        var status = await office.FollowAsync(accepted.Delivery.Delivery, new Told(), Patience, Token);

        TestContext.Current.TestOutputHelper?.WriteLine(System.Text.Json.JsonSerializer.Serialize(status));
        TestContext.Current.TestOutputHelper?.WriteLine(office.Sandbox!.Describe());
        Assert.Equal(DeliveryState.Delivered, status.State);
        Assert.All(status.Steps, step => Assert.Equal(StepState.Done, step.State));
    }

    private sealed class Told : IProgress<DeliveryStatus>
    {
        public void Report(DeliveryStatus value) => TestContext.Current.TestOutputHelper?.WriteLine(
            $"{DateTime.UtcNow:mm:ss.fff} {value.State}: {string.Join(", ", value.Steps.Select(step => $"{step.Step} {step.State} {step.Attempts} {step.Error} {step.NotBefore:ss.fff}"))}");
    }
}
