namespace PartnerOffice.Deliveries;

/// <summary>While it is there, nothing begins (D25).</summary>
internal sealed class BrakeRow
{
    /// <summary>What is held: everything.</summary>
    public const string Everything = "everything";

    public required string Scope { get; init; }

    public required string By { get; init; }

    public required long At { get; init; }
}
