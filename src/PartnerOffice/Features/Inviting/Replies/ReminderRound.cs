using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Meetings;

namespace PartnerOffice.Features.Inviting;

/// <summary>
/// Reminds once of each meeting whoever has not answered, some working days before it (R24, R41): only who was told in good time, and only while
/// nobody gets too much. Runs after a look into the calendar, so that nobody is asked who has answered there.
/// </summary>
internal sealed class ReminderRound(Ledger ledger, Partnership partnership, District own, AnswerLines answers, TimeProvider time)
{
    private const int WorkdaysBefore = 3;
    private const int ToldDaysBefore = 7;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (now, today, calendar) = (time.GetUtcNow(), time.Today(own.TimeZone), WorkingDays.Of(own, partnership.Obligations.Pauses));
        if (!calendar.IsWorkday(today)) return;

        foreach (var known in await ledger.Meetings.OpenAsync(partnership.Id, own.Id, cancellationToken))
        {
            var day = known.Plan.Time.Day;
            // On the day itself it would only be a nuisance.
            if (known.Plan.Rhythm is null && today < day && now >= WorkingDays.OpeningOn(calendar.Before(day, WorkdaysBefore), own.TimeZone))
                await RemindAsync(known, cancellationToken);
        }
    }

    private async Task RemindAsync(KnownMeeting known, CancellationToken cancellationToken)
    {
        foreach (var person in InvitationList.Of(known.Plan, partnership).People.Where(person => person.Address is not null && IsDue(known, person)))
        {
            await ledger.Answers.RemindAsync(
                known, person.Id, answers.AskOf(partnership.Id, known.Plan, known.Generation, person),
                token => new MeetingMessages(partnership, ClearedMeeting.OfLedger(known.Plan), time.GetUtcNow(), _ => answers.LineOf(token)).Remind(known.Current, person),
                cancellationToken);
        }
    }

    private bool IsDue(KnownMeeting known, Invitee person)
    {
        if (known.AnswerOf(person.Id).Counts is not null || known.Invited.Where(one => one.Person == person.Id).Select(one => (DateTimeOffset?)one.At).Min() is not { } invited) return false;

        // A move tells everybody anew.
        var told = invited > known.ChangedAt ? invited : known.ChangedAt;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(told, own.TimeZone).DateTime).AddDays(ToldDaysBefore) <= known.Plan.Time.Day;
    }
}
