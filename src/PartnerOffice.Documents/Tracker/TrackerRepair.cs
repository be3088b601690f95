namespace PartnerOffice.Documents.Tracker;

/// <summary>A tracker after rows with a key that stood twice were deleted.</summary>
/// <param name="Bytes">The workbook; the very bytes that came in where nothing was deleted.</param>
/// <param name="Removed">Whose later row is gone; the places are those from before.</param>
/// <param name="Kept">Whose later row stays.</param>
public sealed record TrackerRepair(ReadOnlyMemory<byte> Bytes, IReadOnlyList<TrackerTwin> Removed, IReadOnlyList<KeptTwin> Kept);
