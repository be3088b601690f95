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
            Say(context, never.Stopped, null, new("Nichts davon war begonnen: angehalten, und draußen hat niemand davon gehört.", "Nothing of it had begun: it is stopped, and nobody outside heard of it."));
            return ExitCode.Done;
        }

        var recall = ((RecallOutcome.Accepted)outcome).Recall;
        recall = await office.FollowAsync(recall.Delivery, new StepLines(context), Patience, cancellationToken);
        var path = await WriteNoteAsync(context, partnership, ground, recall, why, who, cancellationToken);
        Say(context, recall, path, new("Was jetzt noch zu tun ist: die Bestätigung der Koordination eintragen (deliveries confirm), die Vorfallnotiz weitergeben.", "What is left to do: record the coordinator's confirmation (deliveries confirm), pass the incident note on."));
        return DeliveryAnswer.ExitCodeOf(recall);
    }

    private async Task<string> WriteNoteAsync(VerbContext context, Partnership partnership, RecallGround ground, DeliveryStatus recall, WithdrawalReason why, Person who, CancellationToken cancellationToken)
    {
        var number = ground.Release?.Number ?? ground.Delivery.Minutes.ToString();
        var path = Path.GetFullPath(context.Get(note) ?? $"Vorfallnotiz {string.Concat(number.Select(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' ? c : '-'))}.docx");
        var incident = new IncidentNote(
            partnership.Find(ground.From)!, partnership.Find(ground.To)!, number, ground.Release?.Date ?? TimeProvider.System.Today(TimeZoneInfo.Utc), why,
            ground.Delivery.Find(DeliveryStep.Upload) is { State: StepState.Done, At: { } since } ? since : null, TimeProvider.System.GetUtcNow(), ground.Told.Count, who.Name,
            [.. recall.Steps.Select(step => $"{DeliveryWords.Step(step.Step, recall.Kind).German}: {DeliveryWords.State(step).German}")]);
        await SafeFile.WriteAsync(path, IncidentNoteWriter.Write(incident), force: true, cancellationToken);
        return path;
    }

    private static void Say(VerbContext context, DeliveryStatus status, string? incident, Bilingual next)
    {
        if (context.Json)
        {
            var json = DeliveryAnswer.Json(status, context);
            json["incident"] = incident;
            Answer.Write(json);
            return;
        }

        DeliveryAnswer.Say(context.Answer.People, status, context);
        if (incident is not null)
            context.Answer.People.WriteLine(incident);
        context.Answer.People.WriteLine(context.Mark + next.In(context.Language));
    }

    private static VerbException NoReason(string word) => new(
        "no-reason",
        "--reason",
        new Bilingual($"»{word}« ist kein Grund aus der Liste; freie Worte könnten wiederholen, was falsch war.", $"\"{word}\" is no reason of the list; free words might repeat what was wrong."),
        new Bilingual($"Einen nehmen: {string.Join(", ", Enum.GetValues<WithdrawalReason>().Select(KebabWord.Of))}.", $"Take one: {string.Join(", ", Enum.GetValues<WithdrawalReason>().Select(KebabWord.Of))}."));
}
