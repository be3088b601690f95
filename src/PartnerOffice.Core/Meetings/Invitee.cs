namespace PartnerOffice.Core;

/// <summary>Somebody who is to be invited, and the way there is.</summary>
/// <param name="District">Whose board the person sits on; null for a guest.</param>
/// <param name="Channel">Null where there is no address: a letter, or the telephone.</param>
/// <param name="Address">Where the invitation goes; of a calendar always an address of a tenant (R11). Null without one.</param>
/// <param name="IsOutsider">Whether the person reads the partner's view: whoever sits on no board that meets.</param>
public sealed record Invitee(PersonId Id, string Name, DistrictId? District, InvitationChannel? Channel, MailAddress? Address, bool IsVoting, bool IsOutsider);
