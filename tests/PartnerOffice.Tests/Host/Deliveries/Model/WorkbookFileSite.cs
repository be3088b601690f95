using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>The tracker as a file that is swapped by its tag; a person may save it meanwhile, twice. A download may be an older one.</summary>
internal sealed record WorkbookFileSite : Site
{
    /// <summary>The content's tag: one more with each save.</summary>
    public int Tag { get; init; }

    public int TheirSaves { get; init; }

    public override IEnumerable<(Site After, Answer Answer)> Take(Request request) => request switch
    {
        { Call: Call.Look } => [(this, new(Effects == 0 ? Reply.Nothing : Reply.Found, Tag)), (this, new(Reply.FoundOther))],
        { Call: Call.Replace } when request.Number == Tag => [(this with { Effects = Effects + 1, Tag = Tag + 1 }, new(Reply.Done))],
        { Call: Call.Replace } => [(this, new(Reply.Changed))],
        _ => throw NotAsked(request),
    };

    public override bool Changes(Call call) => call == Call.Replace;

    public override IEnumerable<(string What, Site After)> People() =>
        TheirSaves < 2 ? [("a person saves the workbook", this with { Tag = Tag + 1, TheirSaves = TheirSaves + 1 })] : [];

    public override string? WrongWith(Row row) => row.State == StepState.Done && Effects != 1 ? "done, and there is no row" : null;
}
