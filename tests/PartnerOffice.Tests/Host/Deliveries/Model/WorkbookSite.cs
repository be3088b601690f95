using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>The tracker open in Excel: rows are only ever added, through a session, and a session that is over adds nothing.</summary>
internal sealed record WorkbookSite : Site
{
    private const int MostSessions = 3;

    /// <summary>Sessions ever opened, counted from 0; at most three, so that the exploration ends.</summary>
    public int Opened { get; init; }

    /// <summary>Those that are over, as bits.</summary>
    public int Over { get; init; }

    public override IEnumerable<(Site After, Answer Answer)> Take(Request request)
    {
        var isOver = (Over & (1 << request.Number)) != 0;
        return request.Call switch
        {
            Call.Open => [Opened < MostSessions ? (this with { Opened = Opened + 1 }, new(Reply.Done, Opened)) : (this, new(Reply.Refused))],
            Call.Close => [(this with { Over = Over | (1 << request.Number) }, new Answer(Reply.Done))],
            Call.Look or Call.Add when isOver => [(this, new(Reply.Over))],
            Call.Look => [(this, new(Effects == 0 ? Reply.Nothing : Reply.Found))],
            Call.Add => [(this with { Effects = Effects + 1 }, new Answer(Reply.Done))],
            _ => throw NotAsked(request),
        };
    }

    // A session of which nobody heard writes nothing.
    public override bool Changes(Call call) => call is Call.Close or Call.Add;

    public override string? WrongWith(Row row) => row.State == StepState.Done && Effects != 1 ? "done, and there is no row" : null;
}
