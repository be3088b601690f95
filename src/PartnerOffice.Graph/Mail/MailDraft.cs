namespace PartnerOffice.Graph;

/// <summary>A message to be written into Drafts. It has a text or an HTML body, not both.</summary>
public sealed record MailDraft
{
    public required string Subject { get; init; }

    public string? BodyText { get; init; }

    public string? BodyHtml { get; init; }

    /// <summary>Everybody sees who stands here.</summary>
    public required IReadOnlyList<EmailAddress> To { get; init; }

    /// <summary>No recipient sees who stands here.</summary>
    public IReadOnlyList<EmailAddress> Bcc { get; init; } = [];

    /// <summary>Files that go along; together at most <see cref="MailClient.MaxAttachments"/> bytes.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>Where answers go; none: to the mailbox that sends it.</summary>
    public IReadOnlyList<EmailAddress> ReplyTo { get; init; } = [];

    /// <summary>Ours, by which the message is found again; it travels as an extended property and no recipient sees it.</summary>
    public required string Key { get; init; }
}
