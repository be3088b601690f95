namespace PartnerOffice.Documents.Edition;

/// <summary>Words that were withheld at one place and that the partner's own text says at another (rule V17).</summary>
/// <param name="Place">Where they were withheld in the source.</param>
/// <param name="AlsoAt">Where the secretary wrote them for the partner, for example "TOP 5".</param>
/// <param name="IsAccepted">Whether a person has settled it for this version.</param>
public sealed record Coincidence(string Place, string AlsoAt, bool IsAccepted);
