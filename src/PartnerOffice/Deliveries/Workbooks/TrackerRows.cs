using System.Globalization;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>What the tracker says about shared minutes: only what the partner may read, from the edition's own model or from the edition read back.</summary>
internal static class TrackerRows
{
    public static IReadOnlyList<TrackerEntry> Of(PartnerEdition edition, District sender, District partner, DeliveryId delivery, string fileName) =>
        Of(edition.Content, edition.IsSubjectToApproval, sender, partner, delivery, fileName);

    /// <summary>The same from the partner's own copy, which holds nothing else: so a tracker can be brought up to date without any source.</summary>
    public static IReadOnlyList<TrackerEntry> Of(Minutes minutes, bool subjectToApproval, District sender, District partner, DeliveryId delivery, string fileName)
    {
        return
        [
            new TrackerEntry(
                new TrackerChange(TrackerTables.Meetings, [Meeting(minutes, subjectToApproval, sender)]),
                LinkColumn: TrackerTables.Link,
                DeliveredOnColumn: TrackerTables.DeliveredOn),
            .. Entry(TrackerTables.Resolutions, Shared(minutes, item => item.Resolutions, resolution => resolution.Audience).SelectMany(resolution => Resolutions(minutes, resolution, sender, partner))),
            .. Entry(TrackerTables.Actions, Shared(minutes, item => item.Actions, action => action.Audience).Select(action => Action(minutes, action, sender))),
            .. OfDelivery(minutes, sender, partner, delivery, fileName),
        ];
    }

    /// <summary>The row of a delivery alone, where another one says the rest: both boards of a joint meeting get an edition, and share one tracker (R22).</summary>
    public static IReadOnlyList<TrackerEntry> OfDelivery(PartnerEdition edition, District sender, District partner, DeliveryId delivery, string fileName) =>
        OfDelivery(edition.Content, sender, partner, delivery, fileName);

    public static IReadOnlyList<TrackerEntry> OfDelivery(Minutes minutes, District sender, District partner, DeliveryId delivery, string fileName) =>
    [
        new TrackerEntry(
            new TrackerChange(TrackerTables.Deliveries, [Delivery(minutes, sender, partner, delivery, fileName)]),
            DeliveredOnColumn: TrackerTables.On),
    ];

    // A board's own copy of a joint meeting's minutes has parts that the tracker never says.
    private static IEnumerable<T> Shared<T>(Minutes minutes, Func<AgendaItem, IEnumerable<T>> of, Func<T, Audience> audience) =>
        minutes.Items.Where(item => item.Audience == Audience.Partner).SelectMany(of).Where(one => audience(one) == Audience.Partner);

    // Each of two boards has its own number, figures and result.
    private static IEnumerable<TrackerRow> Resolutions(Minutes minutes, Resolution resolution, District sender, District partner) => resolution.Votes is { } votes
        ? votes.Select(vote => Resolution(
            minutes,
            resolution with { Number = vote.Number, Vote = vote.Vote, Outcome = vote.Outcome, Votes = null },
            vote.District == partner.Id.ToString() ? partner : sender))
        : [Resolution(minutes, resolution, sender)];

    private static IEnumerable<TrackerEntry> Entry(string table, IEnumerable<TrackerRow> rows) =>
        rows.ToList() is { Count: > 0 } some ? [new TrackerEntry(new TrackerChange(table, some))] : [];

    private static TrackerRow Meeting(Minutes minutes, bool subjectToApproval, District sender) => Row(
        (TrackerTables.Key, Text(minutes.Id.ToString())),
        (TrackerTables.District, Text(sender.ShortName)),
        (TrackerTables.Board, Text(minutes.Board)),
        (TrackerTables.Number, Text(minutes.Number)),
        (TrackerTables.Kind, Text(TrackerTables.Kinds[(int)minutes.Kind])),
        (TrackerTables.Date, new TrackerValue.Day(minutes.Date)),
        (TrackerTables.Start, Text(minutes.Start?.ToString("HH:mm", CultureInfo.InvariantCulture))),
        (TrackerTables.Place, Text(minutes.Place)),
        (TrackerTables.Form, Text(TrackerTables.Forms[(int)minutes.Form])),
        (TrackerTables.Minutes, Text(subjectToApproval ? "vorbehaltlich der Genehmigung" : "genehmigt")));

    // By number: it is unique over the years, and stays when a correction changes how many resolutions the partner sees.
    internal static TrackerRow Resolution(Minutes minutes, Resolution resolution, District sender) => Row(
        (TrackerTables.Key, Text($"{minutes.Id}/{resolution.Number}")),
        (TrackerTables.District, Text(sender.ShortName)),
        (TrackerTables.Meeting, Text(minutes.Number)),
        (TrackerTables.Date, new TrackerValue.Day(minutes.Date)),
        (TrackerTables.Number, Text(resolution.Number)),
        (TrackerTables.Wording, Text(resolution.Wording)),
        (TrackerTables.Yes, Figure(resolution.Vote?.Yes)),
        (TrackerTables.No, Figure(resolution.Vote?.No)),
        (TrackerTables.Abstained, Figure(resolution.Vote?.Abstained)),
        (TrackerTables.Invalid, Figure(resolution.Vote?.Invalid)),
        (TrackerTables.Outcome, Text(TrackerTables.Outcomes[(int)resolution.Outcome])));

    internal static TrackerRow Action(Minutes minutes, ActionItem action, District sender) => Row(
        (TrackerTables.Key, Text($"{minutes.Id}/{action.Id}")),
        (TrackerTables.District, Text(sender.ShortName)),
        (TrackerTables.Meeting, Text(minutes.Number)),
        (TrackerTables.Action, Text(action.What)),
        (TrackerTables.Owner, Text(action.Who)),
        (TrackerTables.Due, action.Due is { } due ? new TrackerValue.Day(due) : null),
        (TrackerTables.Resolution, Text(minutes.Items.SelectMany(item => item.Resolutions).FirstOrDefault(resolution => resolution.Id == action.Resolution)?.Number)));

    private static TrackerRow Delivery(Minutes minutes, District sender, District partner, DeliveryId delivery, string fileName) => Row(
        (TrackerTables.Key, Text(delivery.ToString())),
        (TrackerTables.From, Text(sender.ShortName)),
        (TrackerTables.To, Text(partner.ShortName)),
        (TrackerTables.Meeting, Text(minutes.Number)),
        (TrackerTables.Version, new TrackerValue.Number(minutes.Version.Number)),
        (TrackerTables.State, Text(TrackerTables.States[0])),
        (TrackerTables.File, Text(fileName)));

    private static TrackerRow Row(params (string Column, TrackerValue? Value)[] cells) =>
        new(cells.ToDictionary(cell => cell.Column, cell => cell.Value, StringComparer.OrdinalIgnoreCase));

    private static TrackerValue.Text? Text(string? text) => text is null ? null : new TrackerValue.Text(text);

    private static TrackerValue.Number? Figure(int? figure) => figure is { } number ? new TrackerValue.Number(number) : null;
}
