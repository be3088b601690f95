namespace PartnerOffice.Deliveries;

/// <summary>Where the next look into a calendar begins.</summary>
/// <param name="Next">The address that Graph gave for it; a secret.</param>
/// <param name="Month">The first day of the month by which its window was chosen.</param>
/// <param name="ComparedOn">The day on which everything was last compared.</param>
internal sealed record CalendarLook(Uri Next, DateOnly Month, DateOnly ComparedOn);
