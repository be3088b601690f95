namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>
/// One moment: the row, what lies with Graph, the executors, and the requests whose senders no longer listen. Two moments with the
/// same in them are the same, whichever executor is which.
/// </summary>
internal sealed class World : IEquatable<World>
{
    private static readonly Comparison<Executor> ByPlace = (one, other) =>
        (one.Node?.Number ?? 0, one.Epoch).CompareTo((other.Node?.Number ?? 0, other.Epoch));

    private static readonly Comparison<Request> ByCall = (one, other) => (one.Call, one.Number).CompareTo((other.Call, other.Number));

    private readonly int _hash;

    public World(Row row, Site site, Executor[] executors, Request[] adrift)
    {
        Executors = Array.ConvertAll(executors, executor => executor with { Epoch = executor.Node is not null && executor.Epoch == row.Epoch ? 1 : 0 });
        Array.Sort(Executors, ByPlace);
        Adrift = adrift.Length == 0 ? adrift : Array.FindAll(adrift, request => site.Take(request).Any(end => !end.After.Equals(site)));
        Array.Sort(Adrift, ByCall);
        (Row, Site) = (row with { Epoch = 1 }, site);

        var hash = new HashCode();
        hash.Add(Row);
        hash.Add(site);
        foreach (var executor in Executors) hash.Add(HashCode.Combine(executor.Node?.Number, executor.Epoch));
        foreach (var request in Adrift) hash.Add(request);
        _hash = hash.ToHashCode();
    }

    public Row Row { get; }

    public Site Site { get; }

    public Executor[] Executors { get; }

    /// <summary>Requests that may still be carried out, or get lost.</summary>
    public Request[] Adrift { get; }

    public bool Equals(World? other) =>
        other is not null && _hash == other._hash && Row == other.Row && Executors.AsSpan().SequenceEqual(other.Executors) && Adrift.AsSpan().SequenceEqual(other.Adrift) && Site.Equals(other.Site);

    public override bool Equals(object? obj) => Equals(obj as World);

    public override int GetHashCode() => _hash;
}
