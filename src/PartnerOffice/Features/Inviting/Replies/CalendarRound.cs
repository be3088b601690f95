using Microsoft.Extensions.Logging;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;
using PartnerOffice.Meetings;

namespace PartnerOffice.Features.Inviting;

/// <summary>
/// One look into the calendar of a district: what changed since the last, once a night everything that is planned, found by our key. Answers are
/// kept, and what a person moved or cancelled there happens to the meeting too. Looking once too often does nothing twice.
/// </summary>
internal sealed partial class CalendarRound(
    Ledger ledger, Partnership partnership, District own, MailboxId mailbox, CalendarClient calendar, FollowCalendar follow, TimeProvider time, ILogger<CalendarRound> logger)
{
    // What is gone for one look may only be slow to appear; after so long it is gone.
    private static readonly TimeSpan GoneForCertain = TimeSpan.FromMinutes(10);

    private const int MonthsBefore = 1;
    private const int MonthsAhead = 24;

    /// <exception cref="GraphException">Graph refused or stayed away; what was found so far is kept, and the rest is looked at again.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (look, today) = (await ledger.CalendarLooks.FindAsync(own.Id, cancellationToken), time.Today(own.TimeZone));
        var month = new DateOnly(today.Year, today.Month, 1);
        // Another window begins with everything that lies in it.
        var (changed, hasGone, next) = await ChangesAsync(look?.Month == month ? look.Next : null, month, cancellationToken);
        var isWhole = changed is null || look?.ComparedOn != today;

        var open = await ledger.Meetings.OpenAsync(partnership.Id, own.Id, cancellationToken);
        var failures = new List<GraphException>();
        foreach (var known in open.Where(known => isWhole || known.Sight.MissingSince is not null || IsAmong(changed!, known, open) || (hasGone && known.Plan.Rhythm is not null)))
        {
            try
            {
                await CompareAsync(known, isWhole, cancellationToken);
            }
            catch (GraphException failure)
            {
                // One that Graph cannot show keeps back no other.
                failures.Add(failure);
            }
        }

        if (failures is [var first, ..]) throw first;
        await ledger.CalendarLooks.SaveAsync(own.Id, new(next, month, isWhole ? today : look!.ComparedOn), cancellationToken);
    }

    // Null where everything is to be looked at. What is gone does not say of which series it was a day.
    private async Task<(HashSet<string>? Changed, bool HasGone, Uri Next)> ChangesAsync(Uri? since, DateOnly month, CancellationToken cancellationToken)
    {
        var place = new CalendarPlace(mailbox, own.TimeZone);
        var (from, until) = (Midnight(month.AddMonths(-MonthsBefore)), Midnight(month.AddMonths(MonthsAhead)));
        if (since is not null)
        {
            try
            {
                var delta = await calendar.DeltaAsync(place, from, until, since, cancellationToken);
                return ([.. delta.Changes.SelectMany(news => ((string?[])[news.Id.Value, news.Event?.SeriesId?.Value]).OfType<string>())], delta.Changes.Any(news => news.Event is null), delta.Next);
            }
            catch (ResyncRequiredException)
            {
                LookedAnew();
            }
        }

        return (null, false, (await calendar.DeltaAsync(place, from, until, null, cancellationToken)).Next);
    }

    // A day of a series may go with the whole.
    private static bool IsAmong(HashSet<string> changed, KnownMeeting known, IReadOnlyList<KnownMeeting> open) =>
        (known.EventId is { } id && changed.Contains(id))
        || (known.Plan.Series is { } day && open.FirstOrDefault(one => one.Plan.Rhythm?.Id == day.Id)?.EventId is { } series && changed.Contains(series));

    private async Task CompareAsync(KnownMeeting known, bool byKey, CancellationToken cancellationToken)
    {
        if (await LastChangeAsync(known, cancellationToken) is not { } last) return;

        var place = new CalendarPlace(mailbox, known.Plan.Time.Zone);
        var (found, copies) = await SeekAsync(known, place, byKey, cancellationToken);
        if (found is null)
        {
            if (time.GetUtcNow() - await ledger.Answers.MissAsync(known, cancellationToken) >= GoneForCertain) await CancelAsync(known, cancellationToken);
            return;
        }

        // What shows an earlier state than ours, or than the one that was seen last, comes too late.
        if ((last.IsOurs && found.Mark != ledger.Meetings.EventMarkOf(known)) || !await ledger.Answers.IsLatestAsync(known, found.ModifiedAt, cancellationToken)) return;
        if (found.IsCancelled)
        {
            await CancelAsync(known, cancellationToken);
            return;
        }

        var isElsewhere = false;
        if (known.Plan.Rhythm is not null && !Differs(known, found))
        {
            if (await WithoutDaysAsync(known, found, place, cancellationToken) is not { } left) return;
            known = left;
        }

        if (Differs(known, found))
        {
            if (TimeOf(known, found) is not { } to) isElsewhere = true;
            else if (await follow.MoveAsync(known, to, PlaceOf(known, found), cancellationToken) is { } moved)
            {
                Followed("moved", known.Plan.Id);
                known = moved;
            }
            else return;
        }

        var people = InvitationList.Of(known.Plan, partnership);
        var sight = new MeetingSight(null, copies > 1 || (!byKey && known.Sight.IsDoubled), isElsewhere, [.. Absent(people, found)]);
        // An answer to another time than the planned one is none to this meeting.
        await ledger.Answers.SeeAsync(known, found.Id.Value, found.ModifiedAt, isElsewhere ? [] : [.. Answers(people, found)], sight, cancellationToken);
    }

    // While our own change is on its way, or did not succeed, the calendar says nothing of what people want.
    private async Task<LastChange?> LastChangeAsync(KnownMeeting known, CancellationToken cancellationToken)
    {
        var delivery = await ledger.FindAsync(known.Current.Delivery(own.Id, known.Current.EventTopic), cancellationToken);
        return delivery?.Find(DeliveryStep.Event) is { State: StepState.Done } step
            ? new(IsOurs: step.Error != StepError.DoneInCalendar && (known.Sequence > 0 || MeetingLedger.SeriesOf(known) is not null))
            : null;
    }

    private async Task<(CalendarEvent? Event, int Copies)> SeekAsync(KnownMeeting known, CalendarPlace place, bool byKey, CancellationToken cancellationToken)
    {
        var found = known.EventId is { } id ? await calendar.FindAsync(place, CalendarEventId.Parse(id), cancellationToken) : null;
        if (found is not null && !byKey) return (found, 1);

        var made = (await calendar.FindByKeyAsync(place, ledger.Meetings.EventKeyOf(known), cancellationToken)).Where(one => one.Kind is EventKind.Once or EventKind.Series && !one.IsCancelled).ToList();
        if (MeetingLedger.SeriesOf(known) is null || known.Plan.Series is not { } day) return (found ?? (made is [var first, ..] ? first : null), made.Count);
        if (found is not null || made is not [var series, ..]) return (found, made.Count);

        // Moved days lie elsewhere, but not further than their neighbours.
        var around = day.Day.ToDateTime(default, DateTimeKind.Utc);
        var days = await calendar.InstancesAsync(place, series.Id, around.AddDays(-35), around.AddDays(35), cancellationToken);
        return (days.FirstOrDefault(one => (one.OriginalDay ?? DateOnly.FromDateTime(one.Start)) == day.Day) is { } that ? await calendar.FindAsync(place, that.Id, cancellationToken) : null, made.Count);
    }

    // A day that somebody took out of the series; what is planned singly is followed by itself. Null where somebody else was faster.
    private async Task<KnownMeeting?> WithoutDaysAsync(KnownMeeting series, CalendarEvent found, CalendarPlace place, CancellationToken cancellationToken)
    {
        var (rhythm, today) = (series.Plan.Rhythm!, time.Today(own.TimeZone));
        var coming = rhythm.Days().Where(day => day > today).ToList();
        if (coming.Count == 0) return series;

        // Moved days lie elsewhere, but not further than their neighbours.
        var from = today.ToDateTime(default, DateTimeKind.Utc);
        var there = (await calendar.InstancesAsync(place, found.Id, from.AddDays(-35), coming[^1].ToDateTime(default, DateTimeKind.Utc).AddDays(35), cancellationToken))
            .Select(one => one.OriginalDay ?? DateOnly.FromDateTime(one.Start)).ToHashSet();
        // In another rhythm than ours it is another series, and a person's matter.
        if (there.Any(day => day > today && !rhythm.Days().Contains(day) && !rhythm.Skipped.Contains(day))) return series;

        var planned = (await ledger.Meetings.ListAsync(partnership.Id, cancellationToken)).Select(known => known.Plan.Series).OfType<SeriesDay>().Where(day => day.Id == rhythm.Id).Select(day => day.Day).ToHashSet();
        var left = series;
        foreach (var day in coming.Where(day => !there.Contains(day) && !planned.Contains(day)))
        {
            if (await follow.SkipAsync(left, day, cancellationToken) is not { } without) return null;

            left = without;
            Followed("took a day out of", left.Plan.Id);
        }

        return left;
    }

    private async Task CancelAsync(KnownMeeting known, CancellationToken cancellationToken)
    {
        await follow.CancelAsync(known, cancellationToken);
        Followed("cancelled", known.Plan.Id);
    }

    private static bool Differs(KnownMeeting known, CalendarEvent found) =>
        found.Start != known.Plan.Time.Start || found.End != known.Plan.Time.End || PlaceOf(known, found) != known.Plan.Place;

    // A series does not follow as a whole, and nothing follows into the past.
    private MeetingTime? TimeOf(KnownMeeting known, CalendarEvent found)
    {
        var to = new MeetingTime(found.Start, found.End, known.Plan.Time.Zone);
        return known.Plan.Rhythm is null && to.IsOnTheClock && to.Duration > TimeSpan.Zero && to.StartsAt > time.GetUtcNow() ? to : null;
    }

    // Outlook itself writes into a place, or into an empty one, how people dial in; and a place that was taken away leaves the one that everybody knows.
    private static string? PlaceOf(KnownMeeting known, CalendarEvent found) =>
        known.Plan.Place is { } planned && found.Place is { } place && InOneLine(place) is { Length: > 0 } there
        && there != InOneLine(planned) && (known.Plan.Form == MeetingForm.InPerson || !there.StartsWith(InOneLine(planned), StringComparison.OrdinalIgnoreCase))
            ? there
            : known.Plan.Place;

    private static string InOneLine(string place) => string.Join(' ', place.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<PersonId> Absent(InvitationList people, CalendarEvent found) =>
        people.ByCalendar.Where(person => found.Attendees.All(one => !IsAt(one, person.Address.ToString()!))).Select(person => person.Id);

    private IEnumerable<SeenAnswer> Answers(InvitationList people, CalendarEvent found) => people.People
        .Select(person => (person.Id, Entries: found.Attendees.Where(one => AddressesOf(person).Any(address => IsAt(one, address))).ToList()))
        .Where(one => one.Entries.Count > 0)
        .Select(one => (one.Id, Last: one.Entries.MaxBy(entry => entry.AnsweredAt ?? DateTimeOffset.MinValue)!))
        .Where(one => one.Last.Answer != AttendeeAnswer.Organizer)
        .Select(one => new SeenAnswer(one.Id, AnswerOf(one.Last.Answer), one.Last.AnsweredAt, one.Last.Proposed is { } slot ? new(slot.Start, slot.End) : null));

    // Whoever was added by hand may stand there with another of their addresses.
    private IEnumerable<string> AddressesOf(Invitee invitee)
    {
        var person = invitee.District is { } board ? partnership.Find(board)?.Find(invitee.Id.ToString()) : null;
        return ((string?[])[invitee.Address?.ToString(), person?.UserPrincipalName, .. person?.Addresses.Select(address => address.Mail.ToString()) ?? []]).OfType<string>();
    }

    private static bool IsAt(EventAttendee attendee, string address) => string.Equals(attendee.Address.Value, address, StringComparison.OrdinalIgnoreCase);

    private static InvitationAnswer? AnswerOf(AttendeeAnswer answer) => answer switch
    {
        AttendeeAnswer.Accepted => InvitationAnswer.Accepted,
        AttendeeAnswer.Declined => InvitationAnswer.Declined,
        AttendeeAnswer.Tentative => InvitationAnswer.Tentative,
        _ => null,
    };

    private DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), own.TimeZone.GetUtcOffset(day.ToDateTime(TimeOnly.MinValue)));

    /// <param name="IsOurs">Whether the event must carry our mark of it.</param>
    private sealed record LastChange(bool IsOurs);

    [LoggerMessage(LogLevel.Information, "The changes of a calendar could not be told any more: all of it was looked at")]
    private partial void LookedAnew();

    [LoggerMessage(LogLevel.Information, "A person {What} meeting {Meeting} in the calendar; mails and tracker follow")]
    private partial void Followed(string what, MinutesId meeting);
}
