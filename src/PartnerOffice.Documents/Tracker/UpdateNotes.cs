namespace PartnerOffice.Documents.Tracker;

/// <summary>What became of each row, collected over all tables of an update.</summary>
internal sealed class UpdateNotes
{
    public List<TrackerRowId> Added { get; } = [];

    public List<TrackerRowId> Updated { get; } = [];

    public List<TrackerRowId> Unchanged { get; } = [];

    public List<TrackerDeviation> Deviations { get; } = [];

    public List<TrackerRowId> Gone { get; } = [];

    public List<TrackerRowId> Keyed { get; } = [];

    public List<WrittenCell> Written { get; } = [];

    /// <summary>What they say of an update that left these bytes.</summary>
    public TrackerUpdate ToUpdate(ReadOnlyMemory<byte> bytes, IReadOnlyList<string> partsTouched) => new()
    {
        Bytes = bytes,
        Added = Added,
        Updated = Updated,
        Unchanged = Unchanged,
        Deviations = Deviations,
        Gone = Gone,
        Keyed = Keyed,
        Written = Written,
        PartsTouched = partsTouched,
    };
}
