using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.Tracking;

/// <summary><c>tracker copy</c>: this month's copy of the tracker into the other district's library, once (R28).</summary>
internal sealed class TrackerCopyVerb : Verb
{
    protected override Command Describe() => new("copy", "Legt die Monatskopie des Trackers in die Bibliothek des anderen Kreisverbands");

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        using var desk = office.OpenWorkbooks();
        try
        {
            var zone = partnership.Find(partnership.Tracker.District)!.TimeZone;
            var today = TimeProvider.System.Today(zone);
            if (await desk.CopyTrackerAsync(partnership, today, cancellationToken) is not var (name, url, isNew))
            {
                if (context.Json) Answer.Write(Answer.Node(new { waits = "not-set-up" }));
                else context.Answer.Say(WaitWords.Of(partnership.Tracker.Path, "not-set-up"));
                return ExitCode.Later;
            }

            if (context.Json) Answer.Write(Answer.Node(new { name, url, isNew, sandbox = context.IsSandbox }));
            else
                context.Answer.Say(isNew
                    ? new($"{context.Mark}{name} liegt jetzt beim Partner.", $"{context.Mark}{name} now lies with the partner.")
                    : new($"{context.Mark}{name} lag dort schon; die Kopie dieses Monats bleibt, wie sie ist.", $"{context.Mark}{name} was there already; this month's copy stays as it is."));
            return ExitCode.Done;
        }
        catch (GraphException failure)
        {
            throw new TrackerUnreachableException(failure);
        }
    }
}
