using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>A second person releases one version of minutes: what the ledger keeps of it.</summary>
public sealed record ReleaseRequest
{
    public required PartnershipId Partnership { get; init; }

    public required MinutesFacts Minutes { get; init; }

    public required DistrictId District { get; init; }

    /// <summary>The id of the releasing person.</summary>
    public required string By { get; init; }

    /// <summary>SHA-256 of the edition that this person was shown.</summary>
    public required string Edition { get; init; }

    /// <summary>The allowed model that was verified, as <see cref="FrozenEdition"/> wrote it; sealed when it is kept.</summary>
    public required ReadOnlyMemory<byte> Frozen { get; init; }

    /// <summary>What was let pass, and why; sealed when it is kept.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The round of the review that is decided by it, which must be open still; null where it is released another way.</summary>
    public int? Round { get; init; }

    /// <summary>What these minutes say of earlier ones.</summary>
    public IReadOnlyList<ApprovalRequest> Approves { get; init; } = [];

    /// <summary>What leaves by the release itself, where the district shares from there on; null where it waits for the approval.</summary>
    public Dispatch? Dispatch { get; init; }
}
