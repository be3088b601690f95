using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Overview;

/// <summary>What the page costs the ledger.</summary>
public sealed class OverviewLedgerTests(OverviewWorld world) : IClassFixture<OverviewWorld>
{
    private static readonly AsyncLocal<List<string>?> Asked = new();

    [Fact]
    public async Task Each_list_is_one_query_however_much_is_in_it()
    {
        using var listening = DiagnosticListener.AllListeners.Subscribe(new Listeners());
        Asked.Value = [];

        var picture = await world.Ledger.Overview.ReadAsync(DeliveryWorld.Partnership.Id, TestContext.Current.CancellationToken);

        Assert.True(picture.Releases.Count > 10 && picture.Deliveries.Count > 8, $"{picture.Releases.Count} releases, {picture.Deliveries.Count} deliveries");
        Assert.Equal(3, Asked.Value.Count(command => command.Contains("SELECT", StringComparison.Ordinal)));
    }

    private sealed class Listeners : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name)
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData command && value.Key == RelationalEventId.CommandExecuting.Name)
                Asked.Value?.Add(command.Command.CommandText);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
