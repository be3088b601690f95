using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What is to be counted of a delivery.</summary>
/// <param name="Rows">The rows of the tracker that it wrote.</param>
/// <param name="IsOvertaken">Whether a later delivery took its file over.</param>
internal sealed record CountingGround(DeliveryStatus Status, DistrictId From, DistrictId To, IReadOnlyList<TrackedRow> Rows, bool IsOvertaken);
