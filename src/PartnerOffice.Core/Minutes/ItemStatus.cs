namespace PartnerOffice.Core;

/// <summary>What became of an agenda item.</summary>
public enum ItemStatus
{
    DealtWith,
    Postponed,
    Withdrawn,
}
