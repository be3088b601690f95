using PartnerOffice.Connections;
using PartnerOffice.Graph;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Deliveries;

/// <summary>
/// Tells the partner's coordinator, once: a draft, its id kept (the first wins), then sent by that id (engine 2.4). What may
/// have left is looked for; where nobody can tell, a person is asked and nothing is sent again.
/// </summary>
/// <param name="service">Where people reach the service; null where messages carry no links.</param>
internal sealed class MailStep(GraphConnections connections, Library library, Ledger ledger, Uri? service, TimeProvider time)
{
    /// <summary>How long the link of a message is good for.</summary>
    private static readonly TimeSpan LinkIsGoodFor = TimeSpan.FromDays(92);

    /// <summary>A draft may be in the middle of being sent; after this long it is not.</summary>
    private static readonly TimeSpan DraftMayBeLeaving = TimeSpan.FromSeconds(60);

    /// <summary>How long a message that has left may stay invisible.</summary>
    private static readonly TimeSpan SearchesFor = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan LooksAgainAfter = TimeSpan.FromSeconds(30);

    public async Task RunAsync(StepRun run, Parcel parcel, CancellationToken cancellationToken)
    {
        var (from, mailbox) = parcel.From is { Mailbox: { } found } set ? (set, found) : throw new NotSetUpException("mailbox");
        var mail = connections.Of(from.Identity).Mail;

        if (run.Claim.RemoteId is null)
        {
            var written = await mail.FindByKeyAsync(mailbox, run.Claim.Key, cancellationToken);
            if (written.FirstOrDefault(message => !message.IsDraft) is { } gone)
            {
                await ConfirmAsync(run, gone.Id, cancellationToken);
                return;
            }

            var draft = written.Count > 0 ? written[0].Id : await mail.CreateDraftAsync(mailbox, Draft(run.Claim, parcel, await NoticeAsync(parcel, cancellationToken)), cancellationToken);
            await run.SaveAsync(StepEvent.Note, new() { RemoteId = draft.Value }, cancellationToken);
        }

        var id = MessageId.Parse(run.Claim.RemoteId!);
        if (run.Claim.MayBeOut && !await MaySendAgainAsync(run, mail, mailbox, id, cancellationToken)) return;

        await run.IntendAsync(cancellationToken);
        await mail.SendAsync(mailbox, id, cancellationToken);
        await ConfirmAsync(run, id, cancellationToken);
    }

    // True only for what is provably still a draft and not on its way.
    private async Task<bool> MaySendAgainAsync(StepRun run, MailClient mail, MailboxId mailbox, MessageId id, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - (run.Claim.SentAt ?? run.Claim.FirstAt);
        switch (await mail.FindAsync(mailbox, id, cancellationToken))
        {
            case { IsDraft: false }:
                await ConfirmAsync(run, id, cancellationToken);
                return false;

            case { IsDraft: true } when since >= DraftMayBeLeaving:
                return true;

            case { IsDraft: true }:
                await run.SaveAsync(StepEvent.Unknown, new() { Error = "perhaps-sent", Wait = DraftMayBeLeaving - since }, cancellationToken);
                return false;
        }

        // The id may have changed on the way out (engine 5.4 c), the key has not.
        var sent = (await mail.FindByKeyAsync(mailbox, run.Claim.Key, cancellationToken)).FirstOrDefault(message => !message.IsDraft);
        if (sent is not null)
            await ConfirmAsync(run, sent.Id, cancellationToken);
        else if (since >= SearchesFor)
            await run.SaveAsync(StepEvent.Doubt, new() { Error = "perhaps-sent" }, cancellationToken);
        else
            await run.SaveAsync(StepEvent.Unknown, new() { Error = "perhaps-sent", Wait = LooksAgainAfter }, cancellationToken);
        return false;
    }

    // A second draft of the same message gets a second link; whichever is used, both are done with.
    private async Task<string?> NoticeAsync(Parcel parcel, CancellationToken cancellationToken)
    {
        if (parcel.Consignment.Mail.Notice is not { } ask) return null;

        var hasColumn = parcel.To is { Library: { } place } to && (await library.ColumnsAsync(to, place, cancellationToken)).Contains(Library.ReceiptColumn);
        if (service is null) return NoticeWords.Of(null, hasColumn);

        var purpose = new LinkPurpose(parcel.Consignment.Partnership, ask.Board, ask.Person, ReceiptLedger.LinkAction, ask.Edition.ToString());
        return NoticeWords.Of(LinkRoutes.AddressOf(service, await ledger.Links.IssueAsync(purpose, time.GetUtcNow() + LinkIsGoodFor, cancellationToken)), hasColumn);
    }

    private static MailDraft Draft(StepClaim claim, Parcel parcel, string? notice)
    {
        var mail = parcel.Consignment.Mail;
        return new()
        {
            Key = claim.Key,
            Subject = mail.Subject,
            To = [.. mail.To.Select(EmailAddress.Parse)],
            Attachments = [.. mail.Files.Select(file => new MailAttachment(file.Name, file.Type, file.Bytes))],
            ReplyTo = [.. mail.ReplyTo.Select(EmailAddress.Parse)],
            BodyText = mail.Filled(
                parcel.Known.Find(DeliveryStep.Upload)?.Url,
                trackerIsDone: parcel.Known.Find(DeliveryStep.Tracker) is null or { State: StepState.Done or StepState.Skipped },
                parcel.Known.Find(DeliveryStep.Remove),
                notice),
        };
    }

    private static Task ConfirmAsync(StepRun run, MessageId id, CancellationToken cancellationToken) =>
        run.SaveAsync(StepEvent.Confirm, new() { RemoteId = id.Value }, cancellationToken);
}
