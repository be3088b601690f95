using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>An algorithm, the place it works on, and the row it starts from.</summary>
internal sealed record ModelOf(string Name, DeliveryStep Step, Func<Attempt, IEnumerable<Act>> Program, Site Site)
{
    private readonly Dictionary<object, Node> _nodes = [];

    /// <summary>False for a ledger whose saves do not ask whose step it is.</summary>
    public bool AsksForEpoch { get; init; } = true;

    /// <summary>The row at the start: planned, or restored from a backup as one that may be out.</summary>
    public bool IsRestored { get; init; }

    public int Executors { get; init; } = 2;

    public Row Row => new(Step, MayBeOut: IsRestored);

    /// <summary>The one node for this place of the program.</summary>
    public Node At(object place, Func<int, Node> make)
    {
        if (!_nodes.TryGetValue(place, out var known)) _nodes[place] = known = make(_nodes.Count + 1);
        return known;
    }

    public override string ToString() => Name;
}
