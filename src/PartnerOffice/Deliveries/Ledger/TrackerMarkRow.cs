namespace PartnerOffice.Deliveries;

/// <summary>What we last wrote into a row of a workbook, as keyed hashes: no word of it (R19, R27).</summary>
internal sealed class TrackerMarkRow
{
    /// <summary>Which workbook, as <see cref="WorkbookName"/> says it.</summary>
    public required string Workbook { get; init; }

    /// <summary>The mark of table and key.</summary>
    public required string Row { get; init; }

    /// <summary>The mark of each cell by column, as JSON.</summary>
    public required string Cells { get; set; }
}
