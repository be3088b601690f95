using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Retreats;

/// <summary><c>retreat answers</c>: the result of a poll in numbers, and who of the own district said what (R11).</summary>
internal sealed class PollAnswersVerb : Verb
{
    private readonly Argument<string> id = RetreatOptions.Poll();
    private readonly Option<string?> district = RetreatOptions.District();

    protected override Command Describe() => new("answers", "Zeigt das Ergebnis einer Terminumfrage") { id, district };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var own = RetreatOptions.DistrictOf(partnership, context.Get(district));
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        var poll = await RetreatOptions.PollsOf(office, partnership).FindAsync(context.Get(id)!, cancellationToken);
        return new RetreatSpeech(context).Say(poll, await RetreatOptions.SuggestingOf(office, partnership).RankAsync(poll, cancellationToken), own, TimeProvider.System.Today(own.TimeZone));
    }
}
