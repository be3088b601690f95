namespace PartnerOffice.Core;

/// <summary>Who is invited to a meeting, and how: by the calendar who has an account with a mailbox, by mail whoever has any address, the others by letter or telephone (R12).</summary>
public sealed record InvitationList(IReadOnlyList<Invitee> People)
{
    /// <summary>Those with a mailbox of a tenant.</summary>
    public IEnumerable<Invitee> ByCalendar => People.Where(person => person.Channel == InvitationChannel.Calendar);

    /// <summary>Those who get a mail with a calendar file.</summary>
    public IEnumerable<Invitee> ByMail => People.Where(person => person.Channel == InvitationChannel.Mail);

    /// <summary>Those for whom a person must write a letter or take the telephone.</summary>
    public IEnumerable<Invitee> ByHand => People.Where(person => person.Channel is null);

    /// <summary>The voting members of that day, for a joint meeting of both boards with both coordinators, and the guests.</summary>
    public static InvitationList Of(PlannedMeeting meeting, Partnership partnership)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(partnership);

        var (own, day) = (partnership.Find(meeting.District)!, meeting.Time.Day);
        var boards = meeting.IsJoint ? [own, partnership.PartnerOf(own.Id)] : (District[])[own];
        var people = boards.SelectMany(board => board.BoardOn(day).Concat(meeting.IsJoint ? board.HoldersOn(OfficeRole.Coordinator, day).Take(1) : [])
            .DistinctBy(person => person.Id)
            .Select(person => Of(person, board, day)));
        return new([.. people, .. meeting.Guests.Select(guest => new Invitee(guest.Id, guest.Mail.ToString(), null, InvitationChannel.Mail, guest.Mail, IsVoting: false, IsOutsider: true))]);
    }

    /// <summary>The way to a person: a calendar takes only an address of the tenant, since others see what stands there.</summary>
    private static Invitee Of(Person person, District board, DateOnly day)
    {
        Invitee By(InvitationChannel? channel, MailAddress? address) => new(person.Id, person.Name, board.Id, channel, address, person.IsVotingOn(day), IsOutsider: false);

        if (person.CalendarAddress is { } calendar)
            return By(InvitationChannel.Calendar, calendar);
        return person.Addresses is [var first, ..] ? By(InvitationChannel.Mail, first.Mail) : By(null, null);
    }
}
