using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>A delivery whose file lies with the partner.</summary>
internal sealed record Delivered(DeliveryStatus Status, DistrictId From, DistrictId To);
