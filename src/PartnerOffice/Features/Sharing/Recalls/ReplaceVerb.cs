using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary>
/// <c>deliveries replace ID FILE --as NAME</c>: a released correction takes the place of an edition that held what it should not; the old file
/// goes first, with its history (D7). An ordinary correction goes out by itself, as a new version of the same file.
/// </summary>
internal sealed class ReplaceVerb : Verb
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Argument<string> id = new("ID") { Description = "Kennung der Übermittlung, deren Datei verschwinden muss" };
    private readonly Argument<FileInfo> file = new("FILE.docx") { Description = "Die freigegebene und genehmigte Berichtigung" };
    private readonly Option<string> person = new("--as") { Description = "Wer ersetzt", HelpName = "NAME", Required = true };
    private readonly ConsentOptions consent = new();
    private readonly GivenReasons reasons = new();

    protected override Command Describe() => new("replace", "Ersetzt eine Datei, die Vertrauliches enthielt: erst entfernen, dann die Berichtigung hinlegen") { id, file, person, consent.Yes, consent.YesToAll, reasons.Accept, reasons.Reason };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        consent.RequireAllowed(context);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var ground = await DeliveredEdition.FindAsync(office, context.Get(id)!, cancellationToken);
        var partnership = context.Partnership.Partnership;
        var sender = partnership.Find(ground.From)!;
        var who = ActingPerson.Of(sender, context.Get(person)!);
        return await FileVerb.RunAsync(context, [context.Get(file)!], async document =>
        {
            var reading = MinutesReader.Read(await IncomingDocument.OpenAsync(document, cancellationToken));
            var (shared, stopping) = await SharePreparation.RunAsync(office, partnership, reading, reasons.In(context, 1), TimeProvider.System, cancellationToken);
            if (shared is null)
                return EditionGuard.Refused(document, stopping, context);

            if (shared.Consignment.Minutes != ground.Delivery.Minutes || shared.Consignment.Version <= ground.Delivery.Version)
                throw NoCorrection(ground);
            if (!consent.IsGiven(context, shared, new($"Die alte Datei entfernen und Fassung {shared.Consignment.Version} hinlegen?", $"Remove the old file and lay version {shared.Consignment.Version} there?")))
                return new FileAnswer(ExitCode.No, Answer.Node(new { state = "refused" }), console => { });

            var outcome = await new RecallEdition(office.Ledger, partnership, TimeProvider.System).ReplaceAsync(ground, shared, who, cancellationToken);
            var status = ShareAnswer.Require(outcome, shared);
            status = await office.FollowAsync(status.Delivery, new StepLines(context), Patience, cancellationToken);
            var holders = await new HolderNotes(office, partnership).PrepareAsync(ground, HolderNotes.Replaced, who.Id.ToString(), cancellationToken);
            var json = DeliveryAnswer.Json(status, context);
            json["holders"] = HolderWords.Json(holders, ground.From);
            return new FileAnswer(DeliveryAnswer.ExitCodeOf(status), json, console =>
            {
                DeliveryAnswer.Say(console, status, context);
                foreach (var note in holders)
                    console.WriteLine(context.Mark + HolderWords.Of(note, ground.From).In(context.Language));
            });
        });
    }

    private static VerbException NoCorrection(RecallGround ground) => new(
        "no-correction",
        "FILE.docx",
        new Bilingual("Diese Datei ist keine spätere Fassung des übermittelten Protokolls.", "This file is no later version of the delivered minutes."),
        new Bilingual($"Eine Berichtigung beginnen (minutes correct) und freigeben lassen; übermittelt ist Fassung {ground.Delivery.Version}.", $"Begin a correction (minutes correct) and have it released; version {ground.Delivery.Version} was delivered."));
}
