namespace PartnerOffice.Core;

/// <summary>How the minutes say that the board was invited: a day, whether in time, and by how many ways, without a name.</summary>
public static class InvitationRecord
{
    private static readonly (InvitationChannel Channel, string Words)[] Ways =
        [(InvitationChannel.Calendar, "im Kalender"), (InvitationChannel.Mail, "mit Mail"), (InvitationChannel.Letter, "mit der Post"), (InvitationChannel.Phone, "am Telefon")];

    /// <summary>The field of the minutes, from what is recorded of each person; null while nobody was invited.</summary>
    /// <remarks>The day is the one on which the last of them was invited for the first time: before it not everybody knew.</remarks>
    public static Invitation? Of(PlannedMeeting meeting, District own, IReadOnlyList<InvitedPerson> people)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(people);

        var first = people.GroupBy(one => one.Person).Select(ways => ways.MinBy(one => one.At)!).ToList();
        if (first.Count == 0)
            return null;

        var sent = first.Max(one => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(one.At, own.TimeZone).DateTime));
        return new Invitation(sent, NoticePeriod.Between(sent, meeting.Time.Day) >= own.Rules.NoticeDays, meeting.Urgency, How(first.Select(one => one.Channel)));
    }

    /// <summary>"5 im Kalender, 1 mit Mail": numbers, since who lives without an account is nobody else's business (R11).</summary>
    public static string How(IEnumerable<InvitationChannel> channels)
    {
        var counted = channels.CountBy(channel => channel).ToDictionary();
        return string.Join(", ", Ways.Where(way => counted.ContainsKey(way.Channel)).Select(way => $"{counted[way.Channel]} {way.Words}"));
    }
}
