namespace PartnerOffice.Core;

/// <summary>Whether somebody can come on a day: as a calendar shows it, or as the person says it.</summary>
public enum DayAnswer
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>If need be: there is something else, but it gives way.</summary>
    IfNeeded,

    /// <summary>No.</summary>
    No,
}
