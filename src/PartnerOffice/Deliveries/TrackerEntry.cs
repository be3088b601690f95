using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>Rows for one table of the tracker, and the columns that only the delivery itself can fill.</summary>
/// <param name="Change">The rows.</param>
/// <param name="LinkColumn">Gets the address of the delivered file in every row; null for none.</param>
/// <param name="DeliveredOnColumn">Gets the day of the upload in every row; null for none.</param>
public sealed record TrackerEntry(TrackerChange Change, string? LinkColumn = null, string? DeliveredOnColumn = null)
{
    /// <summary>The rows with what the upload tells. The day stays the upload's, however late the workbook can be written.</summary>
    /// <param name="otherwise">The day of an upload that nobody timed.</param>
    public TrackerChange Filled(StepStatus upload, DateTimeOffset otherwise)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (LinkColumn is null && DeliveredOnColumn is null) return Change;

        return Change with
        {
            Rows = [.. Change.Rows.Select(row =>
            {
                var cells = new Dictionary<string, TrackerValue?>(row.Cells);
                if (LinkColumn is { } link && upload.Url is { } url) cells[link] = new TrackerValue.Link(new Uri(url));
                if (DeliveredOnColumn is { } day) cells[day] = new TrackerValue.Day(DateOnly.FromDateTime((upload.At ?? otherwise).UtcDateTime));
                return new TrackerRow(cells);
            })],
        };
    }
}
