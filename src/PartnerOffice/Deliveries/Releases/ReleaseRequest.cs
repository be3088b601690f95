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

    /// <summary>In a joint meeting what is frozen beside it; null otherwise.</summary>
    public FrozenPair? FrozenPair { get; init; }

    /// <summary>The board for which this person releases a joint meeting's minutes: nothing is released before both did (R22). Null for a board's own.</summary>
    public DistrictId? Board { get; init; }

    /// <summary>The person of the other board whom the note names beside this one; null where that board has not released these words yet.</summary>
    public string? With { get; init; }

    /// <summary>The two boards of a joint meeting, the writing district's first; empty for a board's own.</summary>
    public IReadOnlyList<DistrictId> Boards { get; init; } = [];

    /// <summary>What was let pass, and why; sealed when it is kept.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The round of the review that is decided by it, which must be open still; null where it is released another way.</summary>
    public int? Round { get; init; }

    /// <summary>What these minutes say of earlier ones.</summary>
    public IReadOnlyList<ApprovalRequest> Approves { get; init; } = [];

    /// <summary>What leaves by the release itself, where the district shares from there on; null where it waits for the approval.</summary>
    public Dispatch? Dispatch { get; init; }

    /// <summary>What leaves with it for the other of two boards.</summary>
    public Dispatch? Back { get; init; }
}
