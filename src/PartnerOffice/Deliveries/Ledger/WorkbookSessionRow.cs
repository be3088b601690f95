namespace PartnerOffice.Deliveries;

/// <summary>A workbook session that may still be open: closed before anything is looked up, so that a late write of it finds it over (engine 2.4).</summary>
internal sealed class WorkbookSessionRow
{
    public required string Workbook { get; init; }

    public required string Session { get; init; }
}
