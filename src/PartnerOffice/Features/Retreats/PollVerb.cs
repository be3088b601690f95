using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Retreats;

/// <summary><c>retreat poll</c>: asks everybody of both boards for 5 to 8 days, by a link of their own (R12).</summary>
internal sealed class PollVerb : Verb
{
    private readonly Option<DateOnly?> closes = RetreatOptions.Day("--closes", "Letzter Tag für Antworten", isRequired: true);
    private readonly Option<DateOnly[]> dates = RetreatOptions.Days("--date", "Tage zur Wahl; sonst die besten, die sich finden");
    private readonly Option<int?> year = RetreatOptions.Year();
    private readonly Option<string?> host = new("--host") { Description = "Kennung des Gastgebers; sonst wer an der Reihe ist", HelpName = "KENNUNG" };
    private readonly Option<int?> days = new("--days") { Description = "Dauer in Tagen, 1 oder 2; sonst wie vereinbart", HelpName = "ZAHL" };
    private readonly Option<string> who = new("--as") { Description = "Wer fragt: Name oder Kennung", HelpName = "NAME", Required = true };

    public PollVerb() => days.AcceptOnlyFromAmong("1", "2");

    protected override Command Describe() => new("poll", "Beginnt eine Terminumfrage unter den Mitgliedern beider Vorstände") { closes, dates, year, host, days, who };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var (own, person) = RetreatOptions.Acting(partnership, context.Get(who)!);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var suggesting = RetreatOptions.SuggestingOf(office, partnership);
        var wish = new RetreatWish(context.Get(year), context.Get(host) is { } id ? RetreatOptions.DistrictOf(partnership, id).Id : null, Days: context.Get(days));
        var poll = await new BeginPoll(suggesting, RetreatOptions.PollsOf(office, partnership), partnership).RunAsync(wish, context.Get(dates), context.Get(closes)!.Value, person.Id.ToString(), cancellationToken);
        return new RetreatSpeech(context).Say(poll, await suggesting.RankAsync(poll, cancellationToken), own, TimeProvider.System.Today(own.TimeZone));
    }
}
