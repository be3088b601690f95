namespace PartnerOffice.Core;

/// <summary>A board's own rules. They are settings, since no two boards have the same.</summary>
/// <param name="NoticeDays">Whole days between invitation and meeting.</param>
/// <param name="WantsFigures">A vote without figures gets a warning. It never becomes an error: nobody is made to invent numbers (R6).</param>
public sealed record BoardRules(
    QuorumRule Quorum,
    int NoticeDays,
    Majority Majority,
    ApprovalMode Approval,
    NumberFormats Numbers,
    bool WantsFigures);
