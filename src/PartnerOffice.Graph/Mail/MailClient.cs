namespace PartnerOffice.Graph;

/// <summary>Messages that leave once: written as a draft with a key, then sent by id. Never <c>sendMail</c>, which has no key.</summary>
public sealed class MailClient
{
    internal MailClient() { }

    /// <summary>Writes a draft. Repeating it writes a second one, which reaches nobody: keep the first id, delete the rest.</summary>
    public Task<MessageId> CreateDraftAsync(MailboxId mailbox, MailDraft draft, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The message with this id in whatever folder; null when Graph does not see it, which right after sending proves nothing.</summary>
    public Task<MailMessage?> FindAsync(MailboxId mailbox, MessageId message, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Every message with this key in the whole mailbox, drafts and sent ones.</summary>
    public Task<IReadOnlyList<MailMessage>> FindByKeyAsync(MailboxId mailbox, string key, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Every message with this key in one folder.</summary>
    public Task<IReadOnlyList<MailMessage>> FindByKeyAsync(MailboxId mailbox, MailFolder folder, string key, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Sends the draft. Tried once; when the outcome is <see cref="GraphOutcome.Unknown"/>, look before sending again.</summary>
    /// <exception cref="NotFoundException">Perhaps sent already: the outcome is unknown.</exception>
    public Task SendAsync(MailboxId mailbox, MessageId message, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Moves the message to Deleted Items. Of what is gone already, nothing is said.</summary>
    public Task DeleteAsync(MailboxId mailbox, MessageId message, CancellationToken cancellationToken) => throw new NotImplementedException();
}
