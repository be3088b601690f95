using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;

namespace PartnerOffice.Meetings;

/// <summary>Why a meeting cannot be planned, moved or cancelled like this.</summary>
internal static class MeetingRefusals
{
    public static MeetingException NoStart() => new(
        "no-start", "Beginn",
        new Bilingual("Es fehlt, wann die Sitzung beginnt.", "It is missing when the meeting begins."),
        new Bilingual("Den Beginn angeben.", "Give the start."));

    public static MeetingException NoMailbox(District district) => new(
        "no-mailbox", district.ShortName,
        new Bilingual("Dieser Kreisverband hat noch kein gemeinsames Postfach; ihm gehören die Termine.", "This district has no shared mailbox yet; it owns the events."),
        new Bilingual("Das Postfach in der Partnerschaftsdatei eintragen.", "Enter the mailbox in the partnership file."));

    public static MeetingException Unknown(string id) => new(
        "unknown-meeting", id,
        new Bilingual("Diese Sitzung ist hier nicht geplant.", "This meeting is not planned here."),
        new Bilingual("In der Liste der geplanten Sitzungen nachsehen.", "Look at the list of planned meetings."));

    public static MeetingException Cancelled(PlannedMeeting meeting) => new(
        "meeting-cancelled", meeting.Number,
        new Bilingual("Diese Sitzung ist abgesagt.", "This meeting is cancelled."),
        new Bilingual("Die Sitzung neu planen, wenn sie doch stattfindet.", "Plan it anew if it takes place after all."));

    public static MeetingException SeriesStays(PlannedMeeting series) => new(
        "series-stays", series.Number,
        new Bilingual("Eine Reihe wird nicht als Ganzes verlegt.", "A series is not moved as a whole."),
        new Bilingual("Einen einzelnen Tag planen und verlegen, oder die Reihe absagen und neu beginnen.", "Plan and move a single day, or cancel the series and begin anew."));

    public static MeetingException KnownOtherwise(PlannedMeeting meeting) => new(
        "meeting-known", meeting.Number,
        new Bilingual($"Diese Sitzung ist schon geplant, für den {meeting.Time.Day:dd.MM.yyyy} oder mit anderen Angaben.", $"This meeting is planned already, for {meeting.Time.Day:yyyy-MM-dd} or otherwise."),
        new Bilingual("Die Sitzung verlegen, oder absagen und neu planen.", "Move it, or cancel it and plan it anew."));

    public static MeetingException Stopped(Finding finding) => new("findings", finding.Place, finding.Message, finding.Remedy);

    public static MeetingException Withheld(LeakException leak) => new(
        "withheld-words", leak.Place,
        new Bilingual("Worte, die nur der Vorstand lesen darf, stünden auch in einer Einladung an andere.", "Words that only the board may read would stand in an invitation to others too."),
        new Bilingual("Titel, Ort oder Grund anders fassen.", "Word the title, the place or the reason otherwise."));

    public static MeetingException UnknownPerson(string person) => new(
        "unknown-person", person,
        new Bilingual("Diese Person ist zu dieser Sitzung nicht einzuladen.", "This person is not to be invited to this meeting."),
        new Bilingual("Name oder Kennung so angeben, wie sie in der Partnerschaftsdatei stehen.", "Give the name or the id as it stands in the partnership file."));

    public static MeetingException Begun(PlannedMeeting meeting) => new(
        "meeting-begun", meeting.Number,
        new Bilingual("Diese Sitzung hat schon begonnen.", "This meeting has begun already."),
        new Bilingual("Wer da war, steht im Protokoll.", "Who was there stands in the minutes."));

    public static MeetingException NotByHand() => new(
        "not-by-hand", "Weg",
        new Bilingual("Im Kalender und mit Mail lädt nur der Dienst ein.", "Only the service invites by calendar and by mail."),
        new Bilingual("Brief oder Telefon angeben.", "Say letter or telephone."));

    public static MeetingException OtherConsent(string sha256) => new(
        "other-invitation", "Zustimmung",
        new Bilingual("Die Zustimmung gilt einer anderen Einladung.", "The consent is for another invitation."),
        new Bilingual($"Die Vorschau noch einmal ansehen und dieser zustimmen: {sha256}", $"Look at the preview again, and consent to this one: {sha256}"));
}
