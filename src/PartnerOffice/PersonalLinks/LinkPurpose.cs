using PartnerOffice.Core;

namespace PartnerOffice.PersonalLinks;

/// <summary>What a personal link is for: one person, one thing, one action.</summary>
/// <param name="District">Whose person it is.</param>
/// <param name="Person">The person's id; of a message to a district's mailbox, the role that reads it.</param>
/// <param name="Action">A stable word: the name under which an <see cref="ILinkAction"/> answers.</param>
/// <param name="Subject">Minutes and version, a delivery or a meeting, as the action reads it.</param>
public sealed record LinkPurpose(PartnershipId Partnership, DistrictId District, string Person, string Action, string Subject);
