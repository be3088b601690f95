using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary><c>share FILE.docx</c>: check, edition, consent, delivery; waits and shows each step.</summary>
internal sealed class ShareVerb : Verb
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Argument<FileInfo[]> files = new("FILE.docx") { Arity = ArgumentArity.OneOrMore, Description = "Genehmigte Protokolle in der Standardform" };
    private readonly ConsentOptions consent = new();
    private readonly Option<bool> noWait = new("--no-wait") { Description = "Nur einreihen, nicht warten" };

    private readonly GivenReasons reasons = new();

    protected override Command Describe() => new("share", "Übermittelt die Partnerfassung an den Partner") { files, consent.Yes, consent.YesToAll, noWait, reasons.Accept, reasons.Reason };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        consent.RequireAllowed(context);
        var inputs = context.Get(files)!;
        var given = reasons.In(context, inputs.Length);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        return await FileVerb.RunAsync(context, inputs, async file =>
        {
            var reading = MinutesReader.Read(await IncomingDocument.OpenAsync(file, cancellationToken));
            var (shared, stopping) = await SharePreparation.RunAsync(office, context.Partnership.Partnership, reading, given, TimeProvider.System, cancellationToken);
            if (shared is null)
                return EditionGuard.Refused(file, stopping, context);

            return consent.IsGiven(context, shared, Question(shared))
                ? await DeliverAsync(context, office, shared, cancellationToken)
                : NotNow(shared, context.Language);
        });
    }

    private static Bilingual Question(SharedMinutes shared) => new(
        $"Das geht an: {shared.Partner.Name}, {string.Join(", ", shared.Consignment.Mail.To)}. Jetzt übermitteln?",
        $"This goes to: {shared.Partner.Name}, {string.Join(", ", shared.Consignment.Mail.To)}. Deliver now?");

    private async Task<FileAnswer> DeliverAsync(VerbContext context, DeliveryOffice office, SharedMinutes shared, CancellationToken cancellationToken)
    {
        var share = new ShareMinutes(office, context.Partnership.Partnership);
        var status = await share.RunAsync(shared, AuditTrail.Nobody, cancellationToken);
        if (!context.Get(noWait))
            status = await office.FollowAsync(status.Delivery, new StepLines(context), Patience, cancellationToken);
        var register = await share.WriteRegisterAsync(shared, cancellationToken);
        var json = DeliveryAnswer.Json(status, context);
        if (register is not null)
            json["register"] = register;
        return new FileAnswer(DeliveryAnswer.ExitCodeOf(status), json, console =>
        {
            DeliveryAnswer.Say(console, status, context);
            if (register is not null)
                console.WriteLine($"{context.Mark}  {RegisterWords(register).In(context.Language)}");
        });
    }

    private static Bilingual RegisterWords(string register) => register switch
    {
        ShareMinutes.Written => new("Vorstandsregister: eingetragen", "The board's register: written"),
        ShareMinutes.NothingToWrite => new("Vorstandsregister: nichts einzutragen", "The board's register: nothing to write"),
        _ => new($"Vorstandsregister: noch nicht eingetragen ({register}). Später: tracker sync PROTOKOLL.docx", $"The board's register: not written yet ({register}). Later: tracker sync MINUTES.docx"),
    };

    private static FileAnswer NotNow(SharedMinutes shared, Language language) => new(
        ExitCode.No,
        Answer.Node(new { state = "refused", minutes = shared.Consignment.Minutes.ToString() }),
        console => console.WriteLine(new Bilingual("Nicht übermittelt.", "Not delivered.").In(language)));
}
