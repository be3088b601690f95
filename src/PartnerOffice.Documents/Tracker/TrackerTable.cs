namespace PartnerOffice.Documents.Tracker;

/// <summary>One table of the delivered tracker: its columns, and which of them belong to people.</summary>
/// <param name="Name">Name of the Excel table and of its sheet.</param>
/// <param name="Columns">All columns, in their order; the first is the key.</param>
/// <param name="PeoplesColumns">Columns that we fill at most once, when a row is added; what stands there later is people's.</param>
public sealed record TrackerTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<string> PeoplesColumns)
{
    /// <summary>Those of people's columns that we may fill later too, as long as nobody wrote anything there.</summary>
    public IReadOnlyList<string> FilledWhileBlank { get; init; } = [];
}
