using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>
/// What one delivery carries: the verified edition and every other text that goes to the partner. The only content ever at
/// rest in the service, sealed, and erased when it is no longer needed (R19). Never the source.
/// </summary>
public sealed record Consignment
{
    public required PartnershipId Partnership { get; init; }

    public required MinutesId Minutes { get; init; }

    /// <summary>The version of the minutes, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Whose minutes they are.</summary>
    public required DistrictId From { get; init; }

    /// <summary>Who receives them.</summary>
    public required DistrictId To { get; init; }

    /// <summary>The day of the meeting.</summary>
    public required DateOnly Meeting { get; init; }

    /// <summary>
    /// The digest of the minutes' canonical JSON (D4), in hexadecimal. It tells the same minutes from changed ones; the ledger
    /// keeps only an HMAC of it.
    /// </summary>
    public required string ContentDigest { get; init; }

    public required EditionFile Edition { get; init; }

    /// <summary>Rows of the shared tracker; empty where nothing is to be noted.</summary>
    public required IReadOnlyList<TrackerEntry> Tracker { get; init; }

    public required CoverMail Mail { get; init; }

    /// <summary>The delivery this consignment is for; the same for the same version in the same direction.</summary>
    public DeliveryId Delivery => DeliveryId.Of(Partnership, Minutes, Version, From, To);
}
