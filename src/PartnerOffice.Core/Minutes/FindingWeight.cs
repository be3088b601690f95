namespace PartnerOffice.Core;

/// <summary>What a finding does to release and share (R6, D27).</summary>
public enum FindingWeight
{
    /// <summary>Nothing is released before it is settled: confidentiality or identity is at stake.</summary>
    Stops,

    /// <summary>Can be passed by a person's reason, which stays in the board.</summary>
    NeedsReason,

    /// <summary>Worth a look; stops nothing.</summary>
    Hint,
}
