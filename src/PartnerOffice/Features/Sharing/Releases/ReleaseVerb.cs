using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Edition;
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
        // What an earlier release or approval stamped into the document is about to be written anew.
        var checkedMinutes = reading.Minutes is { } read ? read with { Approval = Approval.Draft } : null;
        var findings = JudgedFinding.Judge(DocumentCheck.Run(reading with { Minutes = checkedMinutes }, await LedgerCheck.ContextAsync(context, office, checkedMinutes, cancellationToken)), given);
        var open = findings.Where(judged => judged.IsOpen).Select(judged => judged.Finding).ToList();
        if (reading.Minutes is not { } minutes || open.Count > 0)
            return Say(context, EditionGuard.Refused(source, open, context));

        var partnership = context.Partnership.Partnership;
        var district = partnership.Find(minutes.District) ?? throw ShareException.ForeignDistrict(minutes.District);
        var release = new ReleaseMinutes(office.Ledger, partnership, TimeProvider.System);
        var who = ActingPerson.Of(district, context.Get(person)!);
        var released = release.Released(minutes, district, who);
        var shared = release.Prepare(released, reading, AcceptedCoincidence.In(findings));
        // A script consents to what "minutes edition" showed: the same content before the note of this very minute.
        var dryRun = EditionRenderer.Render(Redactor.Redact(minutes, partnership, new SourceTraces(reading.People, reading.Withheld)), AcceptedCoincidence.In(findings), reading.People);
        if (!consent.IsGiven(context, shared, ReleaseQuestion(who), dryRun.Sha256))
            return Say(context, new FileAnswer(ExitCode.No, Answer.Node(new { state = "refused", minutes = minutes.Id.ToString() }), console => console.WriteLine(new Bilingual("Nicht freigegeben.", "Not released.").In(context.Language))));

        var reasonsGiven = findings.Where(judged => judged.Reason is not null).Select(judged => $"{judged.Finding.Rule}:{judged.Finding.Places} {judged.Reason}").ToList();
        var recorded = ReleaseAnswer.Require(await release.RunAsync(released, shared, who, reasonsGiven, cancellationToken), minutes);
        var noted = await ApprovalStamp.WriteAsync(source, document, minutes, OfficialMinutes.Of(minutes, recorded.Release, district), cancellationToken);
        return Say(context, ReleaseAnswer.Of(recorded, noted, context));
    }

    private static Bilingual ReleaseQuestion(Person who) => new(
        $"Als {who.Name} freigeben? Genau dieser Inhalt geht nach der Genehmigung an den Partner.",
        $"Release as {who.Name}? Exactly this content goes to the partner after the approval.");

    private static int Say(VerbContext context, FileAnswer answer)
    {
        if (context.Json)
            Answer.Write(answer.Json);
        else
            answer.Say(context.Answer.People);
        return answer.ExitCode;
    }
}
