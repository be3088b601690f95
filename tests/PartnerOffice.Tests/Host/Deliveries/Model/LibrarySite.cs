using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>A library in which one name is free, ours or a stranger's: created once, never overwritten. A look may lag behind.</summary>
internal sealed record LibrarySite : Site
{
    /// <summary>Whether a stranger's file has that name.</summary>
    public bool IsStrangers { get; init; }

    public override IEnumerable<(Site After, Answer Answer)> Take(Request request)
    {
        var isFree = Effects == 0 && !IsStrangers;
        switch (request.Call)
        {
            case Call.Look:
                yield return (this, new(Reply.Nothing));
                if (!isFree) yield return (this, new(IsStrangers ? Reply.FoundOther : Reply.Found));
                break;
            case Call.Create:
                yield return isFree ? (this with { Effects = 1 }, new(Reply.Done)) : (this, new(Reply.Taken));
                break;
            default:
                throw NotAsked(request);
        }
    }

    public override bool Changes(Call call) => call == Call.Create;

    public override IEnumerable<(string What, Site After)> People() =>
        Effects == 0 && !IsStrangers ? [("a stranger lays a file of this name", this with { IsStrangers = true })] : [];

    public override string? WrongWith(Row row) => row.State == StepState.Done && Effects != 1 ? "done, and our file is not there" : null;
}
