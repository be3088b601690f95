using Microsoft.Data.Sqlite;
using PartnerOffice.CommandLine;
using PartnerOffice.Deliveries;
using PartnerOffice.Features.Operating;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Operating;

/// <summary>A backup that is an hour old, restored: what was delivered meanwhile is found and adopted, nothing goes out twice (D32 e).</summary>
public sealed class BackupTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 8, 3, 9, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("nothing begun")]
    [InlineData("half way")]
    [InlineData("delivered")]
    public async Task After_a_restore_the_work_goes_on_and_nothing_is_doubled(string standing)
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var (old, later) = (bench.World.Consignment(1), bench.World.Consignment(2));
        await bench.Ledger.HandInAsync(old, Token);
        if (standing == "half way")
        {
            using (bench.Sandbox.Refusing("POST /users/{user-id}/messages", 503)) await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromSeconds(5));
        }
        else if (standing == "delivered")
        {
            await bench.DriveAsync(Token);
        }

        await Backup.WriteAsync(bench.World.Folder, null, folder.File("sicherung.zip"), Now, Token);
        await bench.Ledger.HandInAsync(later, Token);
        await bench.DriveAsync(Token);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        var before = bench.Sandbox.Describe();

        await RestoreAsync(bench);
        await bench.DriveAsync(Token);
        var forgotten = await bench.Ledger.FindAsync(later.Delivery, Token);
        await bench.Ledger.HandInAsync(later, Token);
        await bench.DriveAsync(Token);

        Assert.Null(forgotten);
        Assert.Equal(before, bench.Sandbox.Describe());
        Assert.All(await bench.Ledger.ListAsync(Token), delivery => Assert.Equal(DeliveryState.Delivered, delivery.State));
    }

    [Fact]
    public async Task A_hold_is_still_a_hold_after_a_restore()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        await life.ReleaseAsync(Support.Life.Minutes());
        await life.ApproveAsync(Support.Life.Minutes());
        await Backup.WriteAsync(bench.World.Folder, null, folder.File("sicherung.zip"), Now, Token);

        await RestoreAsync(bench);
        var stopped = await bench.Ledger.Office.CancelAsync(life.DeliveryOf(Support.Life.Minutes()), "st-02", Token);

        Assert.Equal(DeliveryState.Stopped, stopped!.State);
        Assert.NotNull(await bench.Ledger.Releases.LastAsync(life.Partnership.Id, Support.Life.Minutes().Id, Token));
    }

    [Fact]
    public async Task What_was_taken_back_since_the_backup_is_not_laid_there_again()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.ReleaseAsync(july);
        await life.ApproveAsync(july);
        await Backup.WriteAsync(bench.World.Folder, null, folder.File("sicherung.zip"), Now, Token);
        await bench.Ledger.RetryAsync(life.DeliveryOf(july), Token);
        await bench.DriveAsync(Token);
        await life.RecallAsync(july);
        await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromHours(1));

        await RestoreAsync(bench);
        await bench.DriveAsync(Token);

        var status = await bench.Ledger.StatusAsync(life.DeliveryOf(july), Token);
        Assert.Equal((DeliveryState.Failed, StepError.WithdrawnSince), (status.State, status[DeliveryStep.Upload].Error));
        Assert.EndsWith(" - zurueckgezogen.docx", Assert.Single(await life.LibraryAsync()).Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_without_its_key_gets_no_second_one()
    {
        using var world = new DeliveryWorld();
        await using (await DeliveryOffice.OpenAsync(world.Settings() with { MayOwn = false }, Token)) { }
        File.Delete(Path.Combine(world.Folder, "key"));

        await Assert.ThrowsAsync<KeyLostException>(() => DeliveryOffice.OpenAsync(world.Settings() with { MayOwn = false }, Token));
        Assert.False(File.Exists(Path.Combine(world.Folder, "key")));
    }

    [Fact]
    public async Task A_backup_holds_ledger_keys_and_partnership_file_and_only_its_owner_may_read_it()
    {
        using var world = new DeliveryWorld();
        await using (var office = await DeliveryOffice.OpenAsync(world.Settings() with { MayOwn = false }, Token)) await office.HandInAsync(world.Consignment(), Token);
        await File.WriteAllTextAsync(folder.File("partnership.json"), PartnershipSample.Json, Token);

        var manifest = await Backup.WriteAsync(world.Folder, folder.File("partnership.json"), folder.File("sicherung.zip"), Now, Token);
        var restored = await Backup.ReadAsync(folder.File("sicherung.zip"), folder.File("neu"), Token);

        Assert.Equal(3, manifest.Files.Count(file => file is "ledger.db" or "key" or "partnership.json"));
        Assert.Equal(manifest.Files, restored.Files);
        Assert.Equal(64, manifest.LastAudit!.Length);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(world.Folder, "key"), Token), await File.ReadAllTextAsync(folder.File("neu/key"), Token));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.File("sicherung.zip")));
        Assert.Equal("data-in-use", (await Assert.ThrowsAsync<VerbException>(() => Backup.ReadAsync(folder.File("sicherung.zip"), folder.File("neu"), Token))).Code);
        Assert.Equal("no-backup", (await Assert.ThrowsAsync<VerbException>(() => Backup.ReadAsync(folder.File("partnership.json"), folder.File("leer"), Token))).Code);
    }

    // The ledger and the key of the backup lie in the folder again; the sandbox is the world outside, and goes on.
    private async Task RestoreAsync(CourierBench bench)
    {
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(bench.World.Folder, "ledger.db*").Append(Path.Combine(bench.World.Folder, "key"))) File.Delete(file);
        foreach (var path in (string[])["accounts", "sandbox-identities"])
            if (Directory.Exists(Path.Combine(bench.World.Folder, path))) Directory.Delete(Path.Combine(bench.World.Folder, path), recursive: true);
        await Backup.ReadAsync(folder.File("sicherung.zip"), bench.World.Folder, Token);
        bench.Restart(new());
        await bench.Ledger.Office.DoubtEverythingAsync("st-02", Token);
        Assert.NotNull(await bench.Ledger.Office.PausedSinceAsync(Token));
        await bench.Ledger.Office.ResumeAsync("st-02", Token);
    }
}
