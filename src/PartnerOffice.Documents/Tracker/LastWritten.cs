using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>What we last wrote into each row, so that a cell which people changed since is seen (R27).</summary>
/// <remarks>
/// Kept as keyed hashes only: a cell's mark tells the same words from others and says nothing else, since no word of a document may be at
/// rest in the service (R19). Without the key nobody can try candidates.
/// </remarks>
public sealed class LastWritten
{
    /// <summary>The shortest key that is taken.</summary>
    public const int KeyBytes = 32;

    // Half of a SHA-256: equal by chance once in 2^128.
    private const int MarkBytes = 16;

    private readonly byte[] _key;
    private readonly Dictionary<string, Dictionary<string, string>> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _takenBack = new(StringComparer.Ordinal);

    /// <param name="key">At least <see cref="KeyBytes"/>; the same one for as long as the marks are kept.</param>
    /// <param name="rows">What was kept.</param>
    public LastWritten(ReadOnlySpan<byte> key, IEnumerable<WrittenRow>? rows = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(key.Length, KeyBytes, nameof(key));
        _key = key.ToArray();
        foreach (var row in rows ?? [])
            _rows[row.Row] = new(row.Cells, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether a row that is not known here is somebody else's: what differs in it is then shown, never overwritten. So it is where we
    /// remember every write, and after the memory was lost (people win); a file that is changed for the first time has no memory yet.
    /// </summary>
    public bool UnknownRowsArePeoples { get; init; }

    /// <summary>What stands after these changes were written one after the other, under a key that nobody keeps.</summary>
    public static LastWritten After(IEnumerable<TrackerChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var written = new LastWritten(RandomNumberGenerator.GetBytes(KeyBytes));
        foreach (var change in changes)
            foreach (var row in change.Rows)
                foreach (var (column, value) in row.Cells)
                    written.Add(new TrackerRowId(change.Table, TrackerKey.Of(row, change.Key)), column, value);
        return written;
    }

    /// <summary>The mark of a row: what it is kept under.</summary>
    public string MarkOf(TrackerRowId id) => Mark($"{TrackerKey.Of(id.Table).ToUpperInvariant()}\0{id.Key}");

    /// <summary>Records cells as they stand now; cells it does not name keep what was recorded before.</summary>
    public void Add(IEnumerable<WrittenCell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        foreach (var cell in cells)
            Add(cell.Row, cell.Column, cell.Value);
    }

    public void Add(TrackerRowId id, string column, TrackerValue? value)
    {
        var row = MarkOf(id);
        if (!_rows.TryGetValue(row, out var cells))
            _rows.Add(row, cells = new(StringComparer.OrdinalIgnoreCase));
        cells[column] = MarkOf(row, column, value);
    }

    /// <summary>Forgets a row, so that it may be written anew where people deleted it and want it back.</summary>
    public bool Forget(TrackerRowId id) => _rows.Remove(MarkOf(id));

    /// <summary>From now on our cells of this row count as ours, whatever stands in them (R16).</summary>
    public void TakeBack(TrackerRowId id) => _takenBack.Add(MarkOf(id));

    /// <summary>Whether our cells of this row are written in any case.</summary>
    public bool IsTakenBack(TrackerRowId id) => _takenBack.Count > 0 && _takenBack.Contains(MarkOf(id));

    /// <summary>Whether we ever wrote this row.</summary>
    public bool Knows(TrackerRowId id) => _rows.Count > 0 && _rows.ContainsKey(MarkOf(id));

    /// <summary>Whether a cell still says what we last wrote; one that we never wrote must still be blank.</summary>
    public bool Says(TrackerRowId id, string column, TrackerValue? found)
    {
        var row = MarkOf(id);
        return _rows.TryGetValue(row, out var cells) && cells.TryGetValue(column, out var mark)
            ? mark == MarkOf(row, column, found)
            : found is null;
    }

    /// <summary>What is to be kept of these rows, or of all.</summary>
    public IReadOnlyList<WrittenRow> Rows(IEnumerable<TrackerRowId>? only = null) => only is null
        ? [.. _rows.Select(row => new WrittenRow(row.Key, row.Value))]
        : [.. only.Select(MarkOf).Distinct(StringComparer.Ordinal).Where(_rows.ContainsKey).Select(row => new WrittenRow(row, _rows[row]))];

    // The row stands in the mark, so that equal words in two rows do not look alike.
    private string MarkOf(string row, string column, TrackerValue? value) => Mark($"{row}\0{column.ToUpperInvariant()}\0{value switch
    {
        null or TrackerValue.Text { Value.Length: 0 } => "",
        // A day is its number: people may show it as they like.
        TrackerValue.Day day => string.Create(CultureInfo.InvariantCulture, $"n{CellText.Serial(day.Value, since1904: false):R}"),
        TrackerValue.Number number => $"n{number}",
        _ => $"t{value}",
    }}");

    private string Mark(string text) => Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)), 0, MarkBytes);
}
