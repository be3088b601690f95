using System.Globalization;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.People;

/// <summary>Gathers what somebody hands over: from the ledger, the last minutes and the calendar (R21).</summary>
internal sealed class Handovers(DeliveryOffice office, Partnership partnership, TimeProvider time)
{
    /// <param name="last">The last minutes of this board, for their open tasks; null where nobody handed any in.</param>
    public async Task<Handover> OfAsync(District district, Person person, DateOnly? lastDay, Minutes? last, IReadOnlyList<FutureMeeting> meetings, CancellationToken cancellationToken)
    {
        var today = time.Today(district.TimeZone);
        var roles = district.Roles.Where(role => role.Person == person.Id && role.Covers(lastDay ?? today)).Select(role => role.Role).ToHashSet();
        var releases = (await office.Releases.ListAsync(partnership.Id, cancellationToken)).Where(release => release.District == district.Id).GroupBy(release => release.Minutes).Select(versions => versions.Last()).ToList();
        var deliveries = (await office.ListAsync(cancellationToken)).Where(status => status.Partnership == partnership.Id && status.From == district.Id).ToList();

        // Whoever has no role here has no part in these; their own tasks stay.
        HandoverLine[] open = roles.Count == 0 ? [] : [.. releases.Select(OpenRelease).OfType<HandoverLine>(), .. deliveries.Select(status => OpenDelivery(status, releases)).OfType<HandoverLine>()];
        return Handover.Of(
            partnership, district, person, lastDay, today,
            [.. open, .. OpenTasks(last, person)],
            [.. DatesAhead(district, roles, deliveries, releases, last, meetings, today).OrderBy(date => date.Day).Select(date => new HandoverLine(Day(date.Day), date.What))]);
    }

    private static HandoverLine? OpenRelease(Release release) => release.State switch
    {
        ReleaseState.Released => new($"Protokoll {release.Number}", "freigegeben; die Genehmigung durch den Vorstand steht aus"),
        ReleaseState.Reopened => new($"Protokoll {release.Number}", "wieder offen; berichtigen und neu freigeben"),
        _ => null,
    };

    private static HandoverLine? OpenDelivery(DeliveryStatus status, List<Release> releases)
    {
        var name = releases.FirstOrDefault(release => release.Minutes == status.Minutes)?.Number ?? status.Minutes.ToString();
        return (status.Kind, status.State) switch
        {
            (DeliveryKind.Recall, DeliveryState.Delivered) when status.ConfirmedAt is null => new($"Rücknahme {name}", "der Partner hat »gelöscht, keine Kopien« noch nicht bestätigt; nachfragen"),
            (_, DeliveryState.Failed or DeliveryState.Uncertain or DeliveryState.Stopped or DeliveryState.Refused) => new($"{DeliveryWords.Kind(status.Kind).German} {name}", DeliveryWords.State(status).German),
            _ => null,
        };
    }

    private static IEnumerable<HandoverLine> OpenTasks(Minutes? last, Person person) =>
        from item in last?.Items ?? []
        from action in item.Actions
        where action.State is ActionState.Open or ActionState.Rescheduled && IsOf(action, person)
        select new HandoverLine($"Aufgabe, TOP {item.Number}", action.Due is { } due ? $"{action.What} (bis {Day(due)})" : action.What);

    // As minutes name people: the whole name, or the surname beside others.
    private static bool IsOf(ActionItem action, Person person) =>
        action.Who is { } who && (who.Contains(person.Name, StringComparison.OrdinalIgnoreCase) || who.Split([' ', ',', '/', ';'], StringSplitOptions.RemoveEmptyEntries).Contains(person.Name[(person.Name.LastIndexOf(' ') + 1)..], StringComparer.OrdinalIgnoreCase));

    private IEnumerable<(DateOnly Day, string What)> DatesAhead(
        District district, HashSet<OfficeRole> roles, List<DeliveryStatus> deliveries, List<Release> releases, Minutes? last, IReadOnlyList<FutureMeeting> meetings, DateOnly today)
    {
        foreach (var meeting in meetings.Where(meeting => meeting.Date >= today))
            yield return (meeting.Date, meeting.Name);
        if (last?.Next is { Date: { } next } and var announced && next >= today && meetings.All(meeting => meeting.Date != next))
            yield return (next, $"nächste Sitzung{(announced.Start is { } start ? $", {start.ToString("HH:mm", CultureInfo.InvariantCulture)} Uhr" : "")}{(announced.Place is { } place ? $", {place}" : "")}");
        foreach (var status in deliveries.Where(status => status is { Kind: DeliveryKind.Edition, StartsAt: not null, State: DeliveryState.Queued }))
            yield return (DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(status.StartsAt!.Value, district.TimeZone).DateTime), $"Protokoll {releases.FirstOrDefault(release => release.Minutes == status.Minutes)?.Number} geht von selbst an den Partner");
        if (!roles.Contains(OfficeRole.Coordinator))
            yield break;

        foreach (var federal in partnership.FederalEvents.Where(federal => federal.Date >= today))
        {
            var due = federal.Date.AddDays(-7 * partnership.Obligations.PositionsWeeksBefore);
            if (due >= today)
                yield return (due, $"Position zu »{federal.Name}« an den Partner, spätestens");
            yield return (federal.Date, federal.Name);
        }
    }

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
