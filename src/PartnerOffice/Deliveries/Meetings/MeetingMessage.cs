using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Something that goes out for a meeting, and the people whom it invites.</summary>
/// <param name="Invites">Whose invitation it is; empty for a move or a cancellation.</param>
internal sealed record MeetingMessage(ClearedConsignment Consignment, IReadOnlyList<(PersonId Person, InvitationChannel Channel)> Invites);
