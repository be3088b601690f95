namespace PartnerOffice.Documents.Tracker;

/// <summary>Why a cell was not written.</summary>
public enum TrackerDeviationCause
{
    /// <summary>It no longer says what we last wrote.</summary>
    ChangedByPeople,

    /// <summary>Somebody put a formula there.</summary>
    Formula,

    /// <summary>The column belongs to people; we fill it only when we add the row.</summary>
    PeoplesColumn,
}
