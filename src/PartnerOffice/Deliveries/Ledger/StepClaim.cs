using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>A step taken over: what its row said, and the epoch with which alone its results may be saved.</summary>
internal sealed record StepClaim
{
    public required DeliveryId Delivery { get; init; }

    public required PartnershipId Partnership { get; init; }

    public required DistrictId From { get; init; }

    public required DistrictId To { get; init; }

    public required DeliveryStep Step { get; init; }

    /// <summary>The earlier delivery whose file is taken over, away or back; null where none is known.</summary>
    public DeliveryId? Replaces { get; init; }

    /// <summary>Whether a person said to go on in spite of what stood in the way.</summary>
    public bool Confirmed { get; init; }

    public required string Key { get; init; }

    public required long Epoch { get; init; }

    public required StepState State { get; init; }

    public required int Attempts { get; init; }

    /// <summary>An earlier attempt's effect may be there, or may still come: look before acting.</summary>
    public required bool MayBeOut { get; init; }

    public required DateTimeOffset FirstAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When a person was last told that it waits.</summary>
    public DateTimeOffset? WarnedAt { get; init; }

    public string? RemoteId { get; init; }

    public string? ETag { get; init; }

    public string? CTag { get; init; }

    public string? Url { get; init; }

    /// <summary>The delivery as it stood when the step was taken over.</summary>
    public required DeliveryStatus Known { get; init; }

    /// <summary>What the delivery carries, sealed; null once it is spent.</summary>
    public byte[]? Payload { get; init; }
}
