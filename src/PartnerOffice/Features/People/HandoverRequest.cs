namespace PartnerOffice.Features.People;

/// <summary>What a handover is made of besides the ledger.</summary>
internal sealed record HandoverRequest
{
    /// <summary>The last day in office; absent for the day that is entered.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The last minutes, for their open tasks and the next meeting; read in memory, never kept.</summary>
    public byte[]? Last { get; init; }
}
