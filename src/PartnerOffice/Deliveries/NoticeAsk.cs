using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What a message asks its receiver to take note of.</summary>
/// <param name="Edition">The delivery whose edition it is.</param>
/// <param name="Board">The district that is to take note.</param>
/// <param name="Person">Whom the message goes to: a person's id, or the word of the role that reads a district's mailbox.</param>
public sealed record NoticeAsk(DeliveryId Edition, DistrictId Board, string Person);
