namespace PartnerOffice.Sandbox;

/// <summary>The requests to Graph, in their order, with what they cost. Kept in memory, the last 50,000.</summary>
public sealed class RequestJournal
{
    private const int Capacity = 50_000;

    private readonly Lock _lock = new();
    private readonly Queue<JournalEntry> _entries = new();
    private int _count;

    /// <summary>The requests that are still kept.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Forgets all requests, so that a test can count what it does itself.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _entries.Clear();
        }
    }

    internal void Add(Func<int, JournalEntry> entry)
    {
        lock (_lock)
        {
            _entries.Enqueue(entry(++_count));
            if (_entries.Count > Capacity)
            {
                _entries.Dequeue();
            }
        }
    }
}
