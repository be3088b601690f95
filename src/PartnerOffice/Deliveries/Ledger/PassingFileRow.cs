namespace PartnerOffice.Deliveries;

/// <summary>A file that lies for a moment in a board's own library, to be converted there. The row outlives a crash, so that the file does not.</summary>
internal sealed class PassingFileRow
{
    public required string Name { get; init; }

    public required string Partnership { get; init; }

    public required string District { get; init; }

    public required long At { get; init; }
}
