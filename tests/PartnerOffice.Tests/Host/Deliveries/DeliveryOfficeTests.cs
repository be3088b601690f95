using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using PartnerOffice.Deliveries;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Deliveries;

public sealed class DeliveryOfficeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_consignment_becomes_a_file_with_its_columns_a_row_and_a_message_and_handing_it_in_again_changes_nothing()
    {
        using var world = new DeliveryWorld();
        await using var office = await DeliveryOffice.OpenAsync(world.Settings(), Token);
        var told = new Told();

        var first = Assert.IsType<EnqueueOutcome.Accepted>(await office.HandInAsync(world.Consignment(), Token));
        var status = await office.FollowAsync(first.Delivery.Delivery, told, Patience, Token);
        var described = office.Sandbox!.Describe();
        var again = Assert.IsType<EnqueueOutcome.Accepted>(await office.HandInAsync(world.Consignment(), Token));
        await office.FollowAsync(again.Delivery.Delivery, null, Patience, Token);

        Assert.Equal(DeliveryState.Delivered, status.State);
        Assert.All(status.Steps, step => Assert.Equal(StepState.Done, step.State));
        Assert.StartsWith("https://", status[DeliveryStep.Upload].Url, StringComparison.Ordinal);
        Assert.True(first.IsNew);
        Assert.False(again.IsNew);
        Assert.Equal(DeliveryState.Delivered, told.Last!.State);
        Assert.Equal(described, office.Sandbox.Describe());
        AssertDeliveredOnce(described, world.Consignment());
    }

    [Fact]
    public async Task What_left_is_never_changed_under_its_version_and_a_later_version_is_not_overtaken_by_an_earlier_one()
    {
        using var world = new DeliveryWorld();
        await using var office = await DeliveryOffice.OpenAsync(world.Settings(), Token);
        await office.HandInAsync(world.Consignment(), Token);
        await office.FollowAsync(world.Consignment().Delivery, null, TimeSpan.FromMinutes(2), Token);

        var changed = await office.HandInAsync(world.Consignment(content: "other words"), Token);
        var next = await office.HandInAsync(world.Consignment(content: "other words", version: 2), Token);
        var again = await office.EnqueueAsync(DeliveryWorld.Clear(world.Consignment(8, version: 1) with { Minutes = world.Consignment().Minutes }), Token);

        Assert.IsType<EnqueueOutcome.MinutesChanged>(changed);
        Assert.IsType<EnqueueOutcome.Accepted>(next);
        Assert.IsType<EnqueueOutcome.MinutesChanged>(again);
        Assert.Equal(2, (await office.ListAsync(Token)).Count);
    }

    [Fact]
    public async Task What_nobody_released_is_not_taken_and_neither_is_what_was_opened_again()
    {
        using var world = new DeliveryWorld();
        await using var office = await DeliveryOffice.OpenAsync(world.Settings() with { MayOwn = false }, Token);
        var (released, other) = (world.Consignment(), world.Consignment(content: "never released"));

        var unknown = await office.EnqueueAsync(DeliveryWorld.Clear(released), Token);
        await office.Ledger.ReleaseAsync(released, DeliveryWorld.Behind[released.ContentDigest], Token);
        var otherWords = await office.EnqueueAsync(DeliveryWorld.Clear(other), Token);
        var release = await office.Releases.LastAsync(released.Partnership, released.Minutes, Token);
        await office.Releases.ApproveAsync(new(release!, "st-01", null, null), Token);
        var reopened = await office.EnqueueAsync(DeliveryWorld.Clear(released), Token);

        Assert.All([unknown, otherWords, reopened], outcome => Assert.IsType<EnqueueOutcome.NotReleased>(outcome));
        Assert.Empty(await office.ListAsync(Token));
    }

    [Fact]
    public async Task Ten_at_once_on_one_data_directory_deliver_once()
    {
        using var world = new DeliveryWorld();
        var settings = world.Settings();

        var states = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
        {
            await using var office = await DeliveryOffice.OpenAsync(settings with { Crash = new() }, Token);
            var accepted = Assert.IsType<EnqueueOutcome.Accepted>(await office.HandInAsync(world.Consignment(), Token));
            return (await office.FollowAsync(accepted.Delivery.Delivery, null, Patience, Token)).State;
        }, Token)));

        Assert.All(states, state => Assert.Equal(DeliveryState.Delivered, state));
        await using var last = await DeliveryOffice.OpenAsync(settings, Token);
        Assert.Single(await last.ListAsync(Token));
        AssertDeliveredOnce(last.Sandbox!.Describe(), world.Consignment());
    }

    // The ledger's transaction and the scheduler's lock taken in two orders stop each other until one runs into its time limit.
    [Fact]
    public async Task Many_deliveries_at_once_never_stand_in_the_schedulers_way()
    {
        using var world = new DeliveryWorld();
        var warnings = new WarningLog();
        await using var office = await DeliveryOffice.OpenAsync(
            world.Settings() with { BusyTimeout = TimeSpan.FromSeconds(5), Loggers = new LoggerFactory([warnings]) }, Token);
        await FollowAsync(0);
        var started = TimeProvider.System.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(1, 30).Select(FollowAsync));

        TestContext.Current.TestOutputHelper?.WriteLine($"30 deliveries in {TimeProvider.System.GetElapsedTime(started)}");
        Assert.Empty(warnings.Texts);

        async Task FollowAsync(int number)
        {
            var accepted = Assert.IsType<EnqueueOutcome.Accepted>(await office.HandInAsync(world.Consignment(number), Token));
            Assert.True((await office.FollowAsync(accepted.Delivery.Delivery, null, Patience, Token)).IsSettled);
        }
    }

    [Theory]
    [InlineData("Upload:Intend:after")]
    [InlineData("Upload:Confirm:before")]
    [InlineData("Tracker:Intend:after")]
    [InlineData("Mail:Confirm:before")]
    public async Task When_the_owner_is_killed_a_waiting_process_takes_over_and_finishes(string place)
    {
        using var world = new DeliveryWorld();
        var died = new TaskCompletionSource();
        var crash = new CrashPoint
        {
            Kills = at =>
            {
                if (at != place) return false;
                died.TrySetResult();
                return true;
            },
        };
        var owner = await DeliveryOffice.OpenAsync(world.Settings(crash: crash), Token);
        await using var waiting = await DeliveryOffice.OpenAsync(world.Settings(), Token);
        Assert.True(owner.IsOwner);
        Assert.False(waiting.IsOwner);

        var accepted = Assert.IsType<EnqueueOutcome.Accepted>(await waiting.HandInAsync(world.Consignment(), Token));
        await died.Task.WaitAsync(Patience, Token);
        await owner.AbandonAsync();
        var status = await waiting.FollowAsync(accepted.Delivery.Delivery, null, Patience, Token);

        Assert.True(waiting.IsOwner);
        Assert.Equal(DeliveryState.Delivered, status.State);
        Assert.True(status.IsSettled);
        AssertDeliveredOnce(waiting.Sandbox!.Describe(), world.Consignment());
    }

    [Fact]
    public async Task An_owner_that_leaves_first_does_what_others_have_queued()
    {
        using var world = new DeliveryWorld();
        await using (var other = await DeliveryOffice.OpenAsync(world.Settings() with { MayOwn = false }, Token))
            await other.HandInAsync(world.Consignment(), Token);

        await (await DeliveryOffice.OpenAsync(world.Settings(), Token)).DisposeAsync();

        await using var looking = await DeliveryOffice.OpenAsync(world.Settings() with { MayOwn = false }, Token);
        Assert.NotEqual(DeliveryState.Queued, Assert.Single(await looking.ListAsync(Token)).State);
    }

    [Fact]
    public async Task What_waits_is_sealed_and_what_is_delivered_is_erased()
    {
        using var world = new DeliveryWorld();
        var consignment = world.Consignment();
        await using (var office = await DeliveryOffice.OpenAsync(world.Settings() with { MayOwn = false }, Token))
            await office.HandInAsync(consignment, Token);
        Assert.Empty(FilesWith(world, DeliveryWorld.Canary));
        var sealedSlice = SealedBytes(world).AsSpan(200, 40).ToArray();
        Assert.NotEmpty(FilesWith(world, sealedSlice));

        await using (var office = await DeliveryOffice.OpenAsync(world.Settings(), Token))
            Assert.True((await office.FollowAsync(consignment.Delivery, null, Patience, Token)).IsSettled);

        Assert.Empty(FilesWith(world, DeliveryWorld.Canary));
        Assert.Empty(FilesWith(world, consignment.ContentDigest));
        SqliteConnection.ClearAllPools();
        Assert.Empty(FilesWith(world, sealedSlice));
    }

    [Fact]
    public async Task The_answer_has_the_shape_that_was_agreed()
    {
        using var world = new DeliveryWorld();
        await using var office = await DeliveryOffice.OpenAsync(world.Settings() with { MayOwn = false }, Token);
        var accepted = Assert.IsType<EnqueueOutcome.Accepted>(await office.HandInAsync(world.Consignment(), Token));

        var json = JsonSerializer.SerializeToElement(accepted.Delivery, JsonSerializerOptions.Web);

        Assert.Equal(["delivery", "minutes", "version", "state", "steps", "edition", "kind", "startsAt"], json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("queued", json.GetProperty("state").GetString());
        Assert.Equal(["upload", "fields", "tracker", "mail"], json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("step").GetString()));
        Assert.Equal(
            ["step", "state", "attempts", "at", "remoteId", "url", "error"],
            json.GetProperty("steps")[0].EnumerateObject().Select(member => member.Name));
    }

    private static void AssertDeliveredOnce(string described, Consignment consignment)
    {
        var lines = described.Split('\n');
        Assert.Single(lines, line => line.Contains(Path.GetFileNameWithoutExtension(consignment.Edition.Name), StringComparison.Ordinal));
        Assert.Single(lines, line => line.Contains($"SentItems: \"{consignment.Mail.Subject}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("Drafts:", StringComparison.Ordinal));
        // Delivered once and written once: one version by us, then one per write.
        Assert.Single(lines, line => line.Contains("Partnerschaft.xlsx, Version 2.0", StringComparison.Ordinal));
    }

    private static byte[] SealedBytes(DeliveryWorld world)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(world.Folder, "ledger.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Payload FROM deliveries";
        return (byte[])command.ExecuteScalar()!;
    }

    private static List<string> FilesWith(DeliveryWorld world, string text) =>
        [.. FilesWith(world, Encoding.UTF8.GetBytes(text)), .. FilesWith(world, Encoding.Unicode.GetBytes(text))];

    // Everything the service writes itself; the sandbox's folders stand for Microsoft's.
    private static List<string> FilesWith(DeliveryWorld world, byte[] sought)
    {
        var sandbox = Path.Combine(world.Folder, "sandbox") + Path.DirectorySeparatorChar;
        return [.. Directory.EnumerateFiles(world.Folder, "*", SearchOption.AllDirectories)
            .Where(path => !path.StartsWith(sandbox, StringComparison.Ordinal))
            .Where(path => ReadShared(path).AsSpan().IndexOf(sought) >= 0)];
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    private sealed class Told : IProgress<DeliveryStatus>
    {
        public DeliveryStatus? Last { get; private set; }

        public void Report(DeliveryStatus value)
        {
            Last = value;
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{value.State}: {string.Join(", ", value.Steps.Select(step => $"{step.Step} {step.State} {step.Attempts} {step.Error}"))}");
        }
    }
}
