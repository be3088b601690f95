namespace PartnerOffice.Features.Inviting;

/// <summary>The other side of a joint meeting: who coordinates there that day. Its members are invited by their own board.</summary>
internal sealed record InvitingPartner(string Name, EventInviteeCard? Coordinator);
