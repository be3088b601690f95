using System.Text.Json.Nodes;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

/// <summary>Files that go with a message.</summary>
public sealed class AttachmentTests
{
    private static readonly string Messages = $"users/{Address}/messages";

    [Fact]
    public async Task A_file_arrives_with_its_message()
    {
        await using var sandbox = await StartAsync();
        var draft = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, Messages, WithFile("einladung.ics", "QkVHSU46VkNBTEVOREFS")), 201);

        await sandbox.SendAsync(HttpMethod.Post, $"{Messages}/{draft["id"]}/send");
        var file = Directory.GetFiles(Path.Combine(sandbox.Folder, "Kreisverband Süd", "mailboxes", SouthAddress, "Inbox")).Single();
        var text = await File.ReadAllTextAsync(file, Cancel);

        Assert.True((bool)draft["hasAttachments"]!);
        Assert.Contains("Content-Type: multipart/mixed;", text, StringComparison.Ordinal);
        Assert.Contains("Content-Disposition: attachment; filename=\"einladung.ics\"", text, StringComparison.Ordinal);
        Assert.Contains("QkVHSU46VkNBTEVOREFS", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "QQ==", 400)]
    [InlineData("x.ics", "kein base64!", 400)]
    public async Task What_is_no_file_is_refused(string name, string bytes, int status)
    {
        await using var sandbox = await StartAsync();

        using var refused = await sandbox.SendAsync(HttpMethod.Post, Messages, WithFile(name, bytes));

        Assert.Equal(status, (int)refused.StatusCode);
    }

    private static JsonObject WithFile(string name, string bytes) => new()
    {
        ["subject"] = "Einladung",
        ["body"] = new JsonObject { ["contentType"] = "text", ["content"] = "Anbei." },
        ["toRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = new JsonObject { ["address"] = SouthAddress } }),
        ["attachments"] = new JsonArray(new JsonObject { ["@odata.type"] = "#microsoft.graph.fileAttachment", ["name"] = name, ["contentType"] = "text/calendar", ["contentBytes"] = bytes }),
    };
}
