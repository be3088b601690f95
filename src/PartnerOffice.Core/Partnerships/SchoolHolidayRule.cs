namespace PartnerOffice.Core;

/// <summary>Whether a joint retreat may lie in the school holidays of one of the two districts.</summary>
public enum SchoolHolidayRule
{
    /// <summary>Never.</summary>
    Forbid,

    /// <summary>Only where nothing else is as good.</summary>
    Avoid,
}
