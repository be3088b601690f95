using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What a recall starts from: the delivered edition as the ledger still knows it, without a word of it.</summary>
/// <param name="FileName">The name under which the edition was laid; null where a former version of the ledger did not keep it.</param>
/// <param name="Told">Who was told of it.</param>
/// <param name="Rows">The rows of the tracker that it wrote.</param>
public sealed record RecallGround(
    DeliveryStatus Delivery, PartnershipId Partnership, DistrictId From, DistrictId To, Release? Release, string? FileName, IReadOnlyList<string> Told, IReadOnlyList<(string Table, string Key)> Rows);
