using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>Something about a joint retreat that cannot be done like this; nothing was changed and nobody was told.</summary>
public sealed class RetreatException(string code, string place, Bilingual problem, Bilingual remedy) : RefusalException(code, place, problem, remedy)
{
    internal static RetreatException NothingProposed(RetreatId retreat) => new(
        "nothing-proposed", retreat.ToString(),
        new Bilingual("Für diese Klausur liegt kein Vorschlag vor.", "Nothing is proposed for this retreat."),
        new Bilingual("Erst Gastgeber und Tag vorschlagen.", "Propose host and day first."));

    internal static RetreatException OwnProposal(RetreatId retreat) => new(
        "own-proposal", retreat.ToString(),
        new Bilingual("Den eigenen Vorschlag bestätigt nur die andere Seite.", "Only the other side confirms one's own proposal."),
        new Bilingual("Auf die Bestätigung der anderen Koordination warten oder dort nachfragen.", "Wait for the other coordinator to confirm it, or ask there."));

    internal static RetreatException Cancelled(RetreatId retreat) => new(
        "retreat-cancelled", retreat.ToString(),
        new Bilingual("Diese Klausur ist abgesagt.", "This retreat is cancelled."),
        new Bilingual("Für dasselbe Jahr eine neue vorschlagen.", "Propose a new one for the same year."));

    internal static RetreatException TookPlace(RetreatId retreat) => new(
        "retreat-over", retreat.ToString(),
        new Bilingual("Diese Klausur hat schon stattgefunden.", "This retreat has taken place already."),
        new Bilingual("Eine weitere Klausur als neuen Vorschlag beginnen.", "Begin another retreat as a new proposal."));

    internal static RetreatException NotAgreed(RetreatId retreat) => new(
        "not-agreed", retreat.ToString(),
        new Bilingual("Gastgeber und Tag sind noch nicht von beiden Seiten bestätigt.", "Host and day are not confirmed by both sides yet."),
        new Bilingual("Die Bestätigung der anderen Koordination abwarten.", "Wait for the other coordinator to confirm it."));

    internal static RetreatException LiesAhead(RetreatId retreat, DateOnly day) => new(
        "lies-ahead", retreat.ToString(),
        new Bilingual($"Diese Klausur ist erst am {Day(day)}.", $"This retreat is only on {Day(day)}."),
        new Bilingual("Danach eintragen, wer dabei war.", "Record afterwards who took part."));

    internal static RetreatException NotEnoughDates(int count) => new(
        "not-enough-dates", "Umfrage",
        new Bilingual($"Eine Umfrage hat {RetreatPoll.FewestDates} bis {RetreatPoll.MostDates} Tage zur Wahl; hier sind es {count}.", $"A poll has {RetreatPoll.FewestDates} to {RetreatPoll.MostDates} days to choose from; here are {count}."),
        new Bilingual("Andere Tage nennen oder den Zeitraum weiter fassen.", "Name other days, or a longer time."));

    internal static RetreatException ClosesWrongly(DateOnly closes) => new(
        "closes-wrongly", Day(closes),
        new Bilingual("Die Umfrage muss nach heute und vor dem ersten ihrer Tage enden.", "The poll must end after today and before the first of its days."),
        new Bilingual("Einen anderen letzten Tag für Antworten nennen.", "Name another last day for answers."));

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
