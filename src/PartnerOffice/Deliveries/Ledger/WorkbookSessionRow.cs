namespace PartnerOffice.Deliveries;

/// <summary>A workbook session that may still be open: closed before anything is looked up, so that a late write of it finds it over (engine 2.4).</summary>
internal sealed class WorkbookSessionRow
{
    public required string Workbook { get; init; }

    /// <summary>An HMAC of the session's id, under which it is found again.</summary>
    public required string Mark { get; init; }

    /// <summary>The id, sealed: who has it writes into the workbook.</summary>
    public required byte[] Session { get; init; }
}
