using System.CommandLine;
using PartnerOffice.Api;
using PartnerOffice.CommandLine;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary><c>minutes review FILE --as NAME</c>: puts minutes to the look of a second person, who gets a mail with a link (R14).</summary>
internal sealed class ReviewVerb : Verb
{
    // Where `serve` answers on this machine unless it is told otherwise.
    private static readonly Uri OnThisMachine = new("http://localhost:5080/");

    private readonly Argument<FileInfo> file = new("FILE.docx") { Description = "Das fertige Protokoll" };
    private readonly Option<string> person = new("--as") { Description = "Wer es zur Prüfung gibt: Name oder Kennung aus der Partnerschaftsdatei", HelpName = "NAME", Required = true };
    private readonly GivenReasons reasons = new();

    protected override Command Describe() => new("review", "Gibt ein Protokoll zur Prüfung: die Sitzungsleitung bekommt einen Link, auch für das Telefon") { file, person, reasons.Accept, reasons.Reason };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var source = context.Get(file)!;
        var given = reasons.In(context, 1);
        var package = await IncomingDocument.OpenAsync(source, cancellationToken);
        var reading = FormFindings.With(MinutesReader.Read(package), package);
        var minutes = reading.Minutes ?? throw ShareException.Unreadable(source.Name);
        var partnership = context.Partnership.Partnership;
        var district = partnership.Find(minutes.District) ?? throw ShareException.ForeignDistrict(minutes.District);
        var who = ActingPerson.Of(district, context.Get(person)!);
        var address = ApiSettings.Load().PublicAddress ?? (context.IsSandbox ? OnThisMachine : null);

        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var outcome = await new ReviewMinutes(office.Ledger, partnership, address, TimeProvider.System).RunAsync(reading, given, who, [], null, cancellationToken);
        var answer = outcome switch
        {
            ReviewOutcome.Waits waits => new FileAnswer(
                ExitCode.Done, Answer.Node(ReviewReceipt.Of(waits, context.Language)), console => console.WriteLine(context.Mark + ReviewWords.Waits(waits).In(context.Language))),
            ReviewOutcome.NotFit not => EditionGuard.Refused(source, not.Open, context),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (context.Json)
            Answer.Write(answer.Json);
        else
            answer.Say(context.Answer.People);
        return answer.ExitCode;
    }
}
