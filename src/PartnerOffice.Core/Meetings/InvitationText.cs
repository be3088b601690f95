using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>What an invitation says, as plain text: once for the boards that meet, once for everybody else. No title of what only the board may know stands in either (R10).</summary>
/// <param name="Body">With <see cref="AnswerPlace"/> on a line of its own where the link for the answer belongs.</param>
public sealed record InvitationText(string Subject, string Body)
{
    /// <summary>Replaced by how to answer, or taken away with its line.</summary>
    public const string AnswerPlace = "{{answer}}";

    /// <summary>What stands for a point that only the board may know.</summary>
    public const string ConfidentialItem = "vertraulicher Punkt";

    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    private static readonly string[] Forms = ["in Präsenz", "online", "hybrid"];

    /// <summary>For the boards that meet: the whole place, the titles as the board knows them.</summary>
    public static InvitationText ForBoard(PlannedMeeting meeting, District own, string salutation) =>
        Of(meeting, own, salutation, meeting?.Place, item => item.Title, "wird eingeladen");

    /// <summary>For everybody else: the partner's view.</summary>
    public static InvitationText ForOutsiders(PlannedMeeting meeting, District own, string salutation) =>
        Of(meeting, own, salutation, meeting?.PartnerPlace, item => item.PartnerTitle, "wird eingeladen");

    /// <summary>For the entry in the calendar, whose own fields say when and where: so that moving it leaves what people wrote into it (principle 3).</summary>
    public static InvitationText ForCalendar(PlannedMeeting meeting, District own, string salutation)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(own);
        return new(SubjectOf(meeting, own), string.Join('\n', [$"{salutation},", "", $"{To(meeting)} {Name(meeting, own)} wird eingeladen.", .. Reason(meeting), "", .. Agenda(meeting, item => item.Title), own.Name]));
    }

    /// <summary>The same after the meeting was moved.</summary>
    public InvitationText Moved() => this with
    {
        Subject = $"Verlegt: {Subject}",
        Body = Body.Replace(" wird eingeladen:", " gilt jetzt:", StringComparison.Ordinal),
    };

    /// <summary>What those who were invited read when the meeting does not take place.</summary>
    public static InvitationText Cancelled(PlannedMeeting meeting, District own, string salutation)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(own);
        if (meeting.Rhythm is not null)
            return new($"Abgesagt: {SubjectOf(meeting, own)}", string.Join('\n', [$"{salutation},", "", $"die {Name(meeting, own)} entfallen.", "", own.Name]));
        return new($"Abgesagt: {SubjectOf(meeting, own)}", string.Join('\n', [$"{salutation},", "", $"{(meeting.Kind == MeetingKind.DistrictConference ? "der" : "die")} {Nominative(meeting, own)} am {WhenOf(meeting.Time, own)} entfällt.", "", own.Name]));
    }

    /// <summary>What those who were invited to a series read when nobody meets on one of its days.</summary>
    public static InvitationText Cancelled(PlannedMeeting series, DateOnly day, District own, string salutation)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(own);
        return new(
            $"Abgesagt: {SubjectOf(series, own)}, {day.ToString("d. MMMM yyyy", German)}",
            string.Join('\n', [$"{salutation},", "", $"die Sitzung ({series.Board} {own.ShortName}) am {WhenOf(series.Time.On(day), own)} entfällt. Die anderen Tage bleiben.", "", own.Name]));
    }

    /// <summary>What somebody reads who has not answered yet.</summary>
    public static InvitationText Reminder(PlannedMeeting meeting, District own, string salutation)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(own);
        return new(
            $"Erinnerung: {SubjectOf(meeting, own)}",
            string.Join('\n', [$"{salutation},", "", $"{To(meeting)} {Name(meeting, own)} am {WhenOf(meeting.Time, own)} fehlt noch eine Antwort.", "", AnswerPlace, "", "Weiter wird nicht erinnert.", "", own.Name]));
    }

    /// <summary>How to answer, in the place for it; without a link the line goes.</summary>
    public InvitationText Answering(string? line) => this with
    {
        Body = line is null ? Body.Replace($"{AnswerPlace}\n\n", "", StringComparison.Ordinal) : Body.Replace(AnswerPlace, line, StringComparison.Ordinal),
    };

    /// <summary>How calendars and mails call the meeting.</summary>
    public static string SubjectOf(PlannedMeeting meeting, District own)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(own);
        if (meeting.Rhythm is not null)
            return $"Sitzungen {meeting.Board} {own.ShortName}";
        return meeting.IsJoint || meeting.Kind is MeetingKind.DistrictConference or MeetingKind.MembersAssembly
            ? $"{meeting.Number} ({own.ShortName})"
            : $"Sitzung {meeting.Number} – {meeting.Board} {own.ShortName}";
    }

    /// <summary>When people meet, in the words of an invitation; in another zone than the office's it is said whose clock is meant.</summary>
    public static string WhenOf(MeetingTime time, District own)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(own);
        var zone = time.Zone.Id == own.TimeZone.Id ? "" : $" (Ortszeit {time.Zone.Id.Split('/')[^1].Replace('_', ' ')})";
        return DateOnly.FromDateTime(time.End) == time.Day
            ? $"{Day(time.Start)}, {Clock(time.Start)} bis {Clock(time.End)} Uhr{zone}"
            : $"{Day(time.Start)}, {Clock(time.Start)} Uhr bis {Day(time.End)}, {Clock(time.End)} Uhr{zone}";
    }

    private static InvitationText Of(PlannedMeeting? meeting, District own, string salutation, string? place, Func<PlannedItem, string?> titleOf, string what)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(own);
        string?[] lines =
        [
            $"{salutation},",
            "",
            $"{To(meeting)} {Name(meeting, own)} {what}:",
            "",
            .. When(meeting, own),
            place is null ? null : $"Ort: {place}",
            $"Form: {Forms[(int)meeting.Form]}",
            .. Reason(meeting),
            "",
            .. Agenda(meeting, titleOf),
            AnswerPlace,
            "",
            own.Name,
        ];
        return new(SubjectOf(meeting, own), string.Join('\n', lines.OfType<string>()));
    }

    private static string[] When(PlannedMeeting meeting, District own)
    {
        if (meeting.Rhythm is not { } rhythm)
            return [WhenOf(meeting.Time, own)];

        var which = rhythm.Week is >= 1 and <= 4 ? new[] { "ersten", "zweiten", "dritten", "vierten" }[rhythm.Week - 1] : "letzten";
        var weekday = German.DateTimeFormat.GetDayName(rhythm.Day);
        var skipped = string.Join(", ", rhythm.Skipped.Select(day => day.ToString("d. MMMM yyyy", German)));
        return
        [
            $"Jeden {which} {weekday} im Monat, {Clock(meeting.Time.Start)} bis {Clock(meeting.Time.End)} Uhr, vom {rhythm.From.ToString("d. MMMM yyyy", German)} bis {rhythm.Until.ToString("d. MMMM yyyy", German)}",
            .. skipped.Length == 0 ? [] : (string[])[$"Nicht am: {skipped}"],
        ];
    }

    private static string To(PlannedMeeting meeting) => meeting.Rhythm is not null ? "zu den" : meeting.Kind == MeetingKind.DistrictConference ? "zum" : "zur";

    private static string[] Reason(PlannedMeeting meeting) => meeting.Urgency is { } reason ? [$"Grund der kurzen Frist: {reason}"] : [];

    private static string[] Agenda(PlannedMeeting meeting, Func<PlannedItem, string?> titleOf) =>
        meeting.Agenda.Count == 0 ? [] : ["Tagesordnung", .. meeting.Agenda.Select(item => Line(item, titleOf(item))), ""];

    private static string Line(PlannedItem item, string? title) => title is null ? $"{item.Number} – {ConfidentialItem}" : $"{item.Number}. {title}";

    private static string Name(PlannedMeeting meeting, District own) => meeting.Kind switch
    {
        _ when meeting.Rhythm is not null => $"monatlichen Sitzungen ({meeting.Board} {own.ShortName})",
        MeetingKind.BoardMeeting => $"Sitzung {meeting.Number} ({meeting.Board} {own.ShortName})",
        MeetingKind.ExtraordinaryBoardMeeting => $"außerordentlichen Sitzung {meeting.Number} ({meeting.Board} {own.ShortName})",
        MeetingKind.JointRetreat => $"gemeinsamen Klausurtagung »{meeting.Number}« der beiden Kreisvorstände",
        MeetingKind.JointMeeting => $"gemeinsamen Sitzung »{meeting.Number}« der beiden Kreisvorstände",
        MeetingKind.DistrictConference => $"Kreisparteitag »{meeting.Number}« ({own.ShortName})",
        _ => $"Mitgliederversammlung »{meeting.Number}« ({own.ShortName})",
    };

    // "Zur gemeinsamen Klausurtagung", but "die gemeinsame Klausurtagung".
    private static string Nominative(PlannedMeeting meeting, District own) => Name(meeting, own)
        .Replace("außerordentlichen ", "außerordentliche ", StringComparison.Ordinal).Replace("gemeinsamen ", "gemeinsame ", StringComparison.Ordinal);

    private static string Day(DateTime local) => local.ToString("dddd, d. MMMM yyyy", German);

    private static string Clock(DateTime local) => local.ToString("H:mm", German);
}
