namespace PartnerOffice.Core;

/// <summary>How far the minutes have come, as the document says it. The ledger, not the document, is the truth.</summary>
public enum ApprovalState
{
    Draft,
    Released,
    Approved,
    Withdrawn,
}
