using Microsoft.Kiota.Abstractions;
using Model = Microsoft.Graph.Models;

namespace PartnerOffice.Graph;

/// <summary>Messages that leave once: written as a draft with a key, then sent by id. Never <c>sendMail</c>, which has no key.</summary>
/// <remarks>Every method throws <see cref="GraphException"/>; named below are those that a caller can act on.</remarks>
public sealed class MailClient
{
    // Fixed for ever: whoever changes it no longer finds what was sent before.
    private const string KeyProperty = "String {7d3c1c0e-5b0a-4f5e-9a52-2f6f0c1b8e41} Name PartnerOfficeKey";

    /// <summary>What a draft takes in one request; larger files would need an upload session (message-post-messages).</summary>
    public const int MaxAttachments = 3 * 1024 * 1024;

    /// <summary>PidTagMessageClass: what kind of message it is, in Exchange's own word.</summary>
    private const string ClassProperty = "String 0x001A";

    private static readonly string[] Select = ["id", "isDraft", "parentFolderId", "sentDateTime"];
    private static readonly string[] SelectAnswer = ["id", "isDraft", "from", "receivedDateTime", "internetMessageHeaders"];

    private readonly GraphSession _session;

    internal MailClient(GraphSession session) => _session = session;

    /// <summary>Writes a draft. Repeating it writes a second one, which reaches nobody: keep the first id, delete the rest.</summary>
    public Task<MessageId> CreateDraftAsync(MailboxId mailbox, MailDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentException.ThrowIfNullOrWhiteSpace(draft.Key);
        ArgumentOutOfRangeException.ThrowIfZero(draft.To.Count + draft.Bcc.Count, nameof(draft));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(draft.Attachments.Sum(attachment => attachment.Content.Length), MaxAttachments, nameof(draft));
        if (draft.BodyText is null == draft.BodyHtml is null) throw new ArgumentException("A message has a text or an HTML body.", nameof(draft));

        var call = Changing(mailbox);
        return CreateAsync();

        async Task<MessageId> CreateAsync() => (await call.AskAsync(async () =>
        {
            var created = await Messages(mailbox).PostAsync(Message(draft), request => Prepare(request, call), cancellationToken);
            return created is null ? null : From(created);
        })).Id;
    }

    /// <summary>The message with this id in whatever folder; null when Graph does not see it, which right after sending proves nothing.</summary>
    public Task<MailMessage?> FindAsync(MailboxId mailbox, MessageId message, CancellationToken cancellationToken)
    {
        var call = Reading(mailbox);
        return GraphSession.OrNull(call.AskAsync(async () => await Messages(mailbox)[message.Value].GetAsync(
            request =>
            {
                Prepare(request, call);
                (request.QueryParameters.Select, request.QueryParameters.Expand) = (Select, [WithKey]);
            },
            cancellationToken) is { } found ? From(found) : null));
    }

    /// <summary>Every message with this key in the whole mailbox, drafts and sent ones.</summary>
    public Task<IReadOnlyList<MailMessage>> FindByKeyAsync(MailboxId mailbox, string key, CancellationToken cancellationToken)
    {
        var call = Reading(mailbox);
        return AllAsync(call, Messages(mailbox).ToGetRequestInformation(request =>
        {
            Prepare(request, call);
            (request.QueryParameters.Filter, request.QueryParameters.Select, request.QueryParameters.Expand) = (HasKey(key), Select, [WithKey]);
        }), cancellationToken);
    }

    /// <summary>Every message with this key in one folder.</summary>
    public Task<IReadOnlyList<MailMessage>> FindByKeyAsync(MailboxId mailbox, MailFolder folder, string key, CancellationToken cancellationToken)
    {
        var call = Reading(mailbox);
        return AllAsync(call, _session.Sdk.Users[mailbox.Value].MailFolders[WellKnown(folder)].Messages.ToGetRequestInformation(request =>
        {
            Prepare(request, call);
            (request.QueryParameters.Filter, request.QueryParameters.Select, request.QueryParameters.Expand) = (HasKey(key), Select, [WithKey]);
        }), cancellationToken);
    }

    /// <summary>The conversation that a message of ours began, by which its answers are found; null when the message is gone.</summary>
    public Task<string?> ConversationOfAsync(MailboxId mailbox, MessageId message, CancellationToken cancellationToken)
    {
        var call = Reading(mailbox);
        return GraphSession.OrNull(call.AskAsync(async () => (await Messages(mailbox)[message.Value].GetAsync(
            request =>
            {
                Prepare(request, call);
                request.QueryParameters.Select = ["id", "conversationId"];
            },
            cancellationToken))?.ConversationId));
    }

    /// <summary>What came in for a conversation, without its words, oldest first. Nothing else in the mailbox is looked at.</summary>
    /// <remarks>Without $orderby, which Graph refuses beside this filter.</remarks>
    public async Task<IReadOnlyList<MailAnswer>> AnswersAsync(MailboxId mailbox, string conversation, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(conversation);
        var call = Reading(mailbox);
        var messages = await PagesAsync(call, Messages(mailbox).ToGetRequestInformation(request =>
        {
            Prepare(request, call);
            (request.QueryParameters.Filter, request.QueryParameters.Select, request.QueryParameters.Expand) =
                ($"conversationId eq '{conversation.Replace("'", "''", StringComparison.Ordinal)}'", SelectAnswer, [$"singleValueExtendedProperties($filter=id eq '{ClassProperty}')"]);
        }), cancellationToken);
        // What was sent from here is no answer, whoever sent it.
        var own = EmailAddress.TryParse(mailbox.Value, out var address) ? address.Value : null;
        return [.. messages
            .Where(message => message.IsDraft != true && message.Id is not null && message.ReceivedDateTime is not null)
            .Where(message => own is null || !string.Equals(message.From?.EmailAddress?.Address, own, StringComparison.OrdinalIgnoreCase))
            .Select(Answer)
            .OrderBy(answer => answer.ReceivedAt)];
    }

    /// <summary>What a message itself says, as plain text without what it quotes; empty when it is gone. For a judgement in memory: it is kept nowhere.</summary>
    public async Task<string> WordsOfAsync(MailboxId mailbox, MessageId message, CancellationToken cancellationToken)
    {
        var call = Reading(mailbox);
        var found = await GraphSession.OrNull(call.AskAsync(async () => await Messages(mailbox)[message.Value].GetAsync(
            request =>
            {
                Prepare(request, call);
                request.Headers.Add("Prefer", "outlook.body-content-type=\"text\"");
                request.QueryParameters.Select = ["id", "uniqueBody"];
            },
            cancellationToken)));
        return found?.UniqueBody?.Content ?? "";
    }

    /// <summary>Sends the draft. Tried once; when the outcome is <see cref="GraphOutcome.Unknown"/>, look before sending again.</summary>
    /// <exception cref="NotFoundException">Perhaps sent already: the outcome is unknown.</exception>
    public Task SendAsync(MailboxId mailbox, MessageId message, CancellationToken cancellationToken)
    {
        var call = new GraphCall(_session.MailScope(mailbox)) { AbsenceIsUnknown = true };
        return call.TellAsync(() => Messages(mailbox)[message.Value].Send.PostAsync(request => Prepare(request, call), cancellationToken));
    }

    /// <summary>Moves the message to Deleted Items. What is gone already is left in peace.</summary>
    public async Task DeleteAsync(MailboxId mailbox, MessageId message, CancellationToken cancellationToken)
    {
        var call = Changing(mailbox);
        try
        {
            await call.TellAsync(() => Messages(mailbox)[message.Value].DeleteAsync(request => Prepare(request, call), cancellationToken));
        }
        catch (NotFoundException)
        {
            // Gone is what was wanted.
        }
    }

    private static string WithKey => $"singleValueExtendedProperties($filter=id eq '{KeyProperty}')";

    private static string HasKey(string key) =>
        $"singleValueExtendedProperties/any(ep: ep/id eq '{KeyProperty}' and ep/value eq '{key.Replace("'", "''", StringComparison.Ordinal)}')";

    private async Task<IReadOnlyList<MailMessage>> AllAsync(GraphCall call, RequestInformation request, CancellationToken cancellationToken)
    {
        var messages = await PagesAsync(call, request, cancellationToken);
        return await call.AskAsync(() => Task.FromResult<List<MailMessage>?>(messages.ConvertAll(From)));
    }

    private async Task<List<Model.Message>> PagesAsync(GraphCall call, RequestInformation request, CancellationToken cancellationToken)
    {
        var messages = new List<Model.Message>();
        while (true)
        {
            var page = await call.AskAsync(() => _session.Sdk.RequestAdapter.SendAsync(
                request, Model.MessageCollectionResponse.CreateFromDiscriminatorValue, cancellationToken: cancellationToken));
            messages.AddRange(page.Value ?? []);
            if (page.OdataNextLink is null) return messages;

            request = new RequestInformation { HttpMethod = Method.GET, URI = _session.Own(call, page.OdataNextLink) };
            request.AddRequestOptions([call]);
            request.Headers.Add("Prefer", ImmutableIds);
        }
    }

    // An id of the ordinary kind changes when the message moves from Drafts to Sent Items, and is then of no use.
    private const string ImmutableIds = "IdType=\"ImmutableId\"";

    private static void Prepare<T>(RequestConfiguration<T> request, GraphCall call) where T : class, new()
    {
        request.BelongsTo(call);
        request.Headers.Add("Prefer", ImmutableIds);
    }

    private GraphCall Reading(MailboxId mailbox) => new(_session.MailScope(mailbox)) { ChangesNothing = true };

    private GraphCall Changing(MailboxId mailbox) => new(_session.MailScope(mailbox));

    private Microsoft.Graph.Users.Item.Messages.MessagesRequestBuilder Messages(MailboxId mailbox) => _session.Sdk.Users[mailbox.Value].Messages;

    private static MailAnswer Answer(Model.Message message)
    {
        var kind = message.SingleValueExtendedProperties?.FirstOrDefault(property => IsClass(property.Id))?.Value ?? "";
        var headers = (message.InternetMessageHeaders ?? []).ToLookup(header => header.Name ?? "", header => header.Value ?? "", StringComparer.OrdinalIgnoreCase);
        return new()
        {
            Id = MessageId.Parse(message.Id!),
            From = EmailAddress.TryParse(message.From?.EmailAddress?.Address, out var from) ? from : null,
            ReceivedAt = message.ReceivedDateTime!.Value,
            Origin = OriginOf(kind, headers, message.From?.EmailAddress?.Address ?? ""),
        };
    }

    // Exchange writes the same property as "String 0x1A", "String 0x001A" and "String 0x1a".
    private static bool IsClass(string? id) => id?.Split("0x") is ["String ", var number] && number.TrimStart('0').Equals("1a", StringComparison.OrdinalIgnoreCase);

    private static MailOrigin OriginOf(string kind, ILookup<string, string> headers, string from)
    {
        if (kind.StartsWith("REPORT.", StringComparison.OrdinalIgnoreCase)
            || headers["Content-Type"].Any(value => value.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase))
            || from.StartsWith("postmaster@", StringComparison.OrdinalIgnoreCase) || from.StartsWith("mailer-daemon@", StringComparison.OrdinalIgnoreCase))
            return MailOrigin.Report;

        return kind.StartsWith("IPM.Note.Rules.", StringComparison.OrdinalIgnoreCase)
            || headers["Auto-Submitted"].Any(value => !value.Trim().Equals("no", StringComparison.OrdinalIgnoreCase))
            || headers["X-Autoreply"].Any() || headers["X-Autorespond"].Any()
            || headers["Precedence"].Any(value => value.Trim().ToUpperInvariant() is "AUTO_REPLY" or "BULK" or "JUNK" or "LIST")
            ? MailOrigin.Automatic : MailOrigin.Person;
    }

    private static Model.Message Message(MailDraft draft)
    {
        var message = new Model.Message
        {
            Subject = draft.Subject,
            Body = new Model.ItemBody
            {
                ContentType = draft.BodyHtml is null ? Model.BodyType.Text : Model.BodyType.Html,
                Content = draft.BodyHtml ?? draft.BodyText,
            },
            ToRecipients = [.. draft.To.Select(Recipient)],
            SingleValueExtendedProperties = [new Model.SingleValueLegacyExtendedProperty { Id = KeyProperty, Value = draft.Key }],
        };

        // What is set is said, null as well; Graph wants no null here.
        if (draft.Bcc.Count > 0) message.BccRecipients = [.. draft.Bcc.Select(Recipient)];
        if (draft.Attachments.Count > 0) message.Attachments = [.. draft.Attachments.Select(File)];
        // Set to null it would be sent as null.
        if (draft.ReplyTo.Count > 0) message.ReplyTo = [.. draft.ReplyTo.Select(Recipient)];
        return message;
    }

    private static Model.Recipient Recipient(EmailAddress address) => new() { EmailAddress = new Model.EmailAddress { Address = address.Value } };

    private static Model.Attachment File(MailAttachment attachment) => new Model.FileAttachment
    {
        OdataType = "#microsoft.graph.fileAttachment",
        Name = attachment.Name,
        ContentType = attachment.ContentType,
        ContentBytes = attachment.Content.ToArray(),
    };

    private static MailMessage From(Model.Message message)
    {
        var isDraft = message.IsDraft ?? throw new FormatException("The answer does not say whether it is a draft.");
        return new MailMessage(
            MessageId.TryParse(message.Id, out var id) ? id : throw new FormatException("The answer has no message id."),
            isDraft,
            message.ParentFolderId,
            message.SingleValueExtendedProperties?.FirstOrDefault(property =>
                string.Equals(property.Id, KeyProperty, StringComparison.OrdinalIgnoreCase))?.Value,
            isDraft ? null : message.SentDateTime);
    }

    private static string WellKnown(MailFolder folder) => folder switch
    {
        MailFolder.Drafts => "drafts",
        MailFolder.Outbox => "outbox",
        MailFolder.SentItems => "sentitems",
        MailFolder.DeletedItems => "deleteditems",
        _ => throw new ArgumentOutOfRangeException(nameof(folder)),
    };
}
