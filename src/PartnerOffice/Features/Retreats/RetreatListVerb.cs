using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Deliveries;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Retreats;

/// <summary><c>retreat list</c>: whose turn it is, what is due, what is agreed or proposed, and which polls there are.</summary>
internal sealed class RetreatListVerb : Verb
{
    private readonly Option<string?> district = RetreatOptions.District();

    protected override Command Describe() => new("list", "Wer an der Reihe ist, was vereinbart und was offen ist") { district };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var own = RetreatOptions.DistrictOf(partnership, context.Get(district));
        await using var office = await context.OpenDeliveriesAsync(cancellationToken, mayOwn: false);
        var today = TimeProvider.System.Today(own.TimeZone);
        var picture = await RetreatPicture.ReadAsync(office.Ledger, partnership, today, cancellationToken);
        return new RetreatSpeech(context).Say(picture, RetreatsReply.Of(picture, partnership, own, today, context.Language), today);
    }
}
