namespace PartnerOffice.Documents.Tracker;

/// <summary>A cell of ours that says what we want, after an update.</summary>
public readonly record struct WrittenCell(TrackerRowId Row, string Column, TrackerValue? Value);
