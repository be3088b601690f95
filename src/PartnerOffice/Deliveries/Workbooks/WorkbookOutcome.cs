using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>What became of a write into a workbook that lies with Graph.</summary>
internal abstract record WorkbookOutcome
{
    private WorkbookOutcome()
    {
    }

    /// <summary>It stands there, or there was nothing to change.</summary>
    /// <param name="Notes">What became of each row.</param>
    /// <param name="ItemId">The workbook's id.</param>
    /// <param name="Url">Where a person can open it.</param>
    /// <param name="AsFile">Whether the workbook API refused us and the file was written instead (D8).</param>
    public sealed record Written(TrackerUpdate Notes, string ItemId, string? Url, bool AsFile = false) : WorkbookOutcome;

    /// <summary>Certainly nothing was left half done; to be tried again.</summary>
    /// <param name="Error">A stable word.</param>
    /// <param name="Shortest">Not before so long.</param>
    public sealed record Later(string Error, TimeSpan Shortest) : WorkbookOutcome;

    /// <summary>The workbook as people left it does not take the rows; a person must look.</summary>
    public sealed record Refused(TrackerRefusedException Because) : WorkbookOutcome;
}
