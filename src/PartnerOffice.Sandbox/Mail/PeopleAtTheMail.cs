using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>What people, their programs and mail servers out there do with a message that was sent from a mailbox of ours.</summary>
internal static class PeopleAtTheMail
{
    // The class of a message, as Exchange keeps it: people's programs, rules and servers write others (MS-OXOMSG, MS-OXORULE).
    private const string ClassProperty = "String 0x001A";

    /// <summary>Lets something come in as an answer to the last message that the mailbox sent to this address.</summary>
    /// <exception cref="InvalidOperationException">Nothing was sent there.</exception>
    public static void Answer(World world, string mailbox, string to, MailReaction reaction)
    {
        var own = world.MailboxAnywhere(mailbox) ?? throw new InvalidOperationException($"There is no mailbox {mailbox}.");
        var sent = own.Messages.Where(message => message.Folder == Mailbox.SentItems && IsTo(message, to)).MaxBy(message => message.Sent)
            ?? throw new InvalidOperationException("Nothing was sent there.");
        var subject = sent.Content["subject"]?.ToString() ?? "";
        var id = MessageIds.New();
        var content = new JsonObject
        {
            ["subject"] = reaction.SubjectOf(subject),
            ["body"] = Text(reaction.Quotes ? $"{reaction.Text}\n\nVon: {own.State.DisplayName} <{mailbox}>\nBetreff: {subject}\n\n{MessageJson.PlainText(sent)}" : reaction.Text),
            ["uniqueBody"] = Text(reaction.Text),
            ["from"] = Recipient(reaction.From ?? to),
            ["sender"] = Recipient(reaction.From ?? to),
            ["toRecipients"] = new JsonArray(Recipient(mailbox)),
            ["internetMessageHeaders"] = Headers([("In-Reply-To", sent.InternetMessageId), ("References", sent.InternetMessageId), .. reaction.Headers]),
        };
        var answer = new MessageState
        {
            Id = id,
            Mailbox = own.State.Address,
            Folder = Mailbox.Inbox,
            Content = content,
            InternetMessageId = $"<{Guid.NewGuid():N}@{to[(to.IndexOf('@', StringComparison.Ordinal) + 1)..]}>",
            ConversationId = sent.ConversationId,
            Created = world.Now,
            Modified = world.Now,
            Sent = world.Now,
            Received = world.Now,
            FileName = MessageRoutes.FileNameOf(content, world.Now, id),
        };
        answer.Properties[ClassProperty] = reaction.Class;
        var change = world.Begin();
        MessageRoutes.Write(change, own, answer);
        change.Complete();
    }

    private static bool IsTo(MessageState message, string address) =>
        (message.Content["toRecipients"] as JsonArray ?? []).Any(one => string.Equals(one?["emailAddress"]?["address"]?.ToString(), address, StringComparison.OrdinalIgnoreCase));

    private static JsonObject Text(string text) => new() { ["contentType"] = "text", ["content"] = text };

    private static JsonObject Recipient(string address) => new() { ["emailAddress"] = new JsonObject { ["name"] = address, ["address"] = address } };

    private static JsonArray Headers(IEnumerable<(string Name, string Value)> headers) =>
        new([.. headers.Select(header => new JsonObject { ["name"] = header.Name, ["value"] = header.Value })]);
}
