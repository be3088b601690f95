using System.CommandLine;
using System.Diagnostics;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using PartnerOffice.Features.Sharing;
using Spectre.Console;

namespace PartnerOffice.Demo;

/// <summary><c>demo</c>: one board's minutes reach the partner's library, the tracker and the coordinator, against the sandbox.</summary>
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

        story.Chapter("Das Protokoll liegt als Word-Datei beim Vorstand", "The minutes lie with the board as a Word file");
        var source = Path.Combine(data, "demo", $"{minutes.Id}.docx");
        await SafeFile.WriteAsync(source, MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes, sender.Name)), force: true, cancellationToken);
        story.Artefact("Protokoll des Vorstands", "the board's minutes", source);

        story.Chapter("Es wird gelesen; daraus entsteht die Partnerfassung, neu geschrieben und geprüft", "It is read; the partner edition is written anew from it, and verified");
        var reading = MinutesReader.Read(await IncomingDocument.OpenAsync(new FileInfo(source), cancellationToken));
        var today = TimeProvider.System.Today(sender.TimeZone);
        var shared = SharedMinutes.Prepare(reading.Minutes!, reading, partnership, today);
        var preview = Path.Combine(data, "demo", $"{minutes.Id} - Partnerfassung.docx");
        await SafeFile.WriteAsync(preview, shared.Document.Bytes, force: true, cancellationToken);
        story.Artefact("Partnerfassung zum Ansehen", "the edition to look at", preview);
        WithheldTable.Say(context.Answer.People, shared.Document.Edition, context.Language);

        story.Chapter($"Sie geht an: {shared.Partner.Name}", $"It goes to: {shared.Partner.Name}");
        DeliveryStatus status;
        await using (var office = await context.OpenDeliveriesAsync(cancellationToken))
        {
            status = await HandInAsync(office, shared, story, cancellationToken);
            status = await office.FollowAsync(status.Delivery, new StepLines(context), Patience, cancellationToken);
        }

        story.Chapter("Das liegt jetzt wo", "What lies where now");
        foreach (var (german, english, path) in DemoArtefacts.In(data))
            story.Artefact(german, english, path);
        story.End(status, watch.Elapsed);
        return DeliveryAnswer.ExitCodeOf(status);
    }

    private static async Task<DeliveryStatus> HandInAsync(DeliveryOffice office, SharedMinutes shared, Story story, CancellationToken cancellationToken)
    {
        switch (await office.EnqueueAsync(shared.Cleared, cancellationToken))
        {
            case EnqueueOutcome.Accepted { IsNew: true } accepted:
                story.Say("Neu angefangen: Hier war noch nichts übermittelt.", "Started clean: nothing had been delivered here.");
                return accepted.Delivery;
            case EnqueueOutcome.Accepted accepted:
                story.Say("Fortgesetzt: Diese Übermittlung gab es schon; nichts geht doppelt hinaus.", "Continued: this delivery was known; nothing goes out twice.");
                return accepted.Delivery;
            case EnqueueOutcome.MinutesChanged:
                throw ShareException.MinutesChanged();
            default:
                throw ShareException.OtherVersion();
        }
    }

    private static VerbException OnlyTheSandbox() => new(
        "only-in-the-sandbox",
        "--partnership",
        new Bilingual("Die Vorführung läuft nur gegen die Sandbox.", "The demo runs against the sandbox only."),
        new Bilingual("Ohne --partnership aufrufen.", "Call it without --partnership."));
}
