namespace PartnerOffice.Graph;

/// <summary>A file that goes with a message; all of a message's files together stay below 3 MB, which Graph takes in one piece.</summary>
/// <param name="Type">The MIME type with its parameters, as in <c>text/calendar; method=REQUEST</c>.</param>
public sealed record MailAttachment(string Name, string Type, ReadOnlyMemory<byte> Bytes);
