using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>Looks at an invitation before it leaves (R10): who is missing, whether the notice is kept, what outsiders would learn.</summary>
public static class InvitationCheck
{
    private const string Rule = "V11";
    private const string Agenda = "Tagesordnung";
    private const string Time = "Beginn";
    private const string Who = "Einladung";

    /// <summary>What a person should look at before the invitation leaves; an error keeps it back until it is settled.</summary>
    /// <param name="today">The day in the office's zone.</param>
    public static IReadOnlyList<Finding> Run(PlannedMeeting meeting, InvitationList invited, Partnership partnership, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(invited);
        ArgumentNullException.ThrowIfNull(partnership);
        return [.. Look(meeting, invited, partnership, today)];
    }

    private static IEnumerable<Finding> Look(PlannedMeeting meeting, InvitationList invited, Partnership partnership, DateOnly today)
    {
        var own = partnership.Find(meeting.District)!;
        if (meeting.Time.Day < today)
            yield return InThePast().Stops(Rule, Time);
        else if (meeting.Kind is not (MeetingKind.DistrictConference or MeetingKind.MembersAssembly) && NoticePeriod.Between(today, meeting.Time.Day) is var days && days < own.Rules.NoticeDays)
            yield return meeting.Urgency is null ? TooShort(days, own.Rules.NoticeDays).NeedsReason(Rule, Time) : TooShort(days, own.Rules.NoticeDays).Hint(Rule, Time);

        if (meeting.Rhythm is null && partnership.Obligations.Pauses.FirstOrDefault(pause => pause.Covers(meeting.Time.Day)) is { } agreed)
            yield return InPause(agreed.Name).Hint(Rule, Time);
        if (meeting.Time.IsTwiceOnTheClock)
            yield return TwiceOnTheClock().Hint(Rule, Time);
        else if (meeting.Time.Duration != meeting.Time.End - meeting.Time.Start)
            yield return ClocksChange(Hours(meeting.Time.Duration)).Hint(Rule, Time);

        if (meeting.Agenda.Count == 0 && meeting.Rhythm is null)
            yield return NoAgenda().Hint(Rule, Agenda);
        foreach (var person in invited.ByHand)
            yield return NoAddress(person.Name).Hint(Rule, Who);
        if (meeting.IsJoint && partnership.PartnerOf(own.Id) is var partner && partner.CoordinatorOn(meeting.Time.Day) is null)
            yield return NoCoordinator(partner.ShortName).Hint(Rule, Who);
        if (meeting.HasConfidentialItems && invited.People.Any(person => person.IsOutsider))
            yield return Outsiders().Hint(Rule, Who);
    }

    private static Advice InThePast() => new(
        "Der Tag der Sitzung liegt schon zurück.", "The day of the meeting lies in the past.",
        "Das Datum berichtigen.", "Correct the date.");

    private static Advice TooShort(int days, int wanted) => new(
        $"Zwischen heute und der Sitzung liegen {days} volle Tage, die Frist ist {wanted}.", $"There are {days} whole days between today and the meeting, the notice is {wanted}.",
        "Einen späteren Tag nehmen oder den Grund der Eile angeben.", "Take a later day, or give the reason of the urgency.");

    private static Advice InPause(string name) => new(
        $"Der Tag liegt in einer vereinbarten Pause: {name}.", $"The day lies in an agreed pause: {name}.",
        "Prüfen, ob die Sitzung dann sein soll.", "Check whether the meeting is to be then.");

    private static Advice TwiceOnTheClock() => new(
        "Diese Uhrzeit gibt es in dieser Nacht zweimal: Die Uhren werden zurückgestellt. Gemeint ist die frühere.", "This hour comes twice in that night: the clocks go back. The earlier one is meant.",
        "Besser eine Uhrzeit nehmen, die es nur einmal gibt.", "Better take an hour that comes only once.");

    private static Advice ClocksChange(string hours) => new(
        $"In dieser Nacht werden die Uhren umgestellt; die Sitzung dauert {hours} Stunden.", $"The clocks change in that night; the meeting takes {hours} hours.",
        "Beginn und Ende prüfen.", "Check start and end.");

    private static Advice NoAgenda() => new(
        "Die Einladung hat keine Tagesordnung.", "The invitation has no agenda.",
        "Eine Tagesordnung angeben oder sie rechtzeitig nachsenden.", "Give an agenda, or send it in time.");

    private static Advice NoAddress(string person) => new(
        $"{person} hat keine Mailadresse.", $"{person} has no mail address.",
        "Mit der Post oder am Telefon einladen und das eintragen.", "Invite by letter or telephone, and record it.");

    private static Advice NoCoordinator(string partner) => new(
        $"Für {partner} ist an diesem Tag keine Koordination eingetragen.", $"No coordinator is entered for {partner} on that day.",
        "Beim Partner nachfragen, wer die Partnerschaft koordiniert.", "Ask the partner who coordinates the partnership.");

    private static Advice Outsiders() => new(
        "Auf der Tagesordnung stehen vertrauliche Punkte, und es sind Gäste eingeladen.", "There are confidential points on the agenda, and guests are invited.",
        "Gäste vor diesen Punkten verabschieden; ihre Einladung nennt keine Titel.", "Let guests leave before these points; their invitation names no titles.");

    private static string Hours(TimeSpan time) => time.TotalHours.ToString("0.##", CultureInfo.GetCultureInfo("de-DE"));
}
