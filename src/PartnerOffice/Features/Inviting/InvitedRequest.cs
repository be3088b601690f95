using PartnerOffice.Core;

namespace PartnerOffice.Features.Inviting;

/// <summary>Whom a person invited by letter or telephone.</summary>
/// <param name="On">The day; today where it is left out.</param>
internal sealed record InvitedRequest(string Person, InvitationChannel Channel, DateOnly? On = null);
