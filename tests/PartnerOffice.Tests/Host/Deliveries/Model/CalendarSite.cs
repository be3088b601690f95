using PartnerOffice.Deliveries;

namespace PartnerOffice.Tests.Host.Deliveries.Model;

/// <summary>A calendar that makes one event for a transaction id, however often and late it is asked; a look may lag behind.</summary>
internal sealed record CalendarSite : Site
{
    public override IEnumerable<(Site After, Answer Answer)> Take(Request request)
    {
        switch (request.Call)
        {
            case Call.FindByKey:
                yield return (this, new(Reply.Nothing));
                if (Effects > 0) yield return (this, new(Reply.Found));
                break;
            case Call.Create when Effects == 0:
                yield return (this with { Effects = 1 }, new(Reply.Done));
                break;
            // Microsoft does not say which of the two it is.
            case Call.Create:
                yield return (this, new(Reply.Done));
                yield return (this, new(Reply.Taken));
                break;
            default:
                throw NotAsked(request);
        }
    }

    public override bool Changes(Call call) => call == Call.Create;

    public override string? WrongWith(Row row) => row.State == StepState.Done && Effects != 1 ? "done, and our event is not there" : null;
}
