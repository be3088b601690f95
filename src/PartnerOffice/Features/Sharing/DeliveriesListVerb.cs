using System.CommandLine;
using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary><c>deliveries list</c>: what is on its way and what arrived.</summary>
internal sealed class DeliveriesListVerb : Verb
{
    protected override Command Describe() => new("list", "Alle Übermittlungen, die älteste zuerst");

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        var deliveries = await office.ListAsync(cancellationToken);
        if (context.Json)
        {
            Answer.Write(new JsonArray([.. deliveries.Select(delivery => DeliveryAnswer.Json(delivery, context))]));
            return ExitCode.Done;
        }

        if (deliveries.Count == 0)
            context.Answer.Say(new Bilingual($"{context.Mark}Noch keine Übermittlungen.", $"{context.Mark}No deliveries yet."));
        foreach (var delivery in deliveries)
            context.Answer.People.WriteLine($"{context.Mark}{delivery.Delivery}  {DeliveryWords.Kind(delivery.Kind).In(context.Language)}  {delivery.Minutes}  Fassung {delivery.Version}  {DeliveryWords.State(delivery).In(context.Language)}{Receipt(delivery, context)}");
        return ExitCode.Done;
    }

    private static string Receipt(DeliveryStatus delivery, VerbContext context) =>
        DeliveryWords.Receipt(delivery, context.Partnership.Partnership.Find(delivery.From)?.TimeZone) is { } words ? $"; {words.In(context.Language)}" : "";
}
