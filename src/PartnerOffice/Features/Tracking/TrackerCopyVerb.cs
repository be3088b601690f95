using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.Tracking;

/// <summary><c>tracker copy</c>: this month's copy of the tracker and a PDF of it into the other district's library, once (R28).</summary>
internal sealed class TrackerCopyVerb : Verb
{
    protected override Command Describe() => new("copy", "Legt die Monatskopie des Trackers, auch als PDF, in die Bibliothek des anderen Kreisverbands");

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        using var desk = office.OpenWorkbooks();
        try
        {
            var zone = partnership.Find(partnership.Tracker.District)!.TimeZone;
            var today = TimeProvider.System.Today(zone);
            if (await desk.CopyTrackerAsync(partnership, today, cancellationToken) is not { } copy)
            {
                if (context.Json) Answer.Write(Answer.Node(new { waits = "not-set-up" }));
                else context.Answer.Say(WaitWords.Of(partnership.Tracker.Path, "not-set-up"));
                return ExitCode.Later;
            }

            if (context.Json) Answer.Write(Answer.Node(new { name = copy.Name, url = copy.Url, isNew = copy.IsNew, pdf = copy.PdfUrl, sandbox = context.IsSandbox }));
            else Say(context, copy);
            return ExitCode.Done;
        }
        catch (GraphException failure)
        {
            throw new TrackerUnreachableException(failure);
        }
    }

    private static void Say(VerbContext context, TrackerCopy copy)
    {
        context.Answer.Say(copy.IsNew
            ? new($"{context.Mark}{copy.Name} liegt jetzt beim Partner.", $"{context.Mark}{copy.Name} now lies with the partner.")
            : new($"{context.Mark}{copy.Name} lag dort schon; die Kopie dieses Monats bleibt, wie sie ist.", $"{context.Mark}{copy.Name} was there already; this month's copy stays as it is."));
        context.Answer.Say(copy.PdfUrl is null
            ? new(
                $"{context.Mark}Ein PDF dazu ließ sich nicht machen. »tracker copy« später wiederholen, oder die Kopie in Excel öffnen und als PDF speichern.",
                $"{context.Mark}No PDF could be made of it. Repeat \"tracker copy\" later, or open the copy in Excel and save it as a PDF.")
            : new($"{context.Mark}{copy.PdfName} liegt daneben, die Übersicht auf Seite 1.", $"{context.Mark}{copy.PdfName} lies beside it, the overview on page 1."));
    }
}
