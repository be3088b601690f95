using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>The board approved released minutes, or opened them again.</summary>
/// <param name="Release">As it was read; where it changed since, nothing is done.</param>
/// <param name="By">The person who records it, or the later minutes that hold it.</param>
/// <param name="Note">Null where it was approved with changes: the minutes are open again.</param>
/// <param name="Dispatch">What leaves now; null where nothing does.</param>
public sealed record ApprovalRequest(Release Release, string By, ApprovalNote? Note, Dispatch? Dispatch)
{
    /// <summary>The board that approved a joint meeting's minutes: they are approved when both did (R22). Null for a board's own.</summary>
    public DistrictId? Board { get; init; }

    /// <summary>What leaves with it for the other of two boards.</summary>
    public Dispatch? Back { get; init; }
}
