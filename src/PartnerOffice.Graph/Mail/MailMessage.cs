namespace PartnerOffice.Graph;

/// <summary>A message as far as sending it once needs to know it.</summary>
/// <param name="IsDraft">False once it was sent.</param>
/// <param name="ParentFolder">The id of the folder it lies in.</param>
/// <param name="Key">The key it was written with; null where it has none.</param>
public sealed record MailMessage(MessageId Id, bool IsDraft, string? ParentFolder, string? Key, DateTimeOffset? SentAt);
