namespace PartnerOffice.Documents.Tracker;

/// <summary>Two rows of a table with one key (engine R8): no row with this key is written before one of them is gone.</summary>
/// <param name="Row">The table and the key.</param>
/// <param name="First">Sheet and cell of the key that stands higher: "Sitzungen!A5".</param>
/// <param name="Later">Sheet and cell of the key that stands lower, hence came later unless somebody sorted the table.</param>
/// <param name="Differing">The columns in which the later row says something that the first does not; where there are none, nothing is lost with it.</param>
public sealed record TrackerTwin(TrackerRowId Row, string First, string Later, IReadOnlyList<string> Differing)
{
    internal int LaterRow { get; init; }
}
