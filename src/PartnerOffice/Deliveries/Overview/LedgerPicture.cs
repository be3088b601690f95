namespace PartnerOffice.Deliveries;

/// <summary>Everything the ledger holds of one partnership at a moment. It knows both sides: who may see what of it is settled by <see cref="DistrictSide"/>.</summary>
/// <param name="Releases">By meeting and version.</param>
/// <param name="Deliveries">The oldest first.</param>
/// <param name="PausedSince">Since when nothing begins; null while it runs.</param>
internal sealed record LedgerPicture(IReadOnlyList<Release> Releases, IReadOnlyList<DeliveryStatus> Deliveries, DateTimeOffset? PausedSince)
{
    /// <summary>Meetings to which people are or were invited, the earliest first.</summary>
    public IReadOnlyList<KnownMeeting> Meetings { get; init; } = [];

    /// <summary>The release that a delivery carries; null where the ledger was lost and found again since.</summary>
    public Release? ReleaseOf(DeliveryStatus delivery) => Releases.FirstOrDefault(release => release.Minutes == delivery.Minutes && release.Version == delivery.Version);
}
