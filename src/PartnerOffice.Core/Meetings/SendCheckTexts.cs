namespace PartnerOffice.Core;

/// <summary>What the send check says, each with what to do about it.</summary>
internal static class SendCheckTexts
{
    public static (Bilingual Message, Bilingual Remedy) Missing(string names) => (
        new($"Stimmberechtigt und nicht eingeladen: {names}.", $"Entitled to vote and not invited: {names}."),
        new("Die Personen im Termin ergänzen, oder den Grund kennen.", "Add them to the event, or know the reason."));

    public static (Bilingual Message, Bilingual Remedy) OtherWay(string byMessage, string byPost) => (
        new(
            $"Nicht im Kalender einzuladen. {(byMessage.Length > 0 ? $"Eigene Nachricht: {byMessage}. " : "")}{(byPost.Length > 0 ? $"Mit der Post oder am Telefon: {byPost}." : "")}".TrimEnd(),
            $"Not to be invited by calendar. {(byMessage.Length > 0 ? $"A message of their own: {byMessage}. " : "")}{(byPost.Length > 0 ? $"By post or telephone: {byPost}." : "")}".TrimEnd()),
        new("Der Dienst verschickt die Nachrichten, wenn er den Termin übernimmt.", "The service sends the messages when it takes the event over."));

    public static (Bilingual Message, Bilingual Remedy) MissingCoordinator(string name) => (
        new($"Die Koordination des Partners ist nicht eingeladen: {name}.", $"The partner's coordinator is not invited: {name}."),
        new("Die Koordination im Termin ergänzen.", "Add the coordinator to the event."));

    public static (Bilingual Message, Bilingual Remedy) NoCoordinator(string partner) => (
        new($"Der Kreisverband {partner} hat für diesen Tag keine Koordination benannt.", $"The district {partner} has named no coordinator for that day."),
        new("Beim Partner nachfragen, wer eingeladen wird.", "Ask the partner who is to be invited."));

    public static (Bilingual Message, Bilingual Remedy) Outside(int count) => count == 1
        ? (new("Eine Person außerhalb des Vorstands ist eingeladen, und die Tagesordnung hat vertrauliche Punkte.", "One person outside the board is invited, and the agenda has confidential items."), OutsideRemedy)
        : (new($"{count} Personen außerhalb des Vorstands sind eingeladen, und die Tagesordnung hat vertrauliche Punkte.", $"{count} people outside the board are invited, and the agenda has confidential items."), OutsideRemedy);

    public static (Bilingual Message, Bilingual Remedy) Private(string names) => (
        new($"Mit privater Adresse im Termin, für andere sichtbar: {names}.", $"With a private address in the event, visible to others: {names}."),
        new("Die Adresse aus dem Termin nehmen und eine eigene Nachricht schicken.", "Take the address out of the event, and send a message of its own."));

    public static (Bilingual Message, Bilingual Remedy) NoAgenda() => (
        new("Im Text der Einladung steht keine Tagesordnung.", "There is no agenda in the text of the invitation."),
        new("Die Punkte eintragen und in den Text übernehmen.", "Enter the items and put them into the text."));

    public static (Bilingual Message, Bilingual Remedy) ShortNotice(int days, int wanted) => (
        new($"Bis zur Sitzung sind es {days} volle Tage, die Frist ist {wanted}.", $"There are {days} whole days until the meeting, the notice is {wanted}."),
        new("Einen späteren Tag wählen, oder den Grund der Eile in die Einladung schreiben.", "Choose a later day, or write the reason of the urgency into the invitation."));

    public static (Bilingual Message, Bilingual Remedy) Past() => (
        new("Der Beginn der Sitzung ist schon vorbei.", "The start of the meeting is over already."),
        new("Tag und Uhrzeit prüfen.", "Check day and time."));

    private static Bilingual OutsideRemedy { get; } = new(
        "Vertrauliche Titel stehen nicht in der Einladung; Gäste vor dem vertraulichen Teil verabschieden.",
        "Confidential titles are not in the invitation; guests leave before the confidential part.");
}
