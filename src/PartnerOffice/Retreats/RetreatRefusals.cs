using System.Globalization;
using PartnerOffice.Core;

namespace PartnerOffice.Retreats;

/// <summary>Why something about a joint retreat or a date poll cannot be done like this.</summary>
internal static class RetreatRefusals
{
    public static RetreatException Unknown(string id) => new(
        "unknown-retreat", id,
        new Bilingual("Diese Klausur gibt es nicht.", "There is no such retreat."),
        new Bilingual("In der Liste der Klausuren nachsehen.", "Look at the list of retreats."));

    public static RetreatException UnknownPoll(string id) => new(
        "unknown-poll", id,
        new Bilingual("Diese Umfrage gibt es nicht.", "There is no such poll."),
        new Bilingual("In der Liste der Klausuren nachsehen.", "Look at the list of retreats."));

    public static RetreatException NotCoordinator(Person person) => new(
        "not-coordinator", person.Name,
        new Bilingual("Das sagt die Koordination oder ihre Vertretung.", "This is for the coordinator or the deputy to say."),
        new Bilingual("Die Koordination des eigenen Kreisverbands bitten.", "Ask the coordinator of the own district."));

    public static RetreatException NoHost() => new(
        "no-host", "Gastgeber",
        new Bilingual("Wer die erste Klausur ausrichtet, ist noch nicht vereinbart.", "Who hosts the first retreat is not agreed yet."),
        new Bilingual("Den Gastgeber nennen, oder in der Partnerschaftsdatei eintragen (firstHost).", "Name the host, or enter it in the partnership file (firstHost)."));

    public static RetreatException WrongDays(DateOnly day, DateOnly lastDay) => new(
        "wrong-days", Day(day),
        lastDay < day
            ? new Bilingual("Der letzte Tag liegt vor dem ersten.", "The last day lies before the first.")
            : new Bilingual("Eine Klausur dauert höchstens eine Woche.", "A retreat takes a week at most."),
        new Bilingual("Erster und letzter Tag prüfen.", "Check the first and the last day."));

    public static RetreatException Past(DateOnly day) => new(
        "past-day", Day(day),
        new Bilingual("Dieser Tag ist schon vorbei.", "This day is over already."),
        new Bilingual("Einen Tag vorschlagen, der vor beiden Seiten liegt.", "Propose a day that lies ahead."));

    public static RetreatException AlreadyHeld(int year) => new(
        "already-held", year.ToString(CultureInfo.InvariantCulture),
        new Bilingual($"Im Jahr {year} hat schon eine gemeinsame Klausur stattgefunden.", $"A joint retreat has taken place in {year} already."),
        new Bilingual("Auf ein Jahr verzichten, das noch offen ist.", "Waive a year that is still open."));

    public static RetreatException StillPlanned(MinutesId meeting) => new(
        "still-planned", meeting.ToString(),
        new Bilingual("Zu dieser Klausur ist schon eingeladen.", "The invitations to this retreat are out."),
        new Bilingual($"Die Sitzung absagen, dann ist auch die Klausur abgesagt: meeting cancel {meeting}", $"Cancel the meeting, and the retreat is cancelled with it: meeting cancel {meeting}"));

    public static RetreatException NotAgreed(Retreat retreat) => new(
        "not-agreed", retreat.Id.ToString(),
        new Bilingual("Eingeladen wird erst, wenn beide Seiten Gastgeber und Tag bestätigt haben.", "Invitations go out once both sides have confirmed host and day."),
        new Bilingual("Die Bestätigung der anderen Koordination abwarten.", "Wait for the other coordinator to confirm it."));

    public static RetreatException OtherDay(Retreat retreat, MinutesId meeting, DateOnly agreed) => new(
        "other-day", retreat.Id.ToString(),
        new Bilingual("Eingeladen ist zu einem anderen Tag oder Ort, als jetzt vereinbart ist.", "The invitations name another day or host than what is agreed now."),
        new Bilingual($"Die Sitzung auf den {Day(agreed)} verlegen: meeting move {meeting}. Bei anderem Gastgeber absagen und neu vorschlagen.", $"Move the meeting to {agreed:yyyy-MM-dd}: meeting move {meeting}. With another host cancel it and propose anew."));

    public static RetreatException NobodyNamed() => new(
        "nobody-named", "Teilnahme",
        new Bilingual("Es fehlt, wer dabei war.", "It is missing who took part."),
        new Bilingual("Das Protokoll angeben oder die Personen nennen.", "Give the minutes, or name the people."));

    public static RetreatException UnknownPerson(string person) => new(
        "unknown-person", person,
        new Bilingual("Diese Person hat an diesem Tag in keinem der beiden Vorstände eine Stimme.", "This person has no vote in either board on that day."),
        new Bilingual("Name oder Kennung so angeben, wie sie in der Partnerschaftsdatei stehen.", "Give the name or the id as it stands in the partnership file."));

    public static RetreatException NotADate(DateOnly day) => new(
        "not-a-date", Day(day),
        new Bilingual("Dieser Tag steht nicht zur Wahl.", "This day is not one to choose from."),
        new Bilingual("Einen der Tage der Umfrage nennen.", "Name one of the days of the poll."));

    public static RetreatException NothingSaid() => new(
        "nothing-said", "Umfrage",
        new Bilingual("Noch ist kein Tag beantwortet.", "No day is answered yet."),
        new Bilingual("Bei mindestens einem Tag eine Antwort wählen.", "Choose an answer for one day at least."));

    public static RetreatException PollClosed(PollId poll) => new(
        "poll-closed", poll.ToString(),
        new Bilingual("Diese Umfrage nimmt keine Antworten mehr an.", "This poll takes no answers any more."),
        new Bilingual("Das Ergebnis ansehen oder eine neue Umfrage beginnen.", "Look at the result, or begin a new poll."));

    public static RetreatException PollRuns(PollId poll) => new(
        "poll-runs", poll.ToString(),
        new Bilingual("Für dieses Jahr läuft schon eine Umfrage.", "A poll for this year is under way already."),
        new Bilingual("Das Ende abwarten oder die Umfrage vorher schließen.", "Wait for its end, or close it before."));

    public static RetreatException Against(DateOnly day, Bilingual reason) => new(
        "does-not-fit", Day(day), reason,
        new Bilingual("Einen anderen Tag nennen.", "Name another day."));

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
