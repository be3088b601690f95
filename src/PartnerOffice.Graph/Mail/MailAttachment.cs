namespace PartnerOffice.Graph;

/// <summary>A file in a message.</summary>
/// <param name="Name">As the reader sees it, with its ending.</param>
public sealed record MailAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content);
