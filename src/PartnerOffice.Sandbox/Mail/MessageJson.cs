using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PartnerOffice.Sandbox;

/// <summary>Messages as Graph writes them.</summary>
internal static partial class MessageJson
{
    private const int PreviewLength = 255;

    private static readonly string[] Expandable = [ExtendedProperties.Name, "attachments"];

    public static JsonObject Message(GraphCall call, Mailbox mailbox, MessageState message, ODataQuery query)
    {
        var json = Full(mailbox, message, wantsImmutableId: call.Prefers("IdType=ImmutableId"));
        foreach (var (name, options) in query.Expand)
        {
            if (name == ExtendedProperties.Name)
            {
                ExtendedProperties.Expand(json, options, message.Properties);
            }
            else if (name == "attachments")
            {
                json[name] = MessageFiles.Shown(message);
            }
        }

        query.Shape(json, GraphType.Message, Expandable);
        return json;
    }

    /// <summary>Everything a filter may ask for, the extended properties included.</summary>
    public static JsonObject Full(Mailbox mailbox, MessageState message, bool wantsImmutableId)
    {
        var id = wantsImmutableId ? message.Id : MessageIds.InFolder(message);
        var json = new JsonObject
        {
            ["@odata.etag"] = $"W/\"{ChangeKey(message)}\"",
            ["id"] = id,
            ["createdDateTime"] = DriveItemJson.Moment(message.Created),
            ["lastModifiedDateTime"] = DriveItemJson.Moment(message.Modified),
            ["changeKey"] = ChangeKey(message),
            ["categories"] = Copy(message, "categories") ?? new JsonArray(),
            ["receivedDateTime"] = DriveItemJson.Moment(message.Received ?? message.Created),
            ["sentDateTime"] = DriveItemJson.Moment(message.Sent ?? message.Created),
            ["hasAttachments"] = MessageFiles.In(message.Content),
            ["internetMessageId"] = message.InternetMessageId,
            ["subject"] = Copy(message, "subject") ?? "",
            ["bodyPreview"] = Preview(message),
            ["importance"] = Copy(message, "importance") ?? "normal",
            ["parentFolderId"] = MessageIds.OfFolder(mailbox, message.Folder),
            ["conversationId"] = message.ConversationId,
            ["isDeliveryReceiptRequested"] = Copy(message, "isDeliveryReceiptRequested") ?? false,
            ["isReadReceiptRequested"] = Copy(message, "isReadReceiptRequested") ?? false,
            ["isRead"] = message.IsRead,
            ["isDraft"] = message.IsDraft,
            ["webLink"] = $"https://outlook.office365.com/owa/?ItemID={Uri.EscapeDataString(id)}",
            ["inferenceClassification"] = Copy(message, "inferenceClassification") ?? "focused",
            ["body"] = Copy(message, "body") ?? new JsonObject { ["contentType"] = "text", ["content"] = "" },
            ["uniqueBody"] = Copy(message, "uniqueBody") ?? Copy(message, "body") ?? new JsonObject { ["contentType"] = "text", ["content"] = "" },
            ["sender"] = Copy(message, "sender"),
            ["from"] = Copy(message, "from"),
            ["toRecipients"] = Copy(message, "toRecipients") ?? new JsonArray(),
            ["ccRecipients"] = Copy(message, "ccRecipients") ?? new JsonArray(),
            ["bccRecipients"] = Copy(message, "bccRecipients") ?? new JsonArray(),
            ["replyTo"] = Copy(message, "replyTo") ?? new JsonArray(),
            ["flag"] = Copy(message, "flag") ?? new JsonObject { ["flagStatus"] = "notFlagged" },
            ["internetMessageHeaders"] = Copy(message, "internetMessageHeaders") ?? new JsonArray(),
            [ExtendedProperties.Name] = ExtendedProperties.Json(message.Properties),
        };
        return json;
    }

    /// <summary>Of all that a filter may ask for, only the extended properties.</summary>
    public static JsonObject Keys(MessageState message) => new() { [ExtendedProperties.Name] = ExtendedProperties.Json(message.Properties) };

    public static string PlainText(MessageState message)
    {
        if (message.Content["body"] is not JsonObject body)
        {
            return "";
        }

        var content = DriveRoutes.Text(body, "content") ?? "";
        return string.Equals(DriveRoutes.Text(body, "contentType"), "html", StringComparison.OrdinalIgnoreCase)
            ? WebUtility.HtmlDecode(Tag().Replace(LineBreak().Replace(content, "\n"), "")).Trim()
            : content;
    }

    private static string Preview(MessageState message)
    {
        var text = PlainText(message).ReplaceLineEndings("\r\n");
        return text.Length > PreviewLength ? text[..PreviewLength] : text;
    }

    private static JsonNode? Copy(MessageState message, string name) => message.Content[name]?.DeepClone();

    private static string ChangeKey(MessageState message) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(message.Changes.ToString("D8", CultureInfo.InvariantCulture) + message.Id[^8..]));

    [GeneratedRegex(@"<br\s*/?>|</p>|</div>|</tr>|</li>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex("<[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Tag();
}
