namespace PartnerOffice.Deliveries;

/// <summary>A meeting that is still to come.</summary>
/// <param name="AnnouncedIn">The number of the minutes that name it; null where it is known from elsewhere.</param>
internal sealed record UpcomingMeeting(DateOnly Day, TimeOnly? Start, string? AnnouncedIn);
