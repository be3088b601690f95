namespace PartnerOffice.Documents.Tracker;

/// <summary>A tracker after an update, and what became of each row.</summary>
public sealed record TrackerUpdate
{
    /// <summary>The workbook; the very bytes that came in where nothing had to change.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    public IReadOnlyList<TrackerRowId> Added { get; init; } = [];

    public IReadOnlyList<TrackerRowId> Updated { get; init; } = [];

    /// <summary>Rows that said it already, or whose differing cells are people's (see <see cref="Deviations"/>).</summary>
    public IReadOnlyList<TrackerRowId> Unchanged { get; init; } = [];

    /// <summary>Cells that people changed in our columns: shown, not overwritten (R27).</summary>
    public IReadOnlyList<TrackerDeviation> Deviations { get; init; } = [];

    /// <summary>Rows that we wrote before and people deleted: listed, not put back (R27).</summary>
    public IReadOnlyList<TrackerRowId> Gone { get; init; } = [];

    /// <summary>Rows that people added without a key, and the key they got (R27); they stay theirs.</summary>
    public IReadOnlyList<TrackerRowId> Keyed { get; init; } = [];

    /// <summary>Every cell of ours that now says what was wanted: to be remembered in <see cref="LastWritten"/> once the workbook is saved.</summary>
    public IReadOnlyList<WrittenCell> Written { get; init; } = [];

    /// <summary>The parts that differ; every other part has its old compressed bytes.</summary>
    public IReadOnlyList<string> PartsTouched { get; init; } = [];

    /// <summary>What became of the rows of another table as well; the bytes stay these.</summary>
    public TrackerUpdate With(TrackerUpdate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Added = [.. Added, .. other.Added],
            Updated = [.. Updated, .. other.Updated],
            Unchanged = [.. Unchanged, .. other.Unchanged],
            Deviations = [.. Deviations, .. other.Deviations],
            Gone = [.. Gone, .. other.Gone],
            Keyed = [.. Keyed, .. other.Keyed],
            Written = [.. Written, .. other.Written],
        };
    }

    public bool IsUnchanged => PartsTouched.Count == 0;
}
