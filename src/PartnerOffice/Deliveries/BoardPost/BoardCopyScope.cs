namespace PartnerOffice.Deliveries;

/// <summary>How much of the minutes somebody got.</summary>
public enum BoardCopyScope
{
    /// <summary>Everything, also what only the board may know.</summary>
    Whole,

    /// <summary>Without what only the board may know.</summary>
    WithoutBoardOnly,

    /// <summary>The partner edition, passed on by the receiving board's coordinator.</summary>
    Edition,

    /// <summary>No minutes: a note that earlier ones are corrected or withdrawn.</summary>
    Note,
}
