using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Retreats;

namespace PartnerOffice.Features.Retreats;

/// <summary><c>retreat suggest</c>: days on which both boards can meet, by their calendars and by what both agreed on; nothing is changed.</summary>
internal sealed class RetreatSuggestVerb : Verb
{
    private readonly Option<int?> year = RetreatOptions.Year();
    private readonly Option<string?> host = new("--host") { Description = "Kennung des Gastgebers; sonst wer an der Reihe ist", HelpName = "KENNUNG" };
    private readonly Option<DateOnly?> from = RetreatOptions.Day("--from", "Frühester Tag; sonst sobald die Einladungsfrist es erlaubt");
    private readonly Option<DateOnly?> until = RetreatOptions.Day("--until", "Spätester Tag; sonst das Ende des Jahres");
    private readonly Option<int?> days = new("--days") { Description = "Dauer in Tagen, 1 oder 2; sonst wie vereinbart", HelpName = "ZAHL" };
    private readonly Option<bool> anyWeekday = new("--any-weekday") { Description = "Auch Tage unter der Woche" };
    private readonly Option<int> most = new("--most") { Description = "So viele Vorschläge zeigen", DefaultValueFactory = _ => 8, HelpName = "ZAHL" };

    private readonly Option<string?> district = RetreatOptions.District();

    public RetreatSuggestVerb() => days.AcceptOnlyFromAmong("1", "2");

    protected override Command Describe() => new("suggest", "Findet Tage, an denen beide Vorstände zusammenkommen können, und sagt, warum") { year, host, from, until, days, anyWeekday, most, district };

    protected override async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        var partnership = context.Partnership.Partnership;
        var own = RetreatOptions.DistrictOf(partnership, context.Get(district));
        var wish = new RetreatWish(
            context.Get(year), context.Get(host) is { } id ? RetreatOptions.DistrictOf(partnership, id).Id : null, context.Get(from), context.Get(until), context.Get(days), context.Get(anyWeekday));
        await using var office = await context.OpenDeliveriesAsync(cancellationToken);
        return new RetreatSpeech(context).Say(await RetreatOptions.SuggestingOf(office, partnership).RunAsync(wish, cancellationToken), context.Get(most), own);
    }
}
