using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Sandbox;
using Xunit;

namespace PartnerOffice.Tests.Graph;

/// <summary>What changed in a library, asked by our client of the local Graph.</summary>
public sealed class DeltaAgainstSandboxTests : IAsyncLifetime
{
    private static readonly DriveId Drive = DriveId.Parse(TwoTenants.DriveId);
    private static readonly DrivePath Folder = DrivePath.Parse("Protokolle");

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private TwoTenants _tenants = null!;
    private GraphConnection _north = null!;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tenants = await TwoTenants.StartAsync(time: _time);
        _north = Connect(_tenants);
    }

    public async ValueTask DisposeAsync()
    {
        _north.Dispose();
        await _tenants.DisposeAsync();
    }

    [Fact]
    public async Task The_first_look_tells_all_that_is_there_and_nothing_that_is_gone()
    {
        var kept = await CreateAsync("a.txt");
        var gone = await CreateAsync("b.txt");
        await _north.Drives.DeleteAsync(Drive, gone.Id, null, Now);

        var delta = await _north.Drives.DeltaAsync(Drive, null, Now);

        Assert.Equal(["root", "Protokolle", "a.txt"], delta.Changes.Select(change => change.Item?.Name));
        Assert.Equal((kept.ETag, kept.QuickXorHash), delta.Changes.Where(change => change.Id == kept.Id).Select(change => (change.Item!.ETag, change.Item.QuickXorHash)).Single());
    }

    [Fact]
    public async Task A_list_tells_the_rows_with_their_columns_and_who_changed_them_and_begins_anew_when_the_mark_is_too_old()
    {
        var (site, list) = (SiteId.Parse(TwoTenants.Site), ListId.Parse(TwoTenants.List));
        await CreateAsync("a.docx");
        await CreateAsync("b.docx");
        var (file, gone) = ((await _north.Drives.FindAsync(Drive, Folder.Append("a.docx"), Now))!, (await _north.Drives.FindAsync(Drive, Folder.Append("b.docx"), Now))!);
        var first = await _north.Lists.DeltaAsync(site, list, null, Now);
        Assert.Equal(["Protokolle", "a.docx", "b.docx"], first.Changes.Select(change => change.Item!.Fields["FileLeafRef"]));

        await _north.Lists.UpdateFieldsAsync(site, list, file.ListItemId!, new Dictionary<string, object?> { ["Title"] = "neu" }, null, Now);
        await _north.Drives.PermanentDeleteAsync(Drive, gone.Id, Now);
        var second = await _north.Lists.DeltaAsync(site, list, first.Next, Now);

        Assert.Equal([(file.ListItemId!, true), (gone.ListItemId!, false)], second.Changes.Select(change => (change.Id, change.Item is not null)));
        Assert.Equal(("neu", Guid.Parse(TwoTenants.App), false), (second.Changes[0].Item!.Fields["Title"], second.Changes[0].Item!.By.Application, second.Changes[0].Item!.By.IsPerson));
        Assert.Empty((await _north.Lists.DeltaAsync(site, list, second.Next, Now)).Changes);

        var versions = await _north.Lists.VersionsAsync(site, list, file.ListItemId!, Now);
        Assert.Equal([("2.0", "neu"), ("1.0", null)], versions.Select(version => (version.Id, version.Fields.GetValueOrDefault("Title") as string)));

        _tenants.Server.Settings.DeltaTokenLifetime = TimeSpan.FromHours(1);
        _time.Advance(TimeSpan.FromHours(2));
        await Assert.ThrowsAsync<ResyncRequiredException>(() => _north.Lists.DeltaAsync(site, list, second.Next, Now));
    }

    [Fact]
    public async Task The_next_look_tells_what_became_new_changed_and_gone_since_then_and_nothing_else()
    {
        var changed = await CreateAsync("a.txt");
        var gone = await CreateAsync("b.txt");
        var untouched = await CreateAsync("c.txt");
        var first = await _north.Drives.DeltaAsync(Drive, null, Now);

        await _north.Drives.ReplaceAsync(Drive, changed.Id, Encoding.UTF8.GetBytes("zwei"), changed.CTag, Now);
        await _north.Drives.PermanentDeleteAsync(Drive, gone.Id, Now);
        var made = await CreateAsync("d.txt");
        var second = await _north.Drives.DeltaAsync(Drive, first.Next, Now);
        var third = await _north.Drives.DeltaAsync(Drive, second.Next, Now);

        var files = second.Changes.Where(change => change.Item is not { IsFolder: true }).ToDictionary(change => change.Id, change => change.IsDeleted);
        Assert.Equal(new Dictionary<ItemId, bool> { [changed.Id] = false, [gone.Id] = true, [made.Id] = false }, files);
        Assert.DoesNotContain(untouched.Id, files.Keys);
        Assert.Empty(third.Changes);
    }

    [Fact]
    public async Task A_file_that_somebody_only_opens_is_no_news_and_one_laid_into_the_folder_by_hand_is()
    {
        await CreateAsync("a.txt");
        var first = await _north.Drives.DeltaAsync(Drive, null, Now);

        using (_tenants.Server.Open(TwoTenants.DriveId, "Protokolle/a.txt")) { }
        var quiet = await _north.Drives.DeltaAsync(Drive, first.Next, Now);
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(_tenants.Server.DiskPathOf(TwoTenants.DriveId, "Protokolle/a.txt"))!, "von Hand.txt"), "x", Now);
        var byHand = await _north.Drives.DeltaAsync(Drive, quiet.Next, Now);

        Assert.Empty(quiet.Changes);
        Assert.Contains(byHand.Changes, change => change.Item?.Name == "von Hand.txt");
    }

    [Fact]
    public async Task Many_changes_come_in_pages_each_of_them_once()
    {
        for (var number = 0; number < 7; number++) await CreateAsync($"{number}.txt");
        _tenants.Server.Settings.DeltaPageSize = 2;

        var delta = await _north.Drives.DeltaAsync(Drive, null, Now);

        Assert.Equal(Enumerable.Range(0, 7).Select(number => $"{number}.txt"), delta.Changes.Select(change => change.Item!).Where(item => !item.IsFolder).Select(item => item.Name).Order());
        Assert.Equal(5, _tenants.Server.Requests.Entries.Count(entry => entry.Path.Contains("/delta", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_goes_away_between_two_pages_is_told_as_gone()
    {
        var first = await CreateAsync("0.txt");
        for (var number = 1; number < 5; number++) await CreateAsync($"{number}.txt");

        var page = await _tenants.GetAsync($"drives/{TwoTenants.DriveId}/root/delta?$top=3&$select=id,name,deleted");
        await _north.Drives.DeleteAsync(Drive, first.Id, null, Now);
        var rest = new List<JsonNode?>();
        for (var at = page; at["@odata.nextLink"] is { } next; rest.AddRange(at["value"]!.AsArray())) at = await _tenants.GetAsync(new Uri(next.ToString()).PathAndQuery);

        Assert.Contains(page["value"]!.AsArray(), item => item!["id"]!.ToString() == first.Id.Value);
        Assert.Contains(rest, item => item!["id"]!.ToString() == first.Id.Value && item["deleted"] is JsonObject);
    }

    [Fact]
    public async Task Whoever_wants_to_begin_now_is_told_nothing_of_before()
    {
        await CreateAsync("a.txt");

        var latest = await _tenants.GetAsync($"drives/{TwoTenants.DriveId}/root/delta?token=latest");
        var made = await CreateAsync("b.txt");
        var delta = await _north.Drives.DeltaAsync(Drive, new Uri(latest["@odata.deltaLink"]!.ToString()), Now);

        Assert.Empty(latest["value"]!.AsArray());
        Assert.Equal([made.Id], delta.Changes.Where(change => change.Item is not { IsFolder: true }).Select(change => change.Id));
    }

    [Fact]
    public async Task The_mark_holds_over_a_restart()
    {
        await CreateAsync("a.txt");
        var folder = Path.Combine(Path.GetTempPath(), "po-delta-" + Guid.NewGuid().ToString("N")[..12]);
        Uri next;
        await using (var before = await TwoTenants.StartAsync(folder))
        {
            using var north = Connect(before);
            await north.Drives.CreateAsync(Drive, DrivePath.Parse("a.txt"), new byte[] { 1 }, Guid.NewGuid().ToString(), Now);
            next = (await north.Drives.DeltaAsync(Drive, null, Now)).Next;
        }

        await using (var after = await TwoTenants.StartAsync(folder))
        {
            using var north = Connect(after);
            var made = await north.Drives.CreateAsync(Drive, DrivePath.Parse("b.txt"), new byte[] { 2 }, Guid.NewGuid().ToString(), Now);

            var delta = await north.Drives.DeltaAsync(Drive, new Uri(after.Server.BaseUri, next.PathAndQuery), Now);

            Assert.Equal([made.Id], delta.Changes.Where(change => change.Item is not { IsFolder: true }).Select(change => change.Id));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_mark_that_is_too_old_or_unknown_or_of_another_library_asks_to_look_at_everything_again()
    {
        await CreateAsync("a.txt");
        var first = await _north.Drives.DeltaAsync(Drive, null, Now);
        var south = Connect(_tenants, TwoTenants.South);
        _tenants.Server.Seed(new SandboxSeed { Tenants = [.. TwoTenants.Seed().Tenants.Select(tenant => tenant with { Grants = [.. tenant.Sites.Select(site => new SeedGrant(TwoTenants.App, site.Id, "read"))] })] });
        var theirs = (await south.Drives.DeltaAsync(DriveId.Parse(TwoTenants.SouthDriveId), null, Now)).Next;

        _time.Advance(TimeSpan.FromDays(29));
        var inTime = await _north.Drives.DeltaAsync(Drive, first.Next, Now);
        _time.Advance(TimeSpan.FromDays(2));

        Assert.Empty(inTime.Changes);
        var strange = new Uri(first.Next.GetLeftPart(UriPartial.Path) + "?token=frei-erfunden");
        foreach (var mark in new[] { first.Next, strange, new Uri(strange.GetLeftPart(UriPartial.Path) + theirs.Query) })
            Assert.Equal(GraphOutcome.NotDone, (await Assert.ThrowsAsync<ResyncRequiredException>(() => _north.Drives.DeltaAsync(Drive, mark, Now))).Outcome);
        using var answer = await _tenants.Http.GetAsync(strange, Now);
        Assert.Equal(("resyncRequired", "resyncChangesApplyDifferences"), await TwoTenants.ErrorOf(answer, 410));
        var again = await _north.Drives.DeltaAsync(Drive, answer.Headers.Location, Now);
        Assert.Contains(again.Changes, change => change.Item?.Name == "a.txt");
        south.Dispose();
    }

    [Fact]
    public async Task A_rule_can_let_a_good_mark_be_forgotten()
    {
        var first = await _north.Drives.DeltaAsync(Drive, null, Now);
        using var forgotten = _tenants.Server.Refusing("GET /drives/{drive-id}/root/delta()", 410);
        using var byItem = _tenants.Server.Refusing("GET /drives/{drive-id}/items/{driveItem-id}/delta()", 410);

        var failure = await Assert.ThrowsAsync<ResyncRequiredException>(() => _north.Drives.DeltaAsync(Drive, first.Next, Now));

        Assert.Equal("resyncRequired", failure.Code);
    }

    [Fact]
    public async Task A_neighbour_hears_nothing_of_our_library()
    {
        await CreateAsync("a.txt");
        using var south = Connect(_tenants, TwoTenants.South);

        var failure = await Record.ExceptionAsync(() => south.Drives.DeltaAsync(Drive, null, Now));

        Assert.True(failure is AccessDeniedException or NotFoundException, $"{failure}");
    }

    private static GraphConnection Connect(TwoTenants tenants, string tenant = TwoTenants.North) => GraphConnection.Open(
        new GraphEndpoint(tenants.Server.GraphUri, tenants.Server.BaseUri, Sandbox: true, tenants.Server.Certificate),
        new GraphIdentity(tenant, TwoTenants.App, TwoTenants.AppCertificate));

    private async Task<DriveItem> CreateAsync(string name)
    {
        await _north.Drives.EnsureFolderAsync(Drive, Folder, Now);
        return await _north.Drives.CreateAsync(Drive, DrivePath.Parse($"Protokolle/{name}"), Encoding.UTF8.GetBytes(name), Guid.NewGuid().ToString(), Now);
    }
}
