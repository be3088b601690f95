using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>How one person is invited, as the ledger knows it.</summary>
/// <param name="At">When it left, or a person did it; null while it is on its way.</param>
/// <param name="Delivery">The delivery that invites; null where a person did it.</param>
public sealed record KnownInvitation(PersonId Person, InvitationChannel Channel, DateTimeOffset? At, DeliveryId? Delivery);
