using System.Text;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Sandbox;
using Xunit;

namespace PartnerOffice.Tests.Graph;

/// <summary>The client against the local Graph, which was written from Microsoft's description and not from the client.</summary>
public sealed class GraphAgainstSandboxTests : IAsyncLifetime
{
    private static readonly DriveId Drive = DriveId.Parse(TwoTenants.DriveId);
    private static readonly SiteId Site = SiteId.Parse(TwoTenants.Site);
    private static readonly ListId List = ListId.Parse(TwoTenants.List);
    private static readonly MailboxId Mailbox = MailboxId.Parse(TwoTenants.Address);
    private static readonly DrivePath Path = DrivePath.Parse("Protokolle/2026/2026-07-14 Protokoll #7 100%.txt");

    private TwoTenants _tenants = null!;
    private GraphConnection _north = null!;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _tenants = await TwoTenants.StartAsync();
        _north = Connect(TwoTenants.North);
    }

    public async ValueTask DisposeAsync()
    {
        _north.Dispose();
        await _tenants.DisposeAsync();
    }

    [Fact]
    public async Task The_same_file_created_twice_is_there_once_and_ours()
    {
        var made = await CreateAsync("eins");

        await Assert.ThrowsAsync<NameTakenException>(() => CreateAsync("zwei"));

        var found = await _north.Drives.FindAsync(Drive, Path, Now);
        Assert.Equal((made.Id, TwoTenants.App), (found!.Id, found.CreatedByApplication));
        Assert.Equal("eins", await TextAsync(found.Id));
        Assert.NotNull(found.ListItemId);
    }

    [Fact]
    public async Task Ten_at_once_create_one_file()
    {
        await _north.Drives.EnsureFolderAsync(Drive, Path.Parent, Now);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(async number =>
            await Record.ExceptionAsync(() => _north.Drives.CreateAsync(Drive, Path, Encoding.UTF8.GetBytes($"{number}"), Guid.NewGuid().ToString(), Now))));

        Assert.Single(outcomes, failure => failure is null);
        Assert.All(outcomes.OfType<Exception>(), failure => Assert.IsType<NameTakenException>(failure));
    }

    [Fact]
    public async Task New_content_goes_only_over_the_content_that_was_read()
    {
        var made = await CreateAsync("eins");

        var replaced = await _north.Drives.ReplaceAsync(Drive, made.Id, Encoding.UTF8.GetBytes("zwei"), made.CTag, Now);
        await Assert.ThrowsAsync<PreconditionFailedException>(
            () => _north.Drives.ReplaceAsync(Drive, made.Id, Encoding.UTF8.GetBytes("drei"), made.CTag, Now));

        Assert.Equal((made.Id, "zwei"), (replaced.Id, await TextAsync(made.Id)));
        Assert.NotEqual(made.CTag, replaced.CTag);
        Assert.Equal(2, (await _north.Drives.VersionsAsync(Drive, made.Id, Now)).Count);
    }

    [Fact]
    public async Task A_file_that_somebody_has_open_is_locked()
    {
        var made = await CreateAsync("eins");
        using var open = _tenants.Server.Open(TwoTenants.DriveId, Path.Value);

        var failure = await Assert.ThrowsAsync<LockedException>(
            () => _north.Drives.ReplaceAsync(Drive, made.Id, Encoding.UTF8.GetBytes("zwei"), made.CTag, Now));

        Assert.Equal(GraphOutcome.NotDone, failure.Outcome);
    }

    [Fact]
    public async Task A_download_is_proven_by_its_hash()
    {
        var made = await CreateAsync("Größe");

        var content = await _north.Drives.DownloadAsync(Drive, made.Id, Now);

        Assert.True(content.IsProven);
        Assert.Equal(("Größe", made.CTag), (Encoding.UTF8.GetString(content.Bytes.Span), content.Item.CTag));
    }

    [Fact]
    public async Task Fields_are_written_found_and_guarded()
    {
        var made = await CreateAsync("eins");
        var row = (await _north.Drives.FindAsync(Drive, made.Id, Now))!.ListItemId!;
        var before = await _north.Lists.FieldsAsync(Site, List, row, Now);

        await _north.Lists.UpdateFieldsAsync(
            Site, List, row,
            new Dictionary<string, object?> { ["POKey"] = "KEY-1", ["POVersion"] = 1, ["POState"] = "gültig", ["POMeeting"] = new DateOnly(2026, 7, 14) },
            before!.ETag, Now);
        await Assert.ThrowsAsync<PreconditionFailedException>(() => _north.Lists.UpdateFieldsAsync(
            Site, List, row, new Dictionary<string, object?> { ["POState"] = "ersetzt" }, before.ETag, Now));

        var found = await _north.Lists.FindItemByFieldAsync(Site, List, "POKey", "KEY-1", Now);
        Assert.Equal((row, (ItemId?)made.Id), (found!.Id, found.DriveItem));
        Assert.Equal(["KEY-1", 1L, "gültig"], ((IEnumerable<string>)["POKey", "POVersion", "POState"]).Select(name => found.Fields[name]));
        Assert.StartsWith("2026-07-1", (string)found.Fields["POMeeting"]!, StringComparison.Ordinal);
        Assert.Null(await _north.Lists.FindItemByFieldAsync(Site, List, "POKey", "KEY-2", Now));
        Assert.Null(await _north.Lists.FieldsAsync(Site, List, "4711", Now));
    }

    [Fact]
    public async Task Columns_are_those_of_the_library()
    {
        var columns = await _north.Lists.ColumnsAsync(Site, List, Now);

        Assert.True(columns.Single(column => column.Name == "POKey") is { Type: "text", Unique: true });
        Assert.True(columns.Single(column => column.Name == "POState") is { Type: "choice", Choices.Count: 3 });
        Assert.Equal("dateTime", columns.Single(column => column.Name == "POMeeting").Type);
    }

    [Fact]
    public async Task A_message_goes_out_once_and_is_found_by_id_and_key()
    {
        var id = await _north.Mail.CreateDraftAsync(Mailbox, Draft("KEY-1"), Now);
        var draft = await _north.Mail.FindAsync(Mailbox, id, Now);

        await _north.Mail.SendAsync(Mailbox, id, Now);
        var again = await Record.ExceptionAsync(() => _north.Mail.SendAsync(Mailbox, id, Now));

        var sent = await _north.Mail.FindAsync(Mailbox, id, Now);
        Assert.Equal((true, "KEY-1"), (draft!.IsDraft, draft.Key));
        Assert.IsAssignableFrom<GraphException>(again);
        Assert.Equal((id, false), (sent!.Id, sent.IsDraft));
        Assert.NotEqual(draft.ParentFolder, sent.ParentFolder);
        Assert.Equal(id, Assert.Single(await _north.Mail.FindByKeyAsync(Mailbox, "KEY-1", Now)).Id);
        Assert.Equal(id, Assert.Single(await _north.Mail.FindByKeyAsync(Mailbox, MailFolder.SentItems, "KEY-1", Now)).Id);
        Assert.Empty(await _north.Mail.FindByKeyAsync(Mailbox, MailFolder.Drafts, "KEY-1", Now));
    }

    [Fact]
    public async Task A_draft_that_is_deleted_is_no_longer_among_the_drafts()
    {
        var id = await _north.Mail.CreateDraftAsync(Mailbox, Draft("KEY-1"), Now);

        await _north.Mail.DeleteAsync(Mailbox, id, Now);
        await _north.Mail.DeleteAsync(Mailbox, id, Now);

        Assert.Empty(await _north.Mail.FindByKeyAsync(Mailbox, MailFolder.Drafts, "KEY-1", Now));
    }

    [Fact]
    public async Task A_lost_answer_to_sending_is_unknown_and_the_message_is_found_sent()
    {
        var id = await _north.Mail.CreateDraftAsync(Mailbox, Draft("KEY-1"), Now);
        using (_tenants.Server.Faults.Add(new FaultRule("POST /users/{user-id}/messages/{message-id}/send", FaultKind.Reset) { AfterCommit = true }))
            Assert.Equal(GraphOutcome.Unknown, (await Assert.ThrowsAsync<GraphUnreachableException>(() => _north.Mail.SendAsync(Mailbox, id, Now))).Outcome);

        Assert.False((await _north.Mail.FindAsync(Mailbox, id, Now))!.IsDraft);
        Assert.Single(_tenants.Server.Requests.Entries, entry => entry.Path.EndsWith("/send", StringComparison.Ordinal));
    }

    public static TheoryData<FaultKind> LostAnswers => [FaultKind.Reset, FaultKind.TruncatedBody, FaultKind.Html, FaultKind.Status];

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_lost_answer_to_an_upload_is_unknown_and_the_file_is_found(FaultKind kind)
    {
        await _north.Drives.EnsureFolderAsync(Drive, Path.Parent, Now);
        using (_tenants.Server.Faults.Add(new FaultRule("PUT /drives/{drive-id}/root:/{item-path}:/content", kind) { AfterCommit = true, Status = 504 }))
        {
            var failure = await Assert.ThrowsAnyAsync<GraphException>(
                () => _north.Drives.CreateAsync(Drive, Path, new byte[] { 1 }, Guid.NewGuid().ToString(), Now));
            Assert.Equal(GraphOutcome.Unknown, failure.Outcome);
        }

        Assert.Equal(TwoTenants.App, (await _north.Drives.FindAsync(Drive, Path, Now))?.CreatedByApplication);
    }

    [Fact]
    public async Task Nothing_is_sent_while_Graph_wants_to_be_left_alone()
    {
        await CreateAsync("eins");
        using (_tenants.Server.Refusing("GET /drives/{drive-id}/root:/{item-path}:", 429, TimeSpan.FromMinutes(5)))
            await Assert.ThrowsAsync<ThrottledException>(() => _north.Drives.FindAsync(Drive, Path, Now));

        var held = await Assert.ThrowsAsync<ThrottledException>(() => _north.Drives.FindAsync(Drive, Path, Now));

        Assert.Equal(GraphOutcome.NotDone, held.Outcome);
        Assert.DoesNotContain(_tenants.Server.Requests.Entries, entry => entry.InsideRetryAfter);
    }

    [Fact]
    public async Task Twelve_megabytes_go_through_a_session_and_a_second_time_are_refused()
    {
        var content = new byte[12 * 1024 * 1024];
        new Random(7).NextBytes(content);
        await _north.Drives.EnsureFolderAsync(Drive, Path.Parent, Now);

        var made = await _north.Drives.CreateAsync(Drive, Path, content, Guid.NewGuid().ToString(), Now);
        await Assert.ThrowsAsync<NameTakenException>(() => _north.Drives.CreateAsync(Drive, Path, content, Guid.NewGuid().ToString(), Now));

        Assert.Equal(content.Length, made.Size);
        Assert.Equal(PartnerOffice.Graph.QuickXorHash.Of(content), made.QuickXorHash);
        Assert.True((await _north.Drives.DownloadAsync(Drive, made.Id, Now)).IsProven);
    }

    [Fact]
    public async Task An_upload_whose_last_answer_was_lost_is_over_and_the_file_is_there()
    {
        await _north.Drives.EnsureFolderAsync(Drive, Path.Parent, Now);
        var content = new byte[6 * 1024 * 1024];
        var upload = await _north.Drives.OpenUploadAsync(Drive, Path, content.Length, Guid.NewGuid().ToString(), Now);
        await _north.Drives.UploadAsync(Drive, upload, content, Now);

        var failure = await Assert.ThrowsAsync<NotFoundException>(() => _north.Drives.UploadAsync(Drive, upload, content, Now));

        Assert.Equal(GraphOutcome.Unknown, failure.Outcome);
        Assert.Equal(content.Length, (await _north.Drives.FindAsync(Drive, Path, Now))?.Size);
    }

    [Fact]
    public async Task Deleting_puts_away_and_deleting_for_good_leaves_nothing()
    {
        var made = await CreateAsync("eins");
        await _north.Drives.DeleteAsync(Drive, made.Id, null, Now);
        var next = await CreateAsync("zwei");
        await _north.Drives.PermanentDeleteAsync(Drive, next.Id, Now);

        Assert.Null(await _north.Drives.FindAsync(Drive, made.Id, Now));
        Assert.Null(await _north.Drives.FindAsync(Drive, Path, Now));
    }

    [Fact]
    public async Task A_neighbour_reaches_nothing_of_ours()
    {
        await CreateAsync("eins");
        using var south = Connect(TwoTenants.South);

        var failures = new[]
        {
            await Record.ExceptionAsync(async () => Assert.Null(await south.Drives.FindAsync(Drive, Path, Now))),
            await Record.ExceptionAsync(() => south.Mail.CreateDraftAsync(Mailbox, Draft("KEY"), Now)),
            await Record.ExceptionAsync(() => south.Mail.CreateDraftAsync(MailboxId.Parse(TwoTenants.SouthAddress), Draft("KEY"), Now)),
        };

        Assert.All(failures.Skip(1), failure => Assert.True(failure is AccessDeniedException or NotFoundException, $"{failure}"));
        Assert.True(failures[0] is null or AccessDeniedException, $"{failures[0]}");
    }

    [Fact]
    public async Task A_stranger_with_another_key_is_not_signed_in()
    {
        using var stranger = GraphConnection.Open(Endpoint, ScriptedGraph.Identity with { TenantId = TwoTenants.North, ClientId = TwoTenants.App });

        var failure = await Assert.ThrowsAsync<SignInException>(() => stranger.Drives.FindAsync(Drive, Path, Now));

        Assert.Equal(GraphOutcome.NotDone, failure.Outcome);
        Assert.NotEmpty(failure.Code);
    }

    private GraphEndpoint Endpoint => new(_tenants.Server.GraphUri, _tenants.Server.BaseUri, Sandbox: true, _tenants.Server.Certificate);

    private GraphConnection Connect(string tenant) =>
        GraphConnection.Open(Endpoint, new GraphIdentity(tenant, TwoTenants.App, TwoTenants.AppCertificate));

    private async Task<DriveItem> CreateAsync(string text)
    {
        await _north.Drives.EnsureFolderAsync(Drive, Path.Parent, Now);
        return await _north.Drives.CreateAsync(Drive, Path, Encoding.UTF8.GetBytes(text), Guid.NewGuid().ToString(), Now);
    }

    private async Task<string> TextAsync(ItemId item) => Encoding.UTF8.GetString((await _north.Drives.DownloadAsync(Drive, item, Now)).Bytes.Span);

    private static MailDraft Draft(string key) => Given.Draft with { Key = key, To = [EmailAddress.Parse(TwoTenants.SouthAddress)] };
}
