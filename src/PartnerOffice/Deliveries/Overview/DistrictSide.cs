using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>
/// One district as somebody of this partnership may see it. Of the own district that is all; of the other one exactly what it shared: editions
/// that lie in the own library, the next meeting that one of these names, and a duty from the day on which it is due (R24).
/// </summary>
/// <param name="Editions">The newest first, each meeting once.</param>
/// <param name="Meetings">The next ones, the nearest first.</param>
/// <param name="Duties">By due date.</param>
internal sealed record DistrictSide(
    District District, bool IsOwn, IReadOnlyList<SharedEdition> Editions, IReadOnlyList<UpcomingMeeting> Meetings, IReadOnlyList<Duty> Duties)
{
    /// <param name="today">In the viewer's zone.</param>
    public static DistrictSide Of(LedgerPicture picture, Partnership partnership, District district, District viewer, DateOnly today)
    {
        var isOwn = district.Id == viewer.Id;
        var partner = partnership.PartnerOf(district.Id);
        var laid = picture.Deliveries
            .Where(delivery => delivery is { Kind: DeliveryKind.Edition } && delivery.From == district.Id && delivery.To == partner.Id && delivery.Find(DeliveryStep.Upload) is { State: StepState.Done, At: not null })
            .ToList();
        var overtaken = laid.Where(later => later.State != DeliveryState.Withdrawn).Select(later => later.Replaces).OfType<DeliveryId>().ToHashSet();
        var editions = laid.Where(delivery => !overtaken.Contains(delivery.Delivery)).Select(delivery => SharedEdition.Of(delivery, picture.ReleaseOf(delivery))).ToList();
        var releases = picture.Releases.Where(release => release.District == district.Id).ToList();
        var announced = isOwn
            ? releases.Where(release => release.State != ReleaseState.Withdrawn).Select(release => (release.Next, release.Number))
            : editions.Where(edition => !edition.IsTakenBack).Select(edition => (edition.Next, edition.Number));
        return new(
            district, isOwn,
            [.. editions.OrderByDescending(edition => edition.Meeting ?? DateOnly.MinValue).ThenByDescending(edition => edition.SharedAt)],
            // What people are invited to says more than the minutes that announced it; two meetings of one day are two.
            [.. announced.Select(one => MeetingOf(one.Next, one.Number)).OfType<UpcomingMeeting>().Concat(isOwn ? Planned(picture, partnership, district) : [])
                .Where(meeting => meeting.Day >= today).Reverse().DistinctBy(meeting => (meeting.Day, meeting.Number)).GroupBy(meeting => meeting.Day).SelectMany(OfOneDay).OrderBy(meeting => meeting.Day).ThenBy(meeting => meeting.Start)],
            [.. DutiesOf(releases, laid, district, partnership).Where(duty => duty.Obligation.IsSeenBy(viewer.Id, today)).OrderBy(duty => duty.Obligation.Due)]);
    }

    private static IEnumerable<UpcomingMeeting> Planned(LedgerPicture picture, Partnership partnership, District district) => picture.Meetings
        .Where(known => known is { State: MeetingState.Planned, Plan.Rhythm: null } && known.Plan.District == district.Id).Select(known => UpcomingMeeting.Of(known, partnership));

    private static IEnumerable<UpcomingMeeting> OfOneDay(IEnumerable<UpcomingMeeting> meetings) => meetings.Any(meeting => meeting.Number is not null) ? meetings.Where(meeting => meeting.Number is not null) : meetings;

    private static UpcomingMeeting? MeetingOf(NextMeeting? next, string announcedIn) => next is { Date: { } day } ? new(day, next.Start, announcedIn) : null;

    // Owed from the first approval on; a correction is the same duty. What was taken back before it left is owed to nobody.
    private static IEnumerable<Duty> DutiesOf(IReadOnlyList<Release> releases, IReadOnlyList<DeliveryStatus> laid, District district, Partnership partnership)
    {
        var calendar = WorkingDays.Of(district, partnership.Obligations.Pauses);
        foreach (var versions in releases.GroupBy(release => release.Minutes))
        {
            var shared = laid.Where(delivery => delivery.Minutes == versions.Key).Select(delivery => delivery[DeliveryStep.Upload].At).Min();
            if (versions.FirstOrDefault(release => release.Approval is not null && (shared is not null || release.State is not ReleaseState.Withdrawn)) is not { Approval: { } approval } release)
                continue;

            var sharedOn = shared is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, district.TimeZone).DateTime) : (DateOnly?)null;
            yield return new(SharingDuty.Of(versions.Key, district.Id, approval.On, sharedOn, partnership.Obligations, calendar), release.Number, release.Date);
        }
    }
}
