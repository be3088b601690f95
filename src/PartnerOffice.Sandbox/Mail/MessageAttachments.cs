using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Files that go with a message, as far as a draft brings them along.</summary>
internal static class MessageAttachments
{
    public const string Name = "attachments";

    private const string FileType = "#microsoft.graph.fileAttachment";

    // Larger ones need an upload session.
    private const int MostBytes = 3 * 1024 * 1024;

    public static void Check(JsonObject message)
    {
        if (!message.ContainsKey(Name))
        {
            return;
        }

        foreach (var attachment in message[Name] as JsonArray ?? throw GraphRefusal.BadRequest("'attachments' must be a collection."))
        {
            if (attachment is not JsonObject file || DriveRoutes.Text(file, "@odata.type") != FileType)
            {
                throw GraphRefusal.BadRequest($"Only attachments of the type {FileType} are known here.");
            }

            MessageRoutes.RequireOnly(file, "fileAttachment", "name", "contentType", "contentBytes", "contentId", "isInline");
            if (string.IsNullOrEmpty(DriveRoutes.Text(file, "name")))
            {
                throw new GraphRefusal(400, "ErrorInvalidRequest", "The attachment has no name.");
            }

            if (BytesOf(file).Length > MostBytes)
            {
                throw new GraphRefusal(413, "ErrorMessageSizeExceeded", "The attachment is larger than a request may carry.");
            }
        }
    }

    public static IEnumerable<JsonObject> Of(MessageState message) => (message.Content[Name] as JsonArray ?? []).OfType<JsonObject>();

    public static byte[] BytesOf(JsonObject file)
    {
        var text = DriveRoutes.Text(file, "contentBytes") ?? throw GraphRefusal.BadRequest("The attachment has no contentBytes.");
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : throw GraphRefusal.BadRequest("The contentBytes of an attachment must be base64.");
    }

    public static JsonArray Json(MessageState message) => new([.. Of(message).Select((file, number) => new JsonObject
    {
        ["@odata.type"] = FileType,
        ["id"] = $"{message.Id}{number}",
        ["name"] = DriveRoutes.Text(file, "name"),
        ["contentType"] = DriveRoutes.Text(file, "contentType") ?? "application/octet-stream",
        ["size"] = BytesOf(file).Length,
        ["isInline"] = DriveRoutes.Flag(file, "isInline") ?? false,
        ["contentBytes"] = DriveRoutes.Text(file, "contentBytes"),
    })]);
}
