namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>What lies with Graph, and how it takes a request. Value-equal, so that the same is not looked at twice.</summary>
internal abstract record Site
{
    /// <summary>What has come of the step at the partner's, counted.</summary>
    public required int Effects { get; init; }

    /// <summary>Every way in which the request can end there. What changes nothing now never will: tags, drafts and sessions do not come back.</summary>
    public abstract IEnumerable<(Site After, Answer Answer)> Take(Request request);

    /// <summary>Whether such a request leaves anything behind when nobody hears its answer.</summary>
    public abstract bool Changes(Call call);

    /// <summary>What people may do meanwhile.</summary>
    public virtual IEnumerable<(string What, Site After)> People() => [];

    /// <summary>What must never be so; null where all is well. More than one effect is wrong everywhere.</summary>
    public abstract string? WrongWith(Row row);

    /// <summary>A client that lost its way: no program asks this.</summary>
    protected static Exception NotAsked(Request request) => new InvalidOperationException($"Nobody asks this here: {request}.");
}
