using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>The file of an earlier version, whose content is replaced by its tag; a person may write in it meanwhile, once.</summary>
internal sealed record LaidFileSite : Site
{
    /// <summary>A request that names no tag.</summary>
    public const int AnyTag = -1;

    /// <summary>How the content is found: the earlier one, ours, or written in by a person.</summary>
    public Reply Content { get; init; } = Reply.FoundOther;

    public int Tag { get; init; }

    public bool WasOurs { get; init; }

    public bool IsWrittenIn { get; init; }

    /// <summary>Whether we wrote over words that we had not read.</summary>
    public bool IsLost { get; init; }

    public override IEnumerable<(Site After, Answer Answer)> Take(Request request) => request switch
    {
        { Call: Call.Look } => [(this, new(Content, Tag))],
        { Call: Call.Replace } when request.Number == Tag || request.Number == AnyTag => [(Replaced(request.Number), new(Reply.Done))],
        { Call: Call.Replace } => [(this, new(Reply.Changed))],
        _ => throw NotAsked(request),
    };

    public override bool Changes(Call call) => call == Call.Replace;

    // Counted anew: what was ours is theirs now, and what a person says may go is replaced once more.
    public override IEnumerable<(string What, Site After)> People() =>
        IsWrittenIn ? [] : [("a person writes in the file", this with { Content = Reply.FoundEdited, Tag = Tag + 1, IsWrittenIn = true, Effects = 0 })];

    public override string? WrongWith(Row row) =>
        IsLost ? "a person's words were written over unread"
        : row.State == StepState.Done && !WasOurs ? "done, and our content was never there"
        : null;

    private LaidFileSite Replaced(int tag) => this with
    {
        Content = Reply.Found,
        Tag = Tag + 1,
        WasOurs = true,
        Effects = Effects + 1,
        IsLost = IsLost || (tag == AnyTag && Content == Reply.FoundEdited),
    };
}
