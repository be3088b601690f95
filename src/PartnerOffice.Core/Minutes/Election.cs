namespace PartnerOffice.Core;

/// <summary>An election held under an agenda item.</summary>
/// <param name="Valid">Valid ballots.</param>
/// <param name="Accepted">Whether those elected accepted; null when it was not recorded.</param>
public sealed record Election(
    string Office,
    IReadOnlyList<Candidate> Candidates,
    ElectionMode Mode,
    int? Valid,
    int? Invalid,
    IReadOnlyList<string> Elected,
    bool? Accepted,
    Audience Audience);
