namespace PartnerOffice.Documents.Word;

/// <summary>One objection in a document that came back: tracked changes that belong together, or a comment with its replies (R13).</summary>
/// <param name="Number">Counts in the document's order, from 1; it shifts when one is settled.</param>
/// <param name="Key">Stays the same while the objection does, whatever is settled before it.</param>
/// <param name="Author">Who made it, as the file says; empty where it does not.</param>
/// <param name="Place">"TOP 3", or where else it stands.</param>
/// <param name="Old">The words as they were; of a comment those it is about. Empty where there are none.</param>
/// <param name="New">The words as they would be; empty where there are none.</param>
/// <param name="Text">What a comment says; null for a change.</param>
public sealed record Objection(
    int Number, string Key, ObjectionKind Kind, string Author, DateTimeOffset? At, string Place, string Old, string New, string? Text, IReadOnlyList<ObjectionReply> Replies);
