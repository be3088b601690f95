using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Sandbox;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

public sealed class MessageTests
{
    private static readonly (string, string) Immutable = ("Prefer", "IdType=\"ImmutableId\"");

    [Fact]
    public async Task A_sent_draft_reaches_the_other_tenant_once_and_keeps_its_immutable_id()
    {
        await using var sandbox = await StartAsync();
        var draft = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages", Message(SouthAddress, "jemand@anderswo.example"), Immutable), 201);
        var address = $"users/{Address}/messages/{draft["id"]}";

        using var sent = await sandbox.SendAsync(HttpMethod.Post, address + "/send", null, Immutable);
        using var again = await sandbox.SendAsync(HttpMethod.Post, address + "/send", null, Immutable);
        var copy = await sandbox.GetAsync(address);

        Assert.True((bool)draft["isDraft"]!);
        Assert.Equal(202, (int)sent.StatusCode);
        Assert.Equal(400, (int)again.StatusCode);
        Assert.False((bool)copy["isDraft"]!);
        Assert.Equal(draft["internetMessageId"]!.ToString(), copy["internetMessageId"]!.ToString());
        Assert.Equal(
            """
            Kreisverband Nord
              Bibliothek Protokolle Partner
              Postfach privat@nord.example
              Postfach vorstand@nord.example
                SentItems: "Protokoll für Sie" an koordination@sued.example, jemand@anderswo.example
              Nach außen gesendet: 1
            Kreisverband Süd
              Bibliothek Protokolle Partner
              Postfach koordination@sued.example
                Inbox: "Protokoll für Sie" an koordination@sued.example, jemand@anderswo.example

            """.ReplaceLineEndings("\n"),
            sandbox.Server.Describe());
    }

    [Fact]
    public async Task Messages_lie_on_disk_as_mail_files()
    {
        await using var sandbox = await StartAsync();
        var draft = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages", Message(SouthAddress)), 201);
        var drafts = Path.Combine(sandbox.Folder, "Kreisverband Nord", "mailboxes", Address, "Drafts");
        var asDraft = Directory.GetFiles(drafts).Single();

        await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages/{draft["id"]}/send");
        var inbox = Directory.GetFiles(Path.Combine(sandbox.Folder, "Kreisverband Süd", "mailboxes", SouthAddress, "Inbox")).Single();
        var text = await File.ReadAllTextAsync(inbox, Cancel);

        Assert.EndsWith(".eml", asDraft, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(drafts));
        Assert.Contains("Die Fassung liegt für Sie bereit.", text, StringComparison.Ordinal);
        Assert.Contains("To: koordination@sued.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("PartnerOfficeKey", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_found_by_its_extended_property_in_its_folder()
    {
        await using var sandbox = await StartAsync();
        var draft = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages", Message(SouthAddress), Immutable), 201);
        string Filter(string key) => Uri.EscapeDataString($"singleValueExtendedProperties/any(ep: ep/id eq '{KeyProperty}' and ep/value eq '{key}')");
        async Task<int> CountAsync(string folder, string key) => (await sandbox.GetAsync($"users/{Address}/{folder}messages?$filter={Filter(key)}"))["value"]!.AsArray().Count;

        Assert.Equal(1, await CountAsync("", "k-1"));
        Assert.Equal(1, await CountAsync("mailFolders/Drafts/", "k-1"));
        Assert.Equal(0, await CountAsync("", "k-2"));
        await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages/{draft["id"]}/send");

        Assert.Equal(0, await CountAsync("mailFolders/drafts/", "k-1"));
        Assert.Equal(1, await CountAsync("mailFolders/SentItems/", "k-1"));
        var expanded = await sandbox.GetAsync($"users/{Address}/messages/{draft["id"]}?$expand=singleValueExtendedProperties($filter=id eq '{KeyProperty}')");
        Assert.Equal("k-1", expanded["singleValueExtendedProperties"]![0]!["value"]!.ToString());
    }

    [Fact]
    public async Task The_link_to_the_next_page_keeps_the_question()
    {
        await using var sandbox = await StartAsync();
        foreach (var subject in (string[])["x", "x", "y"])
        {
            await JsonOf(await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages", new JsonObject { ["subject"] = subject }), 201);
        }

        var first = await sandbox.GetAsync($"users/{Address}/messages?$filter=subject eq 'x'&$top=1");
        using var second = await sandbox.Http.GetAsync(new Uri(first["@odata.nextLink"]!.ToString()), Cancel);
        var last = await JsonOf(second, 200);

        Assert.Equal("x", Assert.Single(last["value"]!.AsArray())!["subject"]!.ToString());
        Assert.Null(last["@odata.nextLink"]);
    }

    [Fact]
    public async Task Without_the_preference_the_id_changes_with_the_folder()
    {
        await using var sandbox = await StartAsync();
        var draft = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages", Message(SouthAddress)), 201);
        await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages/{draft["id"]}/send");

        using var gone = await sandbox.SendAsync(HttpMethod.Get, $"users/{Address}/messages/{draft["id"]}");

        Assert.Equal("ErrorItemNotFound", (await ErrorOf(gone, 404)).Code);
    }

    [Fact]
    public async Task Sent_items_may_show_a_message_late()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 15, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await StartAsync(time: time, settings: new SandboxSettings { SentItemsDelay = TimeSpan.FromSeconds(90) });
        var draft = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages", Message(SouthAddress), Immutable), 201);
        await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages/{draft["id"]}/send");

        using var early = await sandbox.SendAsync(HttpMethod.Get, $"users/{Address}/messages/{draft["id"]}");
        time.Advance(TimeSpan.FromSeconds(90));
        using var late = await sandbox.SendAsync(HttpMethod.Get, $"users/{Address}/messages/{draft["id"]}");

        Assert.Equal(404, (int)early.StatusCode);
        Assert.Equal(200, (int)late.StatusCode);
    }

    [Theory]
    [InlineData("""{"betreff":"x"}""")]
    [InlineData("""{"toRecipients":[{"emailAddress":{"adress":"a@b.example"}}]}""")]
    [InlineData("""{"toRecipients":[{"emailAddress":{"address":"niemand"}}]}""")]
    [InlineData("""{"body":{"contentType":"markdown","content":"x"}}""")]
    [InlineData("""{"singleValueExtendedProperties":[{"id":"PartnerOfficeKey","value":"k"}]}""")]
    [InlineData("""{"internetMessageHeaders":[{"name":"Subject","value":"k"}]}""")]
    public async Task A_message_with_a_slip_of_the_pen_is_refused(string body)
    {
        await using var sandbox = await StartAsync();

        using var response = await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages", JsonNode.Parse(body));

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_message_to_nobody_stays_a_draft()
    {
        await using var sandbox = await StartAsync();
        var draft = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages", new JsonObject { ["subject"] = "x" }), 201);

        using var response = await sandbox.SendAsync(HttpMethod.Post, $"users/{Address}/messages/{draft["id"]}/send");

        Assert.Equal("ErrorInvalidRecipients", (await ErrorOf(response, 400)).Code);
        Assert.True((bool)(await sandbox.GetAsync($"users/{Address}/messages/{draft["id"]}"))["isDraft"]!);
    }

    private static JsonObject Message(params string[] to) => new()
    {
        ["subject"] = "Protokoll für Sie",
        ["body"] = new JsonObject { ["contentType"] = "text", ["content"] = "Die Fassung liegt für Sie bereit." },
        ["toRecipients"] = new JsonArray([.. to.Select(address => new JsonObject { ["emailAddress"] = new JsonObject { ["address"] = address } })]),
        ["singleValueExtendedProperties"] = new JsonArray(new JsonObject { ["id"] = KeyProperty, ["value"] = "k-1" }),
    };
}
