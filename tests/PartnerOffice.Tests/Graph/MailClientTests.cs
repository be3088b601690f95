using System.Net;
using PartnerOffice.Graph;
using Xunit;

namespace PartnerOffice.Tests.Graph;

public sealed class MailClientTests
{
    private const string Property = "String {7d3c1c0e-5b0a-4f5e-9a52-2f6f0c1b8e41} Name PartnerOfficeKey";
    private const string DraftJson = """
        {"id":"AAkALgAAAAAAHYQD=","isDraft":true,"parentFolderId":"drafts-id","sentDateTime":"2026-07-15T08:00:00Z",
         "singleValueExtendedProperties":[{"id":"String {7D3C1C0E-5B0A-4F5E-9A52-2F6F0C1B8E41} Name PartnerOfficeKey","value":"0d9f0c1e-2222-4222-8222-0123456789ab"}]}
        """;

    private static readonly string SentJson = DraftJson.Replace("\"isDraft\":true", "\"isDraft\":false", StringComparison.Ordinal);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_carries_its_key_and_its_id_survives_sending()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.Created, DraftJson);
        using var connection = graph.Connect();

        var id = await connection.Mail.CreateDraftAsync(Given.Mailbox, Given.Draft, Now);

        Assert.Equal(Given.Message, id);
        var request = Assert.Single(graph.Seen);
        Assert.Equal((HttpMethod.Post, "/v1.0/users/protokolle%40kv-steinfurt.example/messages"), (request.Method, request.Path));
        Assert.Equal("IdType=\"ImmutableId\"", request.Header("Prefer"));
        var property = request.Json.GetProperty("singleValueExtendedProperties")[0];
        Assert.Equal((Property, Given.Key), (property.GetProperty("id").GetString(), property.GetProperty("value").GetString()));
        Assert.Equal("koordination@kv-warendorf.example", request.Json.GetProperty("toRecipients")[0].GetProperty("emailAddress").GetProperty("address").GetString());
        Assert.Equal("text", request.Json.GetProperty("body").GetProperty("contentType").GetString());
    }

    [Fact]
    public async Task A_message_says_whether_it_was_sent()
    {
        var graph = new ScriptedGraph()
            .Answers(HttpStatusCode.OK, DraftJson).Answers(HttpStatusCode.OK, SentJson).Refuses(404, "ErrorItemNotFound");
        using var connection = graph.Connect();

        var draft = await connection.Mail.FindAsync(Given.Mailbox, Given.Message, Now);
        var sent = await connection.Mail.FindAsync(Given.Mailbox, Given.Message, Now);
        var gone = await connection.Mail.FindAsync(Given.Mailbox, Given.Message, Now);

        Assert.Equal(new MailMessage(Given.Message, true, "drafts-id", Given.Key, null), draft);
        Assert.Equal((false, 2026), (sent!.IsDraft, sent.SentAt?.Year));
        Assert.Null(gone);
    }

    [Fact]
    public async Task Messages_are_found_by_key_over_all_pages_and_always_with_immutable_ids()
    {
        var graph = new ScriptedGraph()
            .Answers(HttpStatusCode.OK, $$"""{"value":[{{DraftJson}}],"@odata.nextLink":"https://graph.example/v1.0/users/x/messages?$skip=1"}""")
            .Answers(HttpStatusCode.OK, $$"""{"value":[{{SentJson}}]}""")
            .Answers(HttpStatusCode.OK, """{"value":[]}""");
        using var connection = graph.Connect();

        var messages = await connection.Mail.FindByKeyAsync(Given.Mailbox, Given.Key, Now);
        var sent = await connection.Mail.FindByKeyAsync(Given.Mailbox, MailFolder.SentItems, Given.Key, Now);

        Assert.Equal([true, false], messages.Select(message => message.IsDraft));
        Assert.Empty(sent);
        Assert.All(graph.Seen, request => Assert.Equal("IdType=\"ImmutableId\"", request.Header("Prefer")));
        Assert.Contains($"any(ep: ep/id eq '{Property}' and ep/value eq '{Given.Key}')", graph.Seen[0].Query, StringComparison.Ordinal);
        Assert.EndsWith("/mailFolders/sentitems/messages", graph.Seen[2].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_and_deleting_go_by_id()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.Accepted).Answers(HttpStatusCode.NoContent).Refuses(404, "ErrorItemNotFound");
        using var connection = graph.Connect();

        await connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now);
        await connection.Mail.DeleteAsync(Given.Mailbox, Given.Message, Now);
        await connection.Mail.DeleteAsync(Given.Mailbox, Given.Message, Now);

        Assert.Equal((HttpMethod.Post, "/v1.0/users/protokolle%40kv-steinfurt.example/messages/AAkALgAAAAAAHYQD%3D/send"), (graph.Seen[0].Method, graph.Seen[0].Path));
        Assert.Equal(HttpMethod.Delete, graph.Seen[1].Method);
        Assert.All(graph.Seen, request => Assert.Equal("IdType=\"ImmutableId\"", request.Header("Prefer")));
    }

    [Fact]
    public async Task A_message_without_key_body_or_recipient_is_not_written()
    {
        var graph = new ScriptedGraph();
        using var connection = graph.Connect();

        foreach (var draft in new[] { Given.Draft with { Key = " " }, Given.Draft with { BodyText = null }, Given.Draft with { BodyHtml = "<p>" }, Given.Draft with { To = [] } })
            await Assert.ThrowsAnyAsync<ArgumentException>(() => connection.Mail.CreateDraftAsync(Given.Mailbox, draft, Now));

        Assert.Empty(graph.Seen);
    }
}
