using PartnerOffice.Core;

namespace PartnerOffice.Features.Inviting;

/// <summary>An invitation about to go out, as the Outlook pane asks about it. No address is in it: only what each of them is under a salt that is used once.</summary>
/// <param name="Date">The day of the meeting, in the district's zone.</param>
/// <param name="Start">Its start there; null where it lasts the whole day.</param>
/// <param name="Agenda">Whether the text holds the agenda.</param>
/// <param name="BoardItems">Whether the agenda has items that only the board may know.</param>
/// <param name="Salt">16 to 64 characters, new for each question.</param>
/// <param name="Attendees">For each attendee, in the event's order: SHA-256 of salt, line feed and address in lower case, in lower-case hexadecimal.</param>
internal sealed record SendCheckRequest(MeetingKind Kind, DateOnly Date, TimeOnly? Start, bool Agenda, bool BoardItems, string Salt, IReadOnlyList<string> Attendees);
