namespace PartnerOffice.Graph;

/// <summary>A folder that every mailbox has, whatever its language calls it.</summary>
public enum MailFolder
{
    Drafts,
    Outbox,
    SentItems,
    DeletedItems,
}
