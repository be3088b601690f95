namespace PartnerOffice.Graph;

/// <summary>An event that changed.</summary>
/// <param name="Event">How it is now; null where it is gone, or moved out of the window that was asked for.</param>
public sealed record EventNews(CalendarEventId Id, CalendarEvent? Event);
