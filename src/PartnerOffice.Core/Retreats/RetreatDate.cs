namespace PartnerOffice.Core;

/// <summary>Days that come into question for a joint retreat.</summary>
/// <param name="LastDay">The same as <paramref name="Day"/> where it takes one.</param>
/// <param name="Points">By which dates are put in order; the most come first.</param>
/// <param name="Boards">Who can come, in the order of the partnership file.</param>
/// <param name="Reasons">What speaks for and against it.</param>
public sealed record RetreatDate(DateOnly Day, DateOnly LastDay, int Points, IReadOnlyList<BoardOutlook> Boards, IReadOnlyList<Bilingual> Reasons);
