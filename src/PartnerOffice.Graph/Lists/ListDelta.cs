namespace PartnerOffice.Graph;

/// <summary>What changed in a list since the last look.</summary>
/// <param name="Changes">Each row once, in the order of its last change.</param>
/// <param name="Next">To be asked next time.</param>
public sealed record ListDelta(IReadOnlyList<ListChange> Changes, Uri Next);
