using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Retreats;

/// <summary><c>retreat propose</c>: one district proposes host and days; it binds once the other confirms it (R24).</summary>
internal sealed class RetreatProposeVerb : Verb
{
    private readonly Option<DateOnly?> date = RetreatOptions.Day("--date", "Erster Tag", isRequired: true);
    private readonly Option<DateOnly?> lastDay = RetreatOptions.Day("--end-date", "Letzter Tag, wenn es mehrere sind");
    private readonly Option<string?> host = new("--host") { Description = "Kennung des Gastgebers; sonst wer an der Reihe ist", HelpName = "KENNUNG" };
    private readonly Option<int?> year = new("--year") { Description = "Für welches Jahr; sonst das des ersten Tages. Nachgeholt: das Jahr davor", HelpName = "JJJJ" };
    private readonly Option<string> who = RetreatOptions.As();

    protected override Command Describe() => new("propose", "Schlägt Gastgeber und Tag einer Klausur vor") { date, lastDay, host, year, who };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var (own, person) = RetreatOptions.Acting(partnership, context.Get(who)!);
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        var desk = RetreatOptions.DeskOf(office, partnership);
        var day = context.Get(date)!.Value;
        var hosting = context.Get(host) is { } id
            ? RetreatOptions.DistrictOf(partnership, id).Id
            : RetreatTurn.In(context.Get(year) ?? day.Year, await desk.ListAsync(cancellationToken), partnership).Host ?? throw RetreatRefusals.NoHost();
        var terms = new RetreatTerms.Meet(hosting, day, context.Get(lastDay) ?? day);
        var retreat = await desk.ProposeAsync(terms, context.Get(year), own, person, cancellationToken);
        // People decide; what speaks against the day is said all the same.
        if (!context.Json && await RetreatOptions.SuggestingOf(office, partnership).AgainstAsync(hosting, terms.LastDay.DayNumber - terms.Day.DayNumber + 1, [day], cancellationToken) is [var against, ..])
            context.Answer.Say(new Bilingual($"Zu bedenken: {against.Reason.German}", $"To think of: {against.Reason.English}"));
        return new RetreatSpeech(context).Say(retreat, TimeProvider.System.Today(own.TimeZone));
    }
}
