using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Retreats;

/// <summary><c>retreat waive</c>: one district proposes to go without a retreat in a year; both together waive it (R24).</summary>
internal sealed class RetreatWaiveVerb : Verb
{
    private readonly Option<int> year = new("--year") { Description = "Für welches Jahr", HelpName = "JJJJ", Required = true };
    private readonly Option<string> who = RetreatOptions.As();

    protected override Command Describe() => new("waive", "Schlägt vor, in einem Jahr gemeinsam auf die Klausur zu verzichten") { year, who };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var (own, person) = RetreatOptions.Acting(partnership, context.Get(who)!);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var retreat = await RetreatOptions.DeskOf(office, partnership).WaiveAsync(context.Get(year), own, person, cancellationToken);
        return new RetreatSpeech(context).Say(retreat, TimeProvider.System.Today(own.TimeZone));
    }
}
