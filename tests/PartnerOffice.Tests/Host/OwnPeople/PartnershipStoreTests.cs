using Microsoft.Extensions.Logging.Abstractions;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Features.People;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.OwnPeople;

/// <summary>The partnership file on disk: one writer, never half written, the last version beside it.</summary>
public sealed class PartnershipStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly PartnershipStore store;

    public PartnershipStoreTests()
    {
        File.WriteAllText(Path, PartnershipSample.Json);
        store = new(Path);
    }

    private string Path => folder.File("partnerschaft.json");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_version_keeps_the_rights_and_the_last_one_beside_it()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var stored = await store.ReadAsync(Token);
        var noted = 0;

        await store.ReplaceAsync(stored, [.. stored.Bytes, (byte)'\n'], () => Task.FromResult(noted++), Token);

        Assert.Equal(1, noted);
        Assert.Equal(PartnershipSample.Json + "\n", File.ReadAllText(Path));
        Assert.Equal(PartnershipSample.Json, File.ReadAllText(store.Backup));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path));
    }

    [Fact]
    public async Task What_a_person_saved_meanwhile_is_never_overwritten()
    {
        var stored = await store.ReadAsync(Token);
        var byHand = PartnershipSample.Json.Replace("Ingo", "Inga", StringComparison.Ordinal);
        File.WriteAllText(Path, byHand);

        var refusal = await Assert.ThrowsAsync<PeopleException>(() => store.ReplaceAsync(stored, stored.Bytes, () => throw new InvalidOperationException("noted"), Token));

        Assert.Equal("file-busy", refusal.Code);
        Assert.Equal(byHand, File.ReadAllText(Path));
        Assert.False(File.Exists(store.Backup));
    }

    [Fact]
    public async Task What_does_not_read_back_as_a_partnership_never_replaces_one()
    {
        var stored = await store.ReadAsync(Token);

        await Assert.ThrowsAsync<PartnershipFileException>(() => store.ReplaceAsync(stored, stored.Bytes[..^4], () => throw new InvalidOperationException("noted"), Token));

        Assert.Equal(PartnershipSample.Json, File.ReadAllText(Path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_second_writer_waits_for_the_first()
    {
        var first = await store.LockAsync(Token);
        var second = store.LockAsync(Token);

        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();
    }

    [Fact]
    public async Task A_file_with_a_mistake_is_not_edited()
    {
        File.WriteAllText(Path, "{ \"schema\": 1 }");

        Assert.Equal("file-unreadable", (await Assert.ThrowsAsync<PeopleException>(() => store.ReadAsync(Token))).Code);
    }

    [Fact]
    public void The_built_in_sample_is_not_changed()
    {
        var sample = new LivePartnership(PartnershipSample.Read(), null, NullLogger.Instance);

        Assert.Equal("sample-stays", Assert.Throws<PeopleException>(() => new PeopleDesk(null!, sample, TimeProvider.System)).Code);
    }

    public void Dispose() => folder.Dispose();
}
