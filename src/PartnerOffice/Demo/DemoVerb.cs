using System.CommandLine;
using System.Diagnostics;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Sharing;
using Spectre.Console;

namespace PartnerOffice.Demo;

/// <summary><c>demo</c>: a board plans its next meeting, and its minutes reach the partner's library, the tracker and the coordinator, against the sandbox.</summary>
internal sealed class DemoVerb : Verb
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    protected override Command Describe() => new("demo", "Die ganze Geschichte mit dem eingebauten Beispiel, gegen die Sandbox");

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        if (!context.IsSandbox)
            throw OnlyTheSandbox();

        var watch = Stopwatch.StartNew();
        var story = new Story(context);
        var data = context.Data.FullName;
        var partnership = context.Partnership.Partnership;
        var minutes = DemoMinutes.Load(partnership);
        var sender = partnership.Find(minutes.District)!;

        await using (var office = await context.OpenDeliveriesAsync(cancellationToken))
            await new DemoMeeting(office, partnership, story).RunAsync(minutes, Path.Combine(data, "demo"), cancellationToken);

        story.Chapter("Das Protokoll liegt als Word-Datei beim Vorstand", "The minutes lie with the board as a Word file");
        var source = Path.Combine(data, "demo", $"{minutes.Id}.docx");
        var draft = minutes with { Approval = Approval.Draft };
        await SafeFile.WriteAsync(source, MinutesWriter.Fill(MinutesTemplate.Build(), draft, DocumentFrame.Of(draft, sender.Name)), force: true, cancellationToken);
        story.Artefact("Protokoll des Vorstands", "the board's minutes", source);

        DeliveryStatus status;
        await using (var office = await context.OpenDeliveriesAsync(cancellationToken))
        {
            status = await new DemoLife(office, partnership, story, context).RunAsync(source, minutes, cancellationToken);
            status = await office.FollowAsync(status.Delivery, new StepLines(context), Patience, cancellationToken);
        }

        story.Chapter("Das liegt jetzt wo", "What lies where now");
        foreach (var (german, english, path) in DemoArtefacts.In(data))
            story.Artefact(german, english, path);
        story.End(status, watch.Elapsed);
        return DeliveryAnswer.ExitCodeOf(status);
    }

    private static VerbException OnlyTheSandbox() => new(
        "only-in-the-sandbox",
        "--partnership",
        new Bilingual("Die Vorführung läuft nur gegen die Sandbox.", "The demo runs against the sandbox only."),
        new Bilingual("Ohne --partnership aufrufen.", "Call it without --partnership."));
}
