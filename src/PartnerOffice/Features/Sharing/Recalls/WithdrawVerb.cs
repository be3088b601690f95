using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Word;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary><c>deliveries withdraw ID --as NAME --reason WORD</c>: "Sofort zurückziehen" (R16), by one person of the sending district.</summary>
internal sealed class WithdrawVerb : Verb
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Argument<string> id = new("ID") { Description = "Kennung der Übermittlung, aus deliveries list" };
    private readonly Option<string> person = new("--as") { Description = "Wer zurückzieht: Name oder Kennung aus der Partnerschaftsdatei", HelpName = "NAME", Required = true };
    private readonly Option<string> reason = new("--reason") { Description = $"Grund: {string.Join(", ", Enum.GetValues<WithdrawalReason>().Select(KebabWord.Of))}", HelpName = "WORT", DefaultValueFactory = _ => KebabWord.Of(WithdrawalReason.Confidential) };
    private readonly Option<string?> note = new("--incident") { Description = "Wohin die Vorfallnotiz geschrieben wird; sonst in den laufenden Ordner", HelpName = "DATEI.docx" };

    protected override Command Describe() => new("withdraw", "Sofort zurückziehen: Datei entfernen, Tracker leeren, alle benachrichtigen, Vorfallnotiz schreiben") { id, person, reason, note };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var why = KebabWord.TryParse<WithdrawalReason>(context.Get(reason), out var parsed) ? parsed : throw NoReason(context.Get(reason)!);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var ground = await DeliveredEdition.FindAsync(office, context.Get(id)!, cancellationToken);
        var partnership = context.Partnership.Partnership;
        var sender = partnership.Find(ground.From)!;
        var who = ActingPerson.Of(sender, context.Get(person)!);

        var outcome = await new RecallEdition(office.Ledger, partnership, TimeProvider.System).RunAsync(ground, why, who, cancellationToken);
        if (outcome is RecallOutcome.NeverLeft never)
        {
            Say(context, never.Stopped, null, ([], ground.From), RecallAdvice.NeverLeft);
            return ExitCode.Done;
        }

        var recall = ((RecallOutcome.Accepted)outcome).Recall;
        recall = await office.FollowAsync(recall.Delivery, new StepLines(context), Patience, cancellationToken);
        var holders = await new HolderNotes(office, partnership).PrepareAsync(ground, HolderNotes.Withdrawn, who.Id.ToString(), cancellationToken);
        var path = await WriteNoteAsync(context, partnership, ground, recall, why, who, cancellationToken);
        Say(context, recall, path, (holders, ground.From), new(RecallAdvice.Next.German + " (deliveries confirm)", RecallAdvice.Next.English + " (deliveries confirm)"));
        return DeliveryAnswer.ExitCodeOf(recall);
    }

    private async Task<string> WriteNoteAsync(VerbContext context, Partnership partnership, RecallGround ground, DeliveryStatus recall, WithdrawalReason why, Person who, CancellationToken cancellationToken)
    {
        var incident = IncidentNotes.Of(partnership, ground, recall, why, who, TimeProvider.System.GetUtcNow());
        var path = Path.GetFullPath(context.Get(note) ?? IncidentNotes.FileNameOf(incident));
        await SafeFile.WriteAsync(path, IncidentNoteWriter.Write(incident), force: true, cancellationToken);
        return path;
    }

    private static void Say(VerbContext context, DeliveryStatus status, string? incident, (IReadOnlyList<HolderNote> Notes, DistrictId Own) holders, Bilingual next)
    {
        if (context.Json)
        {
            var json = DeliveryAnswer.Json(status, context);
            json["incident"] = incident;
            json["holders"] = HolderWords.Json(holders.Notes, holders.Own);
            Answer.Write(json);
            return;
        }

        DeliveryAnswer.Say(context.Answer.People, status, context);
        if (incident is not null)
            context.Answer.People.WriteLine(incident);
        foreach (var note in holders.Notes)
            context.Answer.People.WriteLine(context.Mark + HolderWords.Of(note, holders.Own).In(context.Language));
        context.Answer.People.WriteLine(context.Mark + next.In(context.Language));
    }

    private static VerbException NoReason(string word) => new(
        "no-reason",
        "--reason",
        new Bilingual($"»{word}« ist kein Grund aus der Liste; freie Worte könnten wiederholen, was falsch war.", $"\"{word}\" is no reason of the list; free words might repeat what was wrong."),
        new Bilingual($"Einen nehmen: {string.Join(", ", Enum.GetValues<WithdrawalReason>().Select(KebabWord.Of))}.", $"Take one: {string.Join(", ", Enum.GetValues<WithdrawalReason>().Select(KebabWord.Of))}."));
}
