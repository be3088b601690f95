using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary><c>deliveries show ID</c> and <c>deliveries retry ID</c>.</summary>
internal sealed class DeliveriesShowVerb(bool retry) : Verb
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Argument<string> id = new("ID") { Description = "Kennung der Übermittlung, aus deliveries list" };

    protected override Command Describe() => retry
        ? new("retry", "Versucht sofort noch einmal, was wartet oder aufgegeben wurde") { id }
        : new("show", "Eine Übermittlung mit ihren Schritten") { id };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: retry);
        var status = DeliveryId.TryParse(context.Get(id), out var delivery)
            ? retry ? await office.RetryAsync(delivery, cancellationToken, AuditTrail.Nobody) : await office.ShowAsync(delivery, cancellationToken)
            : null;
        if (status is null)
            throw UnknownDelivery.Of(context.Get(id)!);
        if (retry && status.State is DeliveryState.Stopped or DeliveryState.Withdrawn)
            throw ShareException.MayNotGo(status);
        if (retry)
            status = await office.FollowAsync(delivery, new StepLines(context), Patience, cancellationToken);

        if (context.Json)
            Answer.Write(DeliveryAnswer.Json(status, context));
        else
            DeliveryAnswer.Say(context.Answer.People, status, context);
        return retry ? DeliveryAnswer.ExitCodeOf(status) : ExitCode.Done;
    }
}
