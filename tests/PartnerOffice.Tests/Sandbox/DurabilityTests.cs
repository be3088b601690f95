using System.Text.Json.Nodes;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

public sealed class DurabilityTests
{
    [Fact]
    public async Task A_restart_on_the_same_folder_keeps_everything()
    {
        var folder = Directory.CreateTempSubdirectory("po-sandbox-").FullName;
        string before;
        JsonObject item;
        await using (var sandbox = await StartAsync(folder))
        {
            item = await JsonOf(await sandbox.PutAsync("2026/a.txt", "eins"), 201);
            await sandbox.PutAsync("2026/a.txt", "zwei");
            await JsonOf(await sandbox.SendAsync(HttpMethod.Patch, $"drives/{DriveId}/items/{item["id"]}/listItem/fields", new JsonObject { ["POKey"] = "k-1" }), 200);
            var draft = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages", Mail()), 201);
            await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages/{draft["id"]}/send");
            await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages", Mail());
            item = await sandbox.GetAsync($"drives/{DriveId}/items/{item["id"]}");
            before = sandbox.Server.Describe();
        }

        await using var again = await StartAsync(folder);
        var after = await again.GetAsync($"drives/{DriveId}/items/{item["id"]}");

        Assert.Equal(before, again.Server.Describe());
        Assert.Equal(item["eTag"]!.ToString(), after["eTag"]!.ToString());
        Assert.Equal("eins", await again.Http.GetStringAsync(new Uri($"drives/{DriveId}/items/{item["id"]}/versions/1.0/content", UriKind.Relative), Cancel));
    }

    [Fact]
    public async Task Seeding_twice_changes_nothing_that_exists_and_adds_what_is_new()
    {
        var folder = Directory.CreateTempSubdirectory("po-sandbox-").FullName;
        await using (var sandbox = await StartAsync(folder))
        {
            await sandbox.PutAsync("a.txt", "x");
        }

        var state = Path.Combine(folder, "Kreisverband Nord", ".state", "tenant.json");
        var before = await File.ReadAllTextAsync(state, Cancel);
        await using (await StartAsync(folder))
        {
            Assert.Equal(before, await File.ReadAllTextAsync(state, Cancel));
        }

        await using var again = await StartAsync(folder, seed: seed => DriveTests.WithLibrary(seed, library => library with
        {
            Name = "Anders",
            Columns = [new SeedColumn("POKey", SeedColumnType.Number), new SeedColumn("PONeu")],
        }));
        var columns = (await again.GetAsync($"sites/{Site}/lists/{List}/columns"))["value"]!.AsArray();
        Assert.Equal("x", await again.ContentAsync("a.txt"));
        Assert.Equal("Protokolle Partner", (await again.GetAsync($"drives/{DriveId}"))["name"]!.ToString());
        Assert.NotNull(columns.Single(column => column!["name"]!.ToString() == "POKey")!["text"]);
        Assert.Contains(columns, column => column!["name"]!.ToString() == "PONeu");
    }

    [Fact]
    public async Task Two_sandboxes_do_not_share_a_folder()
    {
        await using var sandbox = await StartAsync();

        await Assert.ThrowsAsync<IOException>(() => StartAsync(sandbox.Folder));
    }

    [Fact]
    public async Task An_abandoned_upload_leaves_the_old_file_or_the_new_one_with_the_data_that_belong_to_it() =>
        await AbandonEverywhereAsync(
            sandbox => sandbox.PutAsync("a.txt", "neu und länger"),
            async sandbox =>
            {
                var item = await sandbox.GetAsync($"drives/{DriveId}/root:/a.txt");
                var content = await sandbox.ContentAsync("a.txt");
                Assert.True(content is "alt" or "neu und länger", content);
                Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(content), (int)item["size"]!);
                // Half a commit would look like the work of a person at the files.
                Assert.Equal("PartnerOffice", item["lastModifiedBy"]!["application"]?["displayName"]?.ToString());
                var versions = (await sandbox.GetAsync($"drives/{DriveId}/items/{item["id"]}/versions"))["value"]!.AsArray();
                Assert.Equal(content == "alt" ? 1 : 2, versions.Count);
                Assert.Equal("alt", await sandbox.Http.GetStringAsync(new Uri($"drives/{DriveId}/items/{item["id"]}/versions/1.0/content", UriKind.Relative), Cancel));
                return content != "alt";
            });

    [Fact]
    public async Task An_abandoned_send_leaves_a_draft_or_one_sent_message_and_one_received()
    {
        var draftId = "";
        await AbandonEverywhereAsync(
            async sandbox =>
            {
                var drafts = (await sandbox.GetAsync($"users/{Address}/mailFolders/drafts/messages"))["value"]!.AsArray();
                draftId = drafts.Single()!["id"]!.ToString();
                return await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages/{draftId}/send");
            },
            sandbox =>
            {
                var text = sandbox.Server.Describe();
                var isSent = text.Contains("SentItems:", StringComparison.Ordinal);
                Assert.Equal(isSent, text.Contains("Inbox:", StringComparison.Ordinal));
                Assert.Equal(!isSent, text.Contains("Drafts:", StringComparison.Ordinal));
                Assert.Equal(isSent ? 2 : 1, Directory.GetFiles(sandbox.Folder, "*.eml", SearchOption.AllDirectories).Length);
                return Task.FromResult(isSent);
            });
    }

    [Fact]
    public async Task An_abandoned_cancellation_leaves_the_meeting_in_both_calendars_or_is_told_to_everybody_once() =>
        await AbandonEverywhereAsync(
            async sandbox =>
            {
                var meeting = (await sandbox.GetAsync($"users/{Address}/events"))["value"]!.AsArray().Single();
                return await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/events/{meeting!["id"]}/cancel", new JsonObject());
            },
            async sandbox =>
            {
                var isCancelled = (await sandbox.GetAsync($"users/{Address}/events"))["value"]!.AsArray().Count == 0;
                Assert.Equal(isCancelled ? 4 : 2, sandbox.Server.MeetingMails.Count);
                Assert.Equal(isCancelled, sandbox.Server.Describe().Contains("abgesagt", StringComparison.Ordinal));
                Assert.Equal(isCancelled ? 2 : 1, Directory.GetFiles(Path.Combine(sandbox.Folder, "Kreisverband Nord", "outside"), "*.eml", SearchOption.AllDirectories).Length);
                Assert.Equal(isCancelled ? 1 : 2, Directory.GetFiles(sandbox.Folder, "*.ics", SearchOption.AllDirectories).Length);
                return isCancelled;
            },
            sandbox => sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/events", EventTests.Meeting(SouthAddress, EventTests.Outside)),
            stride: 3);

    /// <summary>Kills the sandbox at each step of the deed in turn and looks at what the next start finds.</summary>
    private static async Task AbandonEverywhereAsync(
        Func<TwoTenants, Task<HttpResponseMessage>> deed, Func<TwoTenants, Task<bool>> isDoneAsync, Func<TwoTenants, Task<HttpResponseMessage>>? before = null, int stride = 1)
    {
        var outcomes = new List<bool>();
        using var start = new TemporaryFolder();
        await using (var sandbox = await StartAsync(start.Path))
        {
            await sandbox.PutAsync("a.txt", "alt");
            await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages", Mail());
            if (before is not null)
            {
                await before(sandbox);
            }
        }

        for (var killAt = 1; ; killAt += stride)
        {
            var folder = Directory.CreateTempSubdirectory("po-sandbox-").FullName;
            Copy(start.Path, folder);
            var step = 0;
            var isArmed = false;
            var isKilled = false;
            await using (var sandbox = await StartAsync(folder, onDiskStep: _ =>
            {
                // Dead is dead: after the kill no step happens any more.
                isKilled |= isArmed && ++step == killAt;
                if (isKilled)
                {
                    throw new InvalidProgramException("killed");
                }
            }))
            {
                isArmed = true;
                using var response = await deed(sandbox);
                Assert.Equal(isKilled ? 500 : 0, isKilled ? (int)response.StatusCode : 0);
            }

            await using (var again = await StartAsync(folder))
            {
                outcomes.Add(await isDoneAsync(again));
            }

            Directory.Delete(folder, recursive: true);
            if (!isKilled)
            {
                break;
            }
        }

        // Killed early it is not done, killed late it is, and never done and then undone.
        Assert.False(outcomes[0]);
        Assert.True(outcomes[^1]);
        Assert.Equal(outcomes.Order(), outcomes);
        Assert.True(outcomes.Count * stride > 5);
    }

    private static void Copy(string from, string to)
    {
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(folder.Replace(from, to, StringComparison.Ordinal));
        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = path.Replace(from, to, StringComparison.Ordinal);
            File.Copy(path, copy);
            // By its time the sandbox knows whether a person wrote the file anew.
            File.SetLastWriteTimeUtc(copy, File.GetLastWriteTimeUtc(path));
        }
    }

    private static JsonObject Mail() => new()
    {
        ["subject"] = "Protokoll",
        ["toRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = new JsonObject { ["address"] = SouthAddress } }),
    };
}
