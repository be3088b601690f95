namespace PartnerOffice.Documents.Tracker;

/// <summary>A row of the tracker, by table and key.</summary>
public readonly record struct TrackerRowId(string Table, string Key);
