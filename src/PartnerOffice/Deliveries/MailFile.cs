namespace PartnerOffice.Deliveries;

/// <summary>A file that goes with a message.</summary>
/// <param name="Type">The MIME type with its parameters.</param>
public sealed record MailFile(string Name, string Type, ReadOnlyMemory<byte> Bytes);
