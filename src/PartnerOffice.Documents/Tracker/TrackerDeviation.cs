namespace PartnerOffice.Documents.Tracker;

/// <summary>A cell that says something else than we wanted, and was left as it is (people.md R27, "abweichend").</summary>
/// <param name="Row">The row, by table and key.</param>
/// <param name="Column">The column.</param>
/// <param name="Place">Sheet and cell, as Excel names it: "Sitzungen!F5".</param>
/// <param name="Found">What stands there.</param>
/// <param name="Wanted">What we would have written.</param>
/// <param name="Cause">Why it was left.</param>
public sealed record TrackerDeviation(
    TrackerRowId Row, string Column, string Place, TrackerValue? Found, TrackerValue? Wanted, TrackerDeviationCause Cause);
