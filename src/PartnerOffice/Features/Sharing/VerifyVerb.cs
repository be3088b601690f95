using System.CommandLine;
using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;
using Spectre.Console;

namespace PartnerOffice.Features.Sharing;

/// <summary><c>deliveries verify [ID]</c>: counts what lies with the partner, by the keys of each delivery (engine R8).</summary>
internal sealed class VerifyVerb : Verb
{
    private readonly Argument<string?> id = new("ID") { Description = "Kennung einer Übermittlung; sonst alle, die angekommen sind", Arity = ArgumentArity.ZeroOrOne };

    protected override Command Describe() => new("verify", "Zählt nach: eine Datei, eine Nachricht, jede Zeile einmal") { id };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var counted = new List<DeliveryStatus>();
        foreach (var delivery in await MeantAsync(office, context.Get(id), cancellationToken))
        {
            try
            {
                counted.Add((await office.VerifyAsync(delivery, cancellationToken))!);
            }
            catch (GraphException away)
            {
                throw new GraphAwayException(away);
            }
        }

        var isFine = counted.TrueForAll(status => status.Verdict is Verdict.AsItShouldBe or Verdict.Overtaken);
        if (context.Json)
        {
            Answer.Write(new JsonArray([.. counted.Select(status => DeliveryAnswer.Json(status, context))]));
        }
        else
        {
            foreach (var status in counted)
                context.Answer.People.WriteLine($"{context.Mark}{status.Delivery}  {status.Minutes}: {DeliveryWords.Verdict(status.Verdict).In(context.Language)}");
            if (counted.Count == 0)
                context.Answer.Say(new Bilingual($"{context.Mark}Noch nichts, was zu zählen wäre.", $"{context.Mark}Nothing to count yet."));
        }

        return isFine ? ExitCode.Done : ExitCode.No;
    }

    private static async Task<IReadOnlyList<DeliveryId>> MeantAsync(DeliveryOffice office, string? id, CancellationToken cancellationToken)
    {
        var known = await office.ListAsync(cancellationToken);
        if (id is null)
            return [.. known.Where(status => status is { Kind: not DeliveryKind.Letter, State: DeliveryState.Delivered or DeliveryState.Uncertain }).Select(status => status.Delivery)];
        return DeliveryId.TryParse(id, out var delivery) && known.Any(status => status.Delivery == delivery) ? [delivery] : throw UnknownDelivery.Of(id);
    }
}
