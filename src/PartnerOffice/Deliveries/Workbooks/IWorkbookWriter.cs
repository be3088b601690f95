using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>Brings rows into a workbook that lies with Graph: as a whole file, or through Excel itself.</summary>
internal interface IWorkbookWriter
{
    /// <summary>Writes all changes in one go. Rows are found by key, so a write whose answer was lost shows up as "nothing to change".</summary>
    /// <param name="written">What we last wrote.</param>
    /// <param name="intend">Awaited before the first request that changes something.</param>
    /// <exception cref="Graph.GraphException">Graph refused, or nobody knows how it ended.</exception>
    Task<WorkbookOutcome> WriteAsync(
        WorkbookPlace place, IReadOnlyList<TrackerChange> changes, LastWritten written, Func<CancellationToken, Task> intend, CancellationToken cancellationToken);
}
