using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PartnerOffice.Sandbox;

/// <summary>Mail: drafts, sending, finding again.</summary>
internal static partial class MessageRoutes
{
    private static readonly string[] One = ["$select", "$expand"];
    private static readonly string[] Many = ["$select", "$expand", "$filter", "$top", "$skip", "$skiptoken", "$orderby"];

    private static readonly string[] Receivers = ["toRecipients", "ccRecipients", "bccRecipients"];
    private static readonly string[] RecipientLists = [.. Receivers, "replyTo"];
    private static readonly string[] Senders = ["from", "sender"];

    private static readonly string[] Writable =
    [
        "subject", "body", "toRecipients", "ccRecipients", "bccRecipients", "replyTo", "from", "sender", "importance", "categories", "flag", "internetMessageHeaders",
        "isDeliveryReceiptRequested", "isReadReceiptRequested", "inferenceClassification", "singleValueExtendedProperties", MessageFiles.Property,
    ];

    public static IEnumerable<Route> All()
    {
        yield return new("POST", "/users/{user-id}/messages", 1, [], Draft);
        yield return new("GET", "/users/{user-id}/messages", 1, Many, List);
        yield return new("GET", "/users/{user-id}/mailFolders/{mailFolder-id}/messages", 1, Many, List);
        yield return new("GET", "/users/{user-id}/messages/{message-id}", 1, One, Get);
        yield return new("PATCH", "/users/{user-id}/messages/{message-id}", 1, [], Update);
        yield return new("DELETE", "/users/{user-id}/messages/{message-id}", 1, [], Delete);
        yield return new("POST", "/users/{user-id}/messages/{message-id}/send", 1, [], Send);
    }

    private static GraphAnswer Draft(GraphCall call)
    {
        var mailbox = TheMailbox(call, "Mail.ReadWrite");
        var body = call.ReadObject();
        Check(body);
        var world = mailbox.Tenant.World;
        var properties = body["singleValueExtendedProperties"] as JsonArray;
        body.Remove("singleValueExtendedProperties");
        body["from"] ??= Recipient(mailbox);
        body["sender"] ??= Recipient(mailbox);
        var id = MessageIds.New();
        var draft = new MessageState
        {
            Id = id,
            Mailbox = mailbox.State.Address,
            Folder = Mailbox.Drafts,
            Content = body,
            InternetMessageId = $"<{Guid.NewGuid():N}@{mailbox.State.Address[(mailbox.State.Address.IndexOf('@', StringComparison.Ordinal) + 1)..]}>",
            ConversationId = "AAQkAGI" + Convert.ToBase64String(Guid.NewGuid().ToByteArray()),
            Created = world.Now,
            Modified = world.Now,
            IsDraft = true,
            IsRead = true,
            FileName = FileNameOf(body, world.Now, id),
        };
        ExtendedProperties.Take(draft.Properties, properties);
        var change = world.Begin();
        Write(change, mailbox, draft);
        change.Complete();
        return GraphAnswer.Created(MessageJson.Message(call, mailbox, draft, call.Query));
    }

    private static GraphAnswer List(GraphCall call)
    {
        var mailbox = TheMailbox(call, "Mail.Read");
        var folder = call.Values.TryGetValue("mailFolder-id", out var id) ? FolderOf(mailbox, id) : null;
        var filter = call.Query["$filter"] is { } text ? ODataFilter.Parse(text) : null;
        foreach (var path in filter?.Paths.Where(path => !GraphType.Message.Has(path.Split('/')[0]) && !path.StartsWith("ep/", StringComparison.Ordinal) && !path.Contains('/', StringComparison.Ordinal)) ?? [])
        {
            throw GraphRefusal.UnknownProperty(path, "message");
        }

        // A whole message is much to write down for each that is looked at, and most questions are for a key of one's own.
        var isByKey = filter is not null && filter.Paths.All(path => path == ExtendedProperties.Name || path.StartsWith("ep/", StringComparison.Ordinal));
        var messages = mailbox.Messages
            .Where(message => IsVisible(mailbox, message) && (folder is null || message.Folder == folder))
            .Where(message => filter is null || filter.Matches(isByKey ? MessageJson.Keys(message) : MessageJson.Full(mailbox, message, wantsImmutableId: true)))
            .OrderByDescending(message => message.Received ?? message.Created).ThenBy(message => message.Id, StringComparer.Ordinal);
        return GraphAnswer.Ok(DriveRoutes.Page(
            call, [.. messages.Select(message => MessageJson.Message(call, mailbox, message, call.Query))], pageSize: 10, isFiltered: true));
    }

    private static GraphAnswer Get(GraphCall call)
    {
        var mailbox = TheMailbox(call, "Mail.Read");
        return GraphAnswer.Ok(MessageJson.Message(call, mailbox, Message(call, mailbox), call.Query));
    }

    private static GraphAnswer Update(GraphCall call)
    {
        var mailbox = TheMailbox(call, "Mail.ReadWrite");
        var message = Message(call, mailbox);
        var body = call.ReadObject();
        var isRead = DriveRoutes.Flag(body, "isRead") ?? message.IsRead;
        body.Remove("isRead");
        if (body.ContainsKey(MessageFiles.Property))
        {
            throw GraphRefusal.NotServed("attachments of a message that exists");
        }

        Check(body);
        if (!message.IsDraft && body.Any(property => property.Key is not ("categories" or "flag" or "importance" or "singleValueExtendedProperties" or "inferenceClassification")))
        {
            throw new GraphRefusal(400, "ErrorInvalidPropertySet", "The property can only be set on a draft.");
        }

        var properties = body["singleValueExtendedProperties"] as JsonArray;
        body.Remove("singleValueExtendedProperties");
        var content = (JsonObject)message.Content.DeepClone();
        foreach (var (name, value) in body)
        {
            content[name] = value?.DeepClone();
        }

        var changed = message with { Content = content, IsRead = isRead, Modified = mailbox.Tenant.World.Now, Changes = message.Changes + 1, Properties = new(message.Properties, StringComparer.OrdinalIgnoreCase) };
        ExtendedProperties.Take(changed.Properties, properties);
        var change = mailbox.Tenant.World.Begin();
        Write(change, mailbox, changed);
        change.Complete();
        return GraphAnswer.Ok(MessageJson.Message(call, mailbox, changed, call.Query));
    }

    private static GraphAnswer Delete(GraphCall call)
    {
        var mailbox = TheMailbox(call, "Mail.ReadWrite");
        var message = Message(call, mailbox);
        var change = mailbox.Tenant.World.Begin();
        Move(change, mailbox, message, message with { Folder = Mailbox.DeletedItems, Modified = mailbox.Tenant.World.Now, Changes = message.Changes + 1 });
        change.Complete();
        return GraphAnswer.NoContent();
    }

    private static GraphAnswer Send(GraphCall call)
    {
        var mailbox = TheMailbox(call, "Mail.Send");
        var message = Message(call, mailbox);
        if (call.Body.Length > 0)
        {
            throw GraphRefusal.BadRequest("send takes no body.");
        }

        // Exchange does not document how it answers here, only that a draft can be sent once.
        if (!message.IsDraft)
        {
            throw new GraphRefusal(400, "ErrorInvalidOperation", "The message has been sent already.");
        }

        var addresses = Addresses(message).ToList();
        if (addresses.Count == 0)
        {
            throw new GraphRefusal(400, "ErrorInvalidRecipients", "At least one recipient isn't valid., A message can't be sent unless it contains at least one recipient.");
        }

        var world = mailbox.Tenant.World;
        var change = world.Begin();
        var sent = message with
        {
            Folder = Mailbox.SentItems,
            IsDraft = false,
            IsRead = true,
            Sent = world.Now,
            Received = world.Now,
            Modified = world.Now,
            Changes = message.Changes + 1,
            VisibleFrom = world.Settings.SentItemsDelay is { } delay ? world.Now + delay : null,
        };
        Move(change, mailbox, message, sent);
        var outside = 0;
        foreach (var address in addresses.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (world.MailboxAnywhere(address) is { } recipient)
            {
                Deliver(change, recipient, sent);
            }
            else
            {
                outside++;
            }
        }

        if (outside > 0)
        {
            change.CountSentOutside(mailbox.Tenant, outside);
        }

        change.Complete();
        return GraphAnswer.Accepted();
    }

    private static void Deliver(Change change, Mailbox recipient, MessageState sent)
    {
        var content = (JsonObject)sent.Content.DeepClone();
        content.Remove("bccRecipients");
        var id = MessageIds.New();
        Write(change, recipient, sent with
        {
            Id = id,
            Mailbox = recipient.State.Address,
            Folder = Mailbox.Inbox,
            Content = content,
            IsRead = false,
            VisibleFrom = null,
            Changes = 1,
            // Extended properties stay with the sender's copy.
            Properties = new(StringComparer.OrdinalIgnoreCase),
            FileName = FileNameOf(content, sent.Sent!.Value, id),
        });
    }

    private static void Move(Change change, Mailbox mailbox, MessageState before, MessageState after)
    {
        if (before.Folder != after.Folder)
        {
            change.Files.Delete(mailbox.FilePath(before));
        }

        Write(change, mailbox, after);
    }

    internal static void Write(Change change, Mailbox mailbox, MessageState message)
    {
        change.Files.Put(mailbox.FilePath(message), Eml.Write(message));
        change.Save(mailbox, message);
    }

    private static void Check(JsonObject body)
    {
        DriveRoutes.RequireProperties(body, GraphType.Message, Writable);
        if (body["body"] is JsonObject text)
        {
            RequireOnly(text, "itemBody", "contentType", "content");
            if (DriveRoutes.Text(text, "contentType")?.ToUpperInvariant() is not (null or "TEXT" or "HTML"))
            {
                throw GraphRefusal.BadRequest("The body's contentType must be text or html.");
            }
        }

        MessageFiles.Check(body);
        foreach (var name in RecipientLists.Where(body.ContainsKey))
        {
            foreach (var recipient in body[name] as JsonArray ?? throw GraphRefusal.BadRequest($"'{name}' must be a collection."))
            {
                CheckRecipient(recipient);
            }
        }

        foreach (var name in Senders.Where(body.ContainsKey))
        {
            CheckRecipient(body[name]);
        }

        foreach (var header in body["internetMessageHeaders"] as JsonArray ?? [])
        {
            if (header?["name"]?.ToString() is not { } name || !CustomHeader().IsMatch(name) || header["value"] is null)
            {
                throw new GraphRefusal(400, "InvalidInternetMessageHeader", "The internet message header name should start with 'x-' or 'X-'.");
            }
        }
    }

    public static void CheckRecipient(JsonNode? recipient)
    {
        if (recipient is not JsonObject known)
        {
            throw GraphRefusal.BadRequest("A recipient must be an object.");
        }

        RequireOnly(known, "recipient", "emailAddress");
        if (known["emailAddress"] is not JsonObject address)
        {
            throw GraphRefusal.BadRequest("A recipient needs an emailAddress.");
        }

        RequireOnly(address, "emailAddress", "address", "name");
        if (DriveRoutes.Text(address, "address") is not { } text || !text.Contains('@', StringComparison.Ordinal) || text.Any(char.IsWhiteSpace))
        {
            throw new GraphRefusal(400, "ErrorInvalidRecipients", "At least one recipient isn't valid.");
        }
    }

    public static void RequireOnly(JsonObject json, string type, params string[] names)
    {
        foreach (var name in json.Select(property => property.Key).Where(name => !names.Contains(name, StringComparer.Ordinal) && !name.Contains("@odata.", StringComparison.Ordinal)))
        {
            throw GraphRefusal.UnknownProperty(name, type);
        }
    }

    private static Mailbox TheMailbox(GraphCall call, string permission)
    {
        var mailbox = call.Tenant.MailboxOf(call.Value("user-id"))
            ?? throw new GraphRefusal(404, "ErrorInvalidUser", $"The requested user '{call.Value("user-id")}' is invalid.");
        Permissions.RequireMailbox(call, mailbox, permission);
        return mailbox;
    }

    private static MessageState Message(GraphCall call, Mailbox mailbox) =>
        MessageIds.Find(mailbox, call.Value("message-id")) is { } message && IsVisible(mailbox, message)
            ? message
            : throw new GraphRefusal(404, "ErrorItemNotFound", "The specified object was not found in the store.");

    private static bool IsVisible(Mailbox mailbox, MessageState message) => message.VisibleFrom is not { } from || from <= mailbox.Tenant.World.Now;

    private static string FolderOf(Mailbox mailbox, string id) =>
        Mailbox.WellKnownFolders.FirstOrDefault(folder => string.Equals(folder, id, StringComparison.OrdinalIgnoreCase) || MessageIds.OfFolder(mailbox, folder) == id)
        ?? throw new GraphRefusal(404, "ErrorItemNotFound", "The specified folder was not found in the store.");

    private static IEnumerable<string> Addresses(MessageState message) => Receivers
        .SelectMany(name => message.Content[name] as JsonArray ?? []).Select(recipient => recipient!["emailAddress"]!["address"]!.ToString());

    private static JsonObject Recipient(Mailbox mailbox) =>
        new() { ["emailAddress"] = new JsonObject { ["name"] = mailbox.State.DisplayName, ["address"] = mailbox.State.Address } };

    internal static string FileNameOf(JsonObject content, DateTimeOffset moment, string id)
    {
        var subject = FileNames.Plain(DriveRoutes.Text(content, "subject") is { Length: > 0 } text ? text : "Ohne Betreff");
        return $"{moment.UtcDateTime.ToString("yyyy-MM-dd HHmm", CultureInfo.InvariantCulture)} {subject} {id[^8..^2]}.eml";
    }

    [GeneratedRegex("^[xX]-[A-Za-z0-9-]+$")]
    private static partial Regex CustomHeader();
}
