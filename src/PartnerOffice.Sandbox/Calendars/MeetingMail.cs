namespace PartnerOffice.Sandbox;

/// <summary>A mail about a meeting that went to one person.</summary>
/// <param name="Kind">Invitation, update or cancellation.</param>
/// <param name="To">The address.</param>
/// <param name="Subject">The meeting's subject at that time.</param>
/// <param name="ICalUId">The meeting, or one occurrence of it.</param>
/// <param name="At">When, by the sandbox's clock.</param>
/// <param name="IsOutside">Whether the address has no mailbox here, so that the mail lies as a file under <c>outside</c>.</param>
public sealed record MeetingMail(MeetingMailKind Kind, string To, string Subject, string ICalUId, DateTimeOffset At, bool IsOutside);
