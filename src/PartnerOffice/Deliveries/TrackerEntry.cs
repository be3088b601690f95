using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>Rows for one table of the tracker, and the columns that only the delivery itself can fill.</summary>
/// <param name="Change">The rows.</param>
/// <param name="LinkColumn">Gets the address of the delivered file in every row; null for none.</param>
/// <param name="DeliveredOnColumn">Gets the day of the upload in every row; null for none.</param>
public sealed record TrackerEntry(TrackerChange Change, string? LinkColumn = null, string? DeliveredOnColumn = null);
