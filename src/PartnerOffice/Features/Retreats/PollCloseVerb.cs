using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Retreats;

/// <summary><c>retreat close</c>: a poll takes no more answers; its links end with it.</summary>
internal sealed class PollCloseVerb : Verb
{
    private readonly Argument<string> id = RetreatOptions.Poll();
    private readonly Option<string> who = new("--as") { Description = "Wer schließt: Name oder Kennung", HelpName = "NAME", Required = true };

    protected override Command Describe() => new("close", "Schließt eine Terminumfrage und zeigt das Ergebnis") { id, who };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var (own, by) = RetreatOptions.Acting(partnership, context.Get(who)!);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var desk = RetreatOptions.PollsOf(office, partnership);
        var poll = await desk.CloseAsync(await desk.FindAsync(context.Get(id)!, cancellationToken), by.Id.ToString(), cancellationToken);
        return new RetreatSpeech(context).Say(poll, await RetreatOptions.SuggestingOf(office, partnership).RankAsync(poll, cancellationToken), own, TimeProvider.System.Today(own.TimeZone));
    }
}
