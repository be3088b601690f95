using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Files in messages, as far as they come with the draft in one request (message-post-messages, fileAttachment).</summary>
internal static class MessageFiles
{
    public const string Property = "attachments";

    private const string Kind = "#microsoft.graph.fileAttachment";

    // Above, Graph wants an upload session (attachment-createuploadsession), which the sandbox does not serve.
    private const int Largest = 3 * 1024 * 1024;

    private const int LineLength = 76;

    public static void Check(JsonObject body)
    {
        if (!body.ContainsKey(Property))
        {
            return;
        }

        foreach (var node in body[Property] as JsonArray ?? throw GraphRefusal.BadRequest($"'{Property}' must be a collection."))
        {
            if (node is not JsonObject file || file["@odata.type"]?.ToString() != Kind)
            {
                throw GraphRefusal.BadRequest($"An attachment needs '@odata.type' {Kind}.");
            }

            foreach (var name in file.Select(property => property.Key).Where(name => name is not ("@odata.type" or "name" or "contentType" or "contentBytes" or "isInline" or "contentId")))
            {
                throw GraphRefusal.UnknownProperty(name, "fileAttachment");
            }

            if (string.IsNullOrWhiteSpace(file["name"]?.ToString()) || Bytes(file) is not { } bytes)
            {
                throw GraphRefusal.BadRequest("A fileAttachment needs a name and contentBytes in base64.");
            }

            if (bytes.Length > Largest)
            {
                throw new GraphRefusal(413, "RequestEntityTooLarge", "The attachment is too large for one request; use an upload session.");
            }
        }
    }

    public static bool In(JsonObject content) => content[Property] is JsonArray { Count: > 0 };

    /// <summary>As <c>$expand=attachments</c> shows them.</summary>
    public static JsonArray Shown(MessageState message) => new([.. (message.Content[Property] as JsonArray ?? []).Select((file, index) =>
    {
        var shown = (JsonObject)file!.DeepClone();
        shown["id"] = $"{message.Id}-{index.ToString(CultureInfo.InvariantCulture)}";
        shown["size"] = Bytes(shown)!.Length;
        return (JsonNode)shown;
    })]);

    /// <summary>The files as further parts of a message in a mail program's form.</summary>
    public static void Write(StringBuilder text, JsonObject content, string boundary, Func<string, string> encoded)
    {
        foreach (var file in (content[Property] as JsonArray ?? []).Select(file => (JsonObject)file!))
        {
            var name = encoded(file["name"]!.ToString()).Replace("\n ", "", StringComparison.Ordinal);
            text.Append("--").Append(boundary).Append("\r\n");
            text.Append("Content-Type: ").Append(file["contentType"]?.ToString() is { } type && !type.Any(char.IsControl) ? type : "application/octet-stream").Append("; name=\"").Append(name).Append("\"\r\n");
            text.Append("Content-Disposition: attachment; filename=\"").Append(name).Append("\"\r\nContent-Transfer-Encoding: base64\r\n\r\n");
            foreach (var line in Convert.ToBase64String(Bytes(file)!).Chunk(LineLength))
            {
                text.Append(line).Append("\r\n");
            }
        }
    }

    private static byte[]? Bytes(JsonObject file)
    {
        try
        {
            return file["contentBytes"]?.ToString() is { } text ? Convert.FromBase64String(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
