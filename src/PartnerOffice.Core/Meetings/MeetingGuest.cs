namespace PartnerOffice.Core;

/// <summary>Somebody from outside who is invited to one meeting.</summary>
/// <param name="Id">Ours, counted in this meeting: a ledger holds no address.</param>
public sealed record MeetingGuest(PersonId Id, MailAddress Mail);
