using System.CommandLine;
using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Documents.Word;
using PartnerOffice.Graph;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary><c>share FILE.docx</c>: check, edition, consent, delivery; waits and shows each step.</summary>
internal sealed class ShareVerb : Verb
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Argument<FileInfo[]> files = new("FILE.docx") { Arity = ArgumentArity.OneOrMore, Description = "Genehmigte Protokolle in der Standardform" };
    private readonly Option<string[]> yes = new("--yes") { Description = "Zustimmung zu genau dieser Partnerfassung (SHA-256 aus minutes edition)", AllowMultipleArgumentsPerToken = false };
    private readonly Option<bool> yesToAll = new("--yes-to-all") { Description = "Zustimmung ohne Ansehen; nur gegen die Sandbox" };
    private readonly Option<bool> noWait = new("--no-wait") { Description = "Nur einreihen, nicht warten" };

    private readonly GivenReasons reasons = new();

    protected override Command Describe() => new("share", "Übermittelt die Partnerfassung an den Partner") { files, yes, yesToAll, noWait, reasons.Accept, reasons.Reason };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var source = context.Partnership;
        if (context.Get(yesToAll) && source.Partnership.Graph != GraphKind.Sandbox)
            throw OnlyInTheSandbox();

        var inputs = context.Get(files)!;
        var given = reasons.In(context, inputs.Length);
        DeliveryOffice? office = null;
        try
        {
            return await FileVerb.RunAsync(context, inputs, async file =>
            {
                var prepared = await PrepareAsync(context, file, given, cancellationToken);
                if (prepared.Refusal is { } refusal)
                    return refusal;

                var shared = prepared.Shared!;
                if (!HasConsent(context, shared))
                    return NotNow(shared, context.Language);

                office ??= await context.OpenDeliveriesAsync(cancellationToken);
                return await DeliverAsync(context, office, shared, cancellationToken);
            });
        }
        finally
        {
            if (office is not null)
                await office.DisposeAsync();
        }
    }

    private static async Task<(SharedMinutes? Shared, FileAnswer? Refusal)> PrepareAsync(VerbContext context, FileInfo file, IReadOnlyList<GivenReason> given, CancellationToken cancellationToken)
    {
        var reading = MinutesReader.Read(await IncomingDocument.OpenAsync(file, cancellationToken));
        var check = context.CheckContextOf(reading.Minutes);
        var findings = JudgedFinding.Judge(DocumentCheck.Run(reading, check is null ? null : check with { IsSharing = true }), given);

        // What concerns confidentiality and identity stops here (R6), and whatever the reader could not read.
        var stopping = findings.Where(judged => judged.IsOpen && judged.Finding.Weight == FindingWeight.Stops).Select(judged => judged.Finding).ToList();
        return reading.Minutes is not { } minutes || stopping.Count > 0
            ? (null, EditionGuard.Refused(file, stopping, context))
            : (SharedMinutes.Prepare(minutes, reading, context.Partnership.Partnership, check!.Today, AcceptedCoincidence.In(findings)), null);
    }

    private bool HasConsent(VerbContext context, SharedMinutes shared)
    {
        if (context.Get(yesToAll))
            return true;
        if (context.Get(yes) is { Length: > 0 } consents)
        {
            return consents.Any(consent => consent.Equals(shared.Document.Sha256, StringComparison.OrdinalIgnoreCase))
                ? true
                : throw ShareException.OtherBytes(shared.Document.Sha256);
        }

        if (context.Json || Console.IsInputRedirected || Console.IsOutputRedirected)
            throw NeedsConsent(shared.Document.Sha256);

        var console = context.Answer.People;
        WithheldTable.Say(console, shared.Document.Edition, context.Language);
        var question = new Bilingual(
            $"Das geht an: {shared.Partner.Name}, {string.Join(", ", shared.Consignment.Mail.To)}. Jetzt übermitteln?",
            $"This goes to: {shared.Partner.Name}, {string.Join(", ", shared.Consignment.Mail.To)}. Deliver now?");
        return console.Confirm(Markup.Escape(question.In(context.Language)), defaultValue: false);
    }

    private async Task<FileAnswer> DeliverAsync(VerbContext context, DeliveryOffice office, SharedMinutes shared, CancellationToken cancellationToken)
    {
        var status = await office.EnqueueAsync(shared.Cleared, cancellationToken) switch
        {
            EnqueueOutcome.Accepted accepted => accepted.Delivery,
            EnqueueOutcome.MinutesChanged => throw ShareException.MinutesChanged(),
            EnqueueOutcome.OtherVersionKnown => throw ShareException.OtherVersion(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (!context.Get(noWait))
            status = await office.FollowAsync(status.Delivery, new StepLines(context), Patience, cancellationToken);
        var register = await RegisterAsync(context, office, shared, cancellationToken);
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

    /// <summary>
    /// The own board's register, where the partnership names one: from here and at once, since no word of it may wait in the service. What
    /// cannot be written now is written by <c>tracker sync MINUTES.docx</c>, and holds back nothing.
    /// </summary>
    private static async Task<string?> RegisterAsync(VerbContext context, DeliveryOffice office, SharedMinutes shared, CancellationToken cancellationToken)
    {
        if (shared.Sender.Register is null)
            return null;
        if (shared.Register.Count == 0)
            return "nothing";
        try
        {
            using var desk = office.OpenWorkbooks();
            var (_, waits) = await desk.WriteRegisterAsync(context.Partnership.Partnership.Id, shared.Sender.Id, shared.Register, putBack: false, cancellationToken);
            return waits ?? "written";
        }
        catch (GraphException)
        {
            return "unreachable";
        }
        catch (TrackerRefusedException refused)
        {
            return refused.Code;
        }
    }

    private static Bilingual RegisterWords(string register) => register switch
    {
        "written" => new("Vorstandsregister: eingetragen", "The board's register: written"),
        "nothing" => new("Vorstandsregister: nichts einzutragen", "The board's register: nothing to write"),
        _ => new($"Vorstandsregister: noch nicht eingetragen ({register}). Später: tracker sync PROTOKOLL.docx", $"The board's register: not written yet ({register}). Later: tracker sync MINUTES.docx"),
    };

    private static FileAnswer NotNow(SharedMinutes shared, Language language) => new(
        ExitCode.No,
        Answer.Node(new { state = "refused", minutes = shared.Consignment.Minutes.ToString() }),
        console => console.WriteLine(new Bilingual("Nicht übermittelt.", "Not delivered.").In(language)));

    private static VerbException OnlyInTheSandbox() => new(
        "only-in-the-sandbox",
        "--yes-to-all",
        new Bilingual("Ohne Ansehen wird nur gegen die Sandbox zugestimmt.", "Consent without looking works against the sandbox only."),
        new Bilingual("Die Partnerfassung ansehen und mit --yes SHA256 zustimmen.", "Look at the edition and consent with --yes SHA256."));

    private static VerbException NeedsConsent(string sha256) => new(
        "needs-consent",
        "--yes",
        new Bilingual("Es fehlt die Zustimmung zu dieser Partnerfassung.", "The consent to this edition is missing."),
        new Bilingual($"Die Fassung ansehen, dann: --yes {sha256}", $"Look at the edition, then: --yes {sha256}"));
}
