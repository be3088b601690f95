namespace PartnerOffice.Deliveries;

/// <summary>Until when Graph wants to be left alone in one scope (engine R6).</summary>
internal sealed class HoldRow
{
    public required string Scope { get; init; }

    public required long Until { get; set; }
}
