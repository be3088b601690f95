using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>A tracker beside what the delivered minutes say.</summary>
/// <param name="Twins">Rows whose key stands twice; of these keys nothing else is compared.</param>
/// <param name="Update">What would have to change in the other rows.</param>
public sealed record TrackerComparison(IReadOnlyList<TrackerTwin> Twins, TrackerUpdate Update)
{
    /// <exception cref="TrackerRefusedException">The workbook cannot be read.</exception>
    public static TrackerComparison Of(ReadOnlyMemory<byte> workbook, IReadOnlyList<TrackerChange> changes, LastWritten written)
    {
        var twins = TrackerTwins.Find(workbook);
        return new(twins, TrackerWorkbook.Apply(workbook, TrackerTwins.Without(twins, changes), written));
    }
}
