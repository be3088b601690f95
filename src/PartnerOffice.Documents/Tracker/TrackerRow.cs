namespace PartnerOffice.Documents.Tracker;

/// <summary>Cells of one row by column; null empties a cell, a column that is not named stays as it is.</summary>
public sealed record TrackerRow(IReadOnlyDictionary<string, TrackerValue?> Cells)
{
    public TrackerValue? this[string column] => Cells.GetValueOrDefault(column);

    public bool Equals(TrackerRow? other) =>
        other is not null
        && Cells.Count == other.Cells.Count
        && Cells.All(cell => other.Cells.TryGetValue(cell.Key, out var value) && Equals(cell.Value, value));

    public override int GetHashCode() =>
        Cells.Aggregate(0, (hash, cell) => hash ^ HashCode.Combine(cell.Key, cell.Value));
}
