using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Retreats;

/// <summary><c>retreat cancel</c>: calls off a retreat to which nobody is invited yet; its year is open again.</summary>
internal sealed class RetreatCancelVerb : Verb
{
    private readonly Argument<string> id = RetreatOptions.Id();
    private readonly Option<string> who = RetreatOptions.As();

    protected override Command Describe() => new("cancel", "Sagt eine Klausur ab, zu der noch nicht eingeladen ist; das Jahr ist wieder offen") { id, who };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var (own, person) = RetreatOptions.Acting(partnership, context.Get(who)!);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var retreat = await RetreatOptions.DeskOf(office, partnership).CancelAsync(RetreatOptions.Parse(context.Get(id)!), own, person, cancellationToken);
        return new RetreatSpeech(context).Say(retreat, TimeProvider.System.Today(own.TimeZone));
    }
}
