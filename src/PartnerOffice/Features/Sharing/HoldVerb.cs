using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary><c>deliveries cancel ID</c>: "Anhalten", while nothing of it has begun (D25).</summary>
internal sealed class HoldVerb : Verb
{
    private readonly Argument<string> id = new("ID") { Description = "Kennung der Übermittlung, aus deliveries list" };
    private readonly Option<string> person = new("--as") { Description = "Wer anhält", HelpName = "NAME" };

    protected override Command Describe() => new("cancel", "Anhalten, solange noch nichts begonnen hat; weiter mit deliveries retry") { id, person };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        var who = context.Get(person) is { } name ? ActingPerson.Of(context.Partnership.Partnership, name).Id.ToString() : AuditTrail.Nobody;
        var status = DeliveryId.TryParse(context.Get(id), out var delivery) ? await office.Brakes.CancelAsync(delivery, who, cancellationToken) : null;
        if (status is null)
            throw UnknownDelivery.Of(context.Get(id)!);
        if (status.State != DeliveryState.Stopped)
            throw ShareException.HasBegun(status);

        if (context.Json)
            Answer.Write(DeliveryAnswer.Json(status, context));
        else
            DeliveryAnswer.Say(context.Answer.People, status, context);
        return ExitCode.Done;
    }
}
