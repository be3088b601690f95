namespace PartnerOffice.Core;

/// <summary>A point of the agenda as an invitation may say it.</summary>
/// <param name="Number">As in the minutes to come: 4, or N 1 in the part that is not public.</param>
/// <param name="Title">As the board reads it; null for a point that only the board may know: its title stands in no invitation at all (R10).</param>
/// <param name="PartnerTitle">As everybody else reads it, with the names that the partner reads; null likewise.</param>
public sealed record PlannedItem(string Number, string? Title, string? PartnerTitle);
