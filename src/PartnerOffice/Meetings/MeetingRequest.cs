using PartnerOffice.Core;

namespace PartnerOffice.Meetings;

/// <summary>What a person says of a meeting to be invited to, beside what its draft says.</summary>
/// <param name="End">Local; null for three hours after the start.</param>
/// <param name="LastDay">Where it goes over several days; null for the day itself, or the night after it.</param>
/// <param name="Zone">The zone of the place; null for the office's.</param>
/// <param name="Urgency">Why the notice is not kept; null where it is.</param>
/// <param name="Guests">Addresses of people from outside.</param>
internal sealed record MeetingRequest(TimeOnly? End, DateOnly? LastDay, TimeZoneInfo? Zone, string? Urgency, IReadOnlyList<MailAddress> Guests)
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(3);

    /// <summary>When the drafted meeting takes place.</summary>
    /// <exception cref="MeetingException">Nobody said when it begins, it ends before it starts, or the clocks leave that hour out.</exception>
    public MeetingTime TimeOf(Minutes draft, District own) => MeetingTime.Of(
        draft.Date, draft.Start ?? throw MeetingRefusals.NoStart(), LastDay, End ?? draft.Start.Value.Add(Usual), Zone ?? own.TimeZone);
}
