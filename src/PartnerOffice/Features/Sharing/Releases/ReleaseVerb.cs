using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary><c>minutes release FILE --as NAME</c>: a second person looks at what the partner will read, and releases the minutes (R7).</summary>
internal sealed class ReleaseVerb : Verb
{
    private readonly Argument<FileInfo> file = new("FILE.docx") { Description = "Das geprüfte Protokoll" };
    private readonly Option<string> person = new("--as") { Description = "Wer freigibt: Name oder Kennung aus der Partnerschaftsdatei; nie die Protokollführung", HelpName = "NAME", Required = true };
    private readonly ConsentOptions consent = new();
    private readonly GivenReasons reasons = new();

    protected override Command Describe() => new("release", "Gibt ein geprüftes Protokoll frei: durch eine zweite Person, die die Partnerfassung gesehen hat") { file, person, consent.Yes, consent.YesToAll, reasons.Accept, reasons.Reason };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        consent.RequireAllowed(context);
        var source = context.Get(file)!;
        var given = reasons.In(context, 1);
        var document = await IncomingDocument.OpenAsync(source, cancellationToken);
        var reading = MinutesReader.Read(document);

        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        var partnership = context.Partnership.Partnership;
        var (proposal, open) = await ReleasePreparation.RunAsync(
            office.Ledger, partnership, reading, given, boards => ActingPerson.Of(boards, context.Get(person)!), TimeProvider.System, cancellationToken);
        if (proposal is null)
            return ReleaseAnswer.Say(EditionGuard.Refused(source, open, context), context);
        if (!consent.IsGiven(context, proposal.Shared, ReleaseQuestion(proposal.By), proposal.Shown, proposal.ShownEdition))
            return ReleaseAnswer.Say(new FileAnswer(ExitCode.No, Answer.Node(new { state = "refused", minutes = proposal.Minutes.Id.ToString() }), console => console.WriteLine(new Bilingual("Nicht freigegeben.", "Not released.").In(context.Language))), context);

        var release = new ReleaseMinutes(office.Ledger, partnership, TimeProvider.System);
        var outcome = await release.RunAsync(proposal, cancellationToken);
        if (outcome is ReleaseOutcome.AwaitsOther waits)
            return ReleaseAnswer.Say(ReleaseAnswer.Of(waits, proposal.Minutes, ReleaseWords.AwaitsRelease(proposal.Minutes.Number, partnership.Find(waits.Missing)!, waits.SaidOtherwise), context), context);

        var recorded = ReleaseAnswer.Require(outcome, proposal.Minutes.Number);
        var noted = await ApprovalStamp.WriteAsync(source, document, proposal.Minutes, OfficialMinutes.Of(proposal.Minutes, recorded.Release, proposal.District, partnership.PartnerOf(proposal.District.Id)), cancellationToken);
        return ReleaseAnswer.Say(ReleaseAnswer.Of(recorded, noted, context), context);
    }

    private static Bilingual ReleaseQuestion(Person who) => new(
        $"Als {who.Name} freigeben? Genau dieser Inhalt geht nach der Genehmigung an den Partner.",
        $"Release as {who.Name}? Exactly this content goes to the partner after the approval.");
}
