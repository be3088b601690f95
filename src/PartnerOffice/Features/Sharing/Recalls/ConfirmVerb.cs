using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary><c>deliveries confirm ID --as NAME</c>: the partner's coordinator said "gelöscht, keine Kopien" (R16).</summary>
internal sealed class ConfirmVerb : Verb
{
    private readonly Argument<string> id = new("ID") { Description = "Kennung der Rücknahme, aus deliveries list" };
    private readonly Option<string> person = new("--as") { Description = "Wer es bestätigt hat oder einträgt", HelpName = "NAME", Required = true };

    protected override Command Describe() => new("confirm", "Der Partner hat bestätigt: gelöscht, keine Kopien") { id, person };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        var who = ActingPerson.Of(context.Partnership.Partnership, context.Get(person)!);
        var status = DeliveryId.TryParse(context.Get(id), out var recall) ? await office.Recalls.ConfirmAsync(recall, who.Id.ToString(), cancellationToken) : null;
        if (status is null)
            throw UnknownDelivery.Of(context.Get(id)!);

        if (context.Json)
            Answer.Write(DeliveryAnswer.Json(status, context));
        else
            context.Answer.Say(new Bilingual($"{context.Mark}Eingetragen: gelöscht, keine Kopien.", $"{context.Mark}Recorded: deleted, no copies."));
        return ExitCode.Done;
    }
}
