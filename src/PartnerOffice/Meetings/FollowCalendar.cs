using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>
/// What a person moved or cancelled in the calendar happens to the meeting too: tracker and calendar files follow, and the event is left as the
/// person wants it. Of a turn that was overtaken meanwhile, nothing follows.
/// </summary>
internal sealed class FollowCalendar(Ledger ledger, Partnership partnership, TimeProvider time, AnswerLines answers)
{
    /// <summary>The meeting follows its event to another time or place.</summary>
    /// <returns>The meeting as it is then; null where somebody else was faster.</returns>
    public async Task<KnownMeeting?> MoveAsync(KnownMeeting known, MeetingTime to, string? place, CancellationToken cancellationToken)
    {
        var meeting = ClearedMeeting.OfLedger(known.Plan).MovedTo(to, place, partnership.Find(known.Plan.District)!);
        var lines = await answers.ForAsync(partnership.Id, meeting.Plan, known.Generation, InvitationList.Of(meeting.Plan, partnership).ByMail, cancellationToken);
        var messages = new MeetingMessages(partnership, meeting, time.GetUtcNow(), lines) { IsInCalendar = true };
        return await ledger.Meetings.MoveAsync(partnership.Id, meeting, messages.Move, AuditTrail.Service, cancellationToken, known.Current) is MeetingOutcome.Recorded recorded ? recorded.Meeting : null;
    }

    /// <summary>On a day of the series nobody meets, as it has no event any more.</summary>
    /// <returns>The series as it is then; null where somebody else was faster.</returns>
    public async Task<KnownMeeting?> SkipAsync(KnownMeeting series, DateOnly day, CancellationToken cancellationToken)
    {
        var rhythm = series.Plan.Rhythm!;
        var meeting = ClearedMeeting.OfLedger(series.Plan with { Rhythm = rhythm with { Skipped = [.. rhythm.Skipped.Append(day).Order()] } });
        var messages = new MeetingMessages(partnership, meeting, time.GetUtcNow(), _ => null) { IsInCalendar = true };
        return await ledger.Meetings.MoveAsync(partnership.Id, meeting, (before, _) => messages.Skip(before, day), AuditTrail.Service, cancellationToken, series.Current) is MeetingOutcome.Recorded recorded ? recorded.Meeting : null;
    }

    /// <summary>The meeting does not take place, as its event does not.</summary>
    public Task CancelAsync(KnownMeeting known, CancellationToken cancellationToken)
    {
        var messages = new MeetingMessages(partnership, ClearedMeeting.OfLedger(known.Plan), time.GetUtcNow(), _ => null) { IsInCalendar = true };
        return ledger.Meetings.CancelAsync(partnership.Id, known.Plan.Id, messages.Cancel, AuditTrail.Service, cancellationToken, known.Current);
    }
}
