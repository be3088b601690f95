using System.CommandLine;
using System.Text.Json.Nodes;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary><c>deliveries go</c>: the partner is set up now, and what waited for it goes out, oldest first (R20).</summary>
internal sealed class GoVerb : Verb
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Option<string> person = new("--as") { Description = "Wer es bestätigt", HelpName = "NAME" };
    private readonly Option<bool> noWait = new("--no-wait") { Description = "Nicht abwarten, bis alles hinaus ist" };

    protected override Command Describe() => new("go", "Der Partner ist eingerichtet: Was auf ihn gewartet hat, geht hinaus, das Älteste zuerst") { person, noWait };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: !context.Get(noWait));
        var who = context.Get(person) is { } name ? ActingPerson.Of(partnership, name).Id.ToString() : AuditTrail.Nobody;
        var gone = new List<DeliveryStatus>();
        foreach (var sender in (await office.ListAsync(cancellationToken)).Where(status => status.WaitsForPartnerSince is not null).Select(status => partnership.Find(status.From)).OfType<District>().Distinct())
            gone.AddRange(await new GoOn(office, partnership).RunAsync(sender, who, cancellationToken));

        if (!context.Get(noWait))
        {
            for (var index = 0; index < gone.Count; index++)
                gone[index] = await office.FollowAsync(gone[index].Delivery, new StepLines(context), Patience, cancellationToken);
        }

        if (context.Json)
        {
            Answer.Write(new JsonArray([.. gone.Select(status => DeliveryAnswer.Json(status, context))]));
        }
        else
        {
            if (gone.Count == 0)
                context.Answer.Say(new Bilingual($"{context.Mark}Nichts hat auf den Partner gewartet.", $"{context.Mark}Nothing was waiting for the partner."));
            foreach (var status in gone)
                DeliveryAnswer.Say(context.Answer.People, status, context);
        }

        return gone.Select(DeliveryAnswer.ExitCodeOf).DefaultIfEmpty(ExitCode.Done).Max();
    }
}
