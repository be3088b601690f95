namespace PartnerOffice.Core;

/// <summary>Who may read a part of the minutes. Only <see cref="Partner"/> ever leaves the board.</summary>
public enum Audience
{
    /// <summary>The board alone: also what a missing or unknown mark means.</summary>
    Board,

    /// <summary>The partner district's board as well.</summary>
    Partner,

    /// <summary>Not decided yet: treated as <see cref="Board"/>, and must be decided before release.</summary>
    Undecided,
}
