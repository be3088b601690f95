using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>A mail with minutes that was laid ready for a board, as the ledger knows it: who was to get which version, and never where.</summary>
/// <param name="Delivery">The delivery whose edition was passed on; null for the board's own minutes.</param>
/// <param name="PrivateAddresses">How many of the people are reached at a private address.</param>
/// <param name="File">pdf or docx; empty for a note.</param>
/// <param name="By">The id of the person who laid it ready.</param>
public sealed record BoardCopyRecord(
    string Key, PartnershipId Partnership, MinutesId Minutes, int Version, DistrictId District, BoardCopyScope Scope, DeliveryId? Delivery,
    IReadOnlyList<PersonId> Persons, int PrivateAddresses, string Draft, string File, string By, DateTimeOffset At);
