using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Retreats;

/// <summary><c>retreat confirm</c> and <c>retreat decline</c>: what the other district says of a proposal (R24).</summary>
internal sealed class RetreatAnswerVerb(bool confirms) : Verb
{
    private readonly Argument<string> id = RetreatOptions.Id();
    private readonly Option<string> who = RetreatOptions.As();

    protected override Command Describe() => confirms
        ? new("confirm", "Bestätigt, was die andere Seite vorschlägt: Danach gilt es für beide") { id, who }
        : new("decline", "Lehnt einen Vorschlag ab, oder zieht den eigenen zurück") { id, who };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var (own, person) = RetreatOptions.Acting(partnership, context.Get(who)!);
        var retreat = RetreatOptions.Parse(context.Get(id)!);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var desk = RetreatOptions.DeskOf(office, partnership);
        var after = confirms ? await desk.ConfirmAsync(retreat, own, person, cancellationToken) : await desk.DeclineAsync(retreat, own, person, cancellationToken);
        return new RetreatSpeech(context).Say(after, TimeProvider.System.Today(own.TimeZone));
    }
}
