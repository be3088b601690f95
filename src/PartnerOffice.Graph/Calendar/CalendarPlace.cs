namespace PartnerOffice.Graph;

/// <summary>Whose calendar, and in which zone its times are written and read.</summary>
/// <param name="Mailbox">The shared mailbox whose calendar it is.</param>
/// <param name="Zone">Every time of an answer is a local time of this zone.</param>
public sealed record CalendarPlace(MailboxId Mailbox, TimeZoneInfo Zone);
