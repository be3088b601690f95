using Microsoft.Data.Sqlite;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

/// <summary>The audit log only grows, and whoever changes it without the key is found out.</summary>
public sealed class AuditTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_who_did_what_and_no_word_of_the_minutes()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        await life.DeliverAsync(Support.Life.Minutes());
        await life.RecallAsync(Support.Life.Minutes());

        var (entries, broken) = await bench.Ledger.Office.AuditAsync(Token);

        Assert.Null(broken);
        Assert.Equal(["released", "approved", "Edition queued", "Letter queued"], entries.Take(4).Select(entry => entry.What));
        Assert.Equal(["st-01", "st-01"], entries.Take(2).Select(entry => entry.Who));
        Assert.Contains(entries, entry => entry is { What: "Edition Delivered", Who: "service" });
        Assert.Contains(entries, entry => entry is { What: "withdrawn", Detail: "confidential" });
        Assert.All(entries, entry => Assert.DoesNotContain("Anna", entry.Subject + entry.Detail, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE audit SET Who = 'st-09' WHERE Number = 2", 2)]
    [InlineData("DELETE FROM audit WHERE Number = 2", 2)]
    [InlineData("UPDATE audit SET Number = 99 WHERE Number = 3; UPDATE audit SET Number = 3 WHERE Number = 4; UPDATE audit SET Number = 4 WHERE Number = 99", 3)]
    [InlineData("UPDATE audit SET At = At + 60000 WHERE Number = 1", 1)]
    public async Task Whoever_changes_an_entry_is_found_out_even_past_the_databases_own_guard(string change, long broken)
    {
        await using var bench = await CourierBench.StartAsync(Token);
        await new Support.Life(bench).DeliverAsync(Support.Life.Minutes());

        var refused = Assert.Throws<SqliteException>(() => Run(bench, change));
        Run(bench, $"DROP TRIGGER audit_is_never_changed; DROP TRIGGER audit_is_never_cut; {change}");

        Assert.Contains("only grows", refused.Message, StringComparison.Ordinal);
        Assert.Equal(broken, (await bench.Ledger.Office.AuditAsync(Token)).Break);
    }

    private static void Run(CourierBench bench, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(bench.World.Folder, "ledger.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
