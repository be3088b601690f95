namespace PartnerOffice.Documents.Word;

/// <summary>What somebody answered to a comment.</summary>
public sealed record ObjectionReply(string Author, DateTimeOffset? At, string Text);
