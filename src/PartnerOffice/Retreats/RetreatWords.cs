using System.Globalization;
using PartnerOffice.Core;

namespace PartnerOffice.Retreats;

/// <summary>How joint retreats are spoken of, for people of both districts.</summary>
internal static class RetreatWords
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>What is agreed or proposed.</summary>
    public static Bilingual Of(RetreatTerms terms, Partnership partnership, int year) => terms is RetreatTerms.Meet meet
        ? new(
            $"Klausur {OnGerman(meet.Day, meet.LastDay)}, Gastgeber {HostOf(meet, partnership)}.",
            $"Retreat {OnEnglish(meet.Day, meet.LastDay)}, hosted by {HostOf(meet, partnership)}.")
        : new($"Im Jahr {year} gemeinsam auf die Klausur verzichten.", $"Go without a retreat in {year}, both together.");

    /// <summary>How a retreat stands, in a sentence.</summary>
    public static Bilingual Of(Retreat retreat, Partnership partnership, DateOnly today)
    {
        var minimum = partnership.Obligations.RetreatMinimumPerBoard;
        var terms = retreat.Agreed ?? retreat.Offer?.Terms;
        var what = terms is null ? new Bilingual("", "") : Of(terms, partnership, retreat.Year);
        return retreat.On(today, minimum) switch
        {
            RetreatState.Proposed => new($"Vorschlag von {partnership.Find(retreat.Offer!.By)!.ShortName}, noch nicht bestätigt: {what.German}", $"Proposal of {partnership.Find(retreat.Offer!.By)!.ShortName}, not confirmed yet: {what.English}"),
            RetreatState.Agreed when retreat.Meeting is null => new($"Von beiden bestätigt, noch nicht eingeladen: {what.German}", $"Confirmed by both, not invited to yet: {what.English}"),
            RetreatState.Agreed => new($"Von beiden bestätigt und eingeladen: {what.German}", $"Confirmed by both and invited to: {what.English}"),
            RetreatState.Unrecorded => new($"Vorbei; wer dabei war, ist noch nicht eingetragen: {what.German}", $"Over; who took part is not recorded yet: {what.English}"),
            RetreatState.Held => new($"Hat stattgefunden: {what.German}", $"Took place: {what.English}"),
            RetreatState.TooFew => new($"Hat stattgefunden, zählt aber nicht, weil aus einem Vorstand zu wenige dabei waren: {what.German}", $"Took place, but does not count, since too few of one board took part: {what.English}"),
            RetreatState.Waived => new($"{retreat.Year} verzichten beide auf die Klausur.", $"Both go without a retreat in {retreat.Year}."),
            _ => new($"Abgesagt, das Jahr {retreat.Year} ist wieder offen. {what.German}", $"Cancelled, the year {retreat.Year} is open again. {what.English}"),
        };
    }

    /// <summary>How a yearly duty stands.</summary>
    public static Bilingual Of(Obligation duty, DateOnly today) => duty.On(today) switch
    {
        Standing.Met => new($"Klausur {duty.Due.Year}: hat am {GermanDay(duty.MetOn!.Value)} stattgefunden.", $"Retreat {duty.Due.Year}: took place on {EnglishDay(duty.MetOn!.Value)}."),
        Standing.MetLate => new($"Klausur {duty.Due.Year}: am {GermanDay(duty.MetOn!.Value)} nachgeholt.", $"Retreat {duty.Due.Year}: made up for on {EnglishDay(duty.MetOn!.Value)}."),
        Standing.Overdue => new($"Klausur {duty.Due.Year}: vereinbart bis {GermanDay(duty.Due)}, seitdem offen.", $"Retreat {duty.Due.Year}: agreed until {EnglishDay(duty.Due)}, open since."),
        _ => new($"Klausur {duty.Due.Year}: vereinbart bis {GermanDay(duty.Due)}.", $"Retreat {duty.Due.Year}: agreed until {EnglishDay(duty.Due)}."),
    };

    /// <summary>How a poll stands.</summary>
    public static Bilingual Of(RetreatPoll poll, DateOnly today)
    {
        var answered = poll.Answers.Select(answer => answer.Person).Distinct().Count();
        return poll.TakesAnswersOn(today)
            ? new($"Terminumfrage für {poll.Year}, offen bis {GermanDay(poll.Closes)}: {answered} haben geantwortet.", $"Date poll for {poll.Year}, open until {EnglishDay(poll.Closes)}: {answered} have answered.")
            : new($"Terminumfrage für {poll.Year}, geschlossen: {answered} haben geantwortet.", $"Date poll for {poll.Year}, closed: {answered} have answered.");
    }

    /// <summary>Of how many of a board anything is known.</summary>
    /// <param name="district">Its short name.</param>
    /// <param name="isOwn">Whether its people may be named.</param>
    public static Bilingual Of(KnownCalendars board, string district, bool isOwn) => new(
        $"{district}: Von {board.Known} der {board.Members} Mitglieder ist bekannt, wann sie Zeit haben{(isOwn && board.Unknown.Count > 0 ? $"; unbekannt: {string.Join(", ", board.Unknown)}" : "")}.",
        $"{district}: it is known of {board.Known} of {board.Members} members when they have time{(isOwn && board.Unknown.Count > 0 ? $"; unknown: {string.Join(", ", board.Unknown)}" : "")}.");

    /// <summary>An answer, as people say it.</summary>
    public static Bilingual Of(DayAnswer answer) => answer switch
    {
        DayAnswer.Yes => new("ja", "yes"),
        DayAnswer.IfNeeded => new("zur Not", "if need be"),
        _ => new("nein", "no"),
    };

    /// <summary>Days, as in "Samstag, 10. April 2027".</summary>
    public static Bilingual Span(DateOnly day, DateOnly last) => day == last
        ? new(day.ToString("dddd, d. MMMM yyyy", German), day.ToString("dddd, d MMMM yyyy", English))
        : new($"{day.ToString("ddd, d. MMMM", German)} bis {last.ToString("ddd, d. MMMM yyyy", German)}", $"{day.ToString("ddd, d MMMM", English)} to {last.ToString("ddd, d MMMM yyyy", English)}");

    /// <summary>Days in German, as in "am Samstag, 10. April 2027".</summary>
    public static string OnGerman(DateOnly day, DateOnly last) => day == last
        ? $"am {day.ToString("dddd, d. MMMM yyyy", German)}"
        : $"vom {day.ToString("d. MMMM", German)} bis {last.ToString("d. MMMM yyyy", German)}";

    /// <summary>Days in English.</summary>
    public static string OnEnglish(DateOnly day, DateOnly last) => day == last
        ? $"on {day.ToString("dddd, d MMMM yyyy", English)}"
        : $"from {day.ToString("d MMMM", English)} to {last.ToString("d MMMM yyyy", English)}";

    private static string HostOf(RetreatTerms.Meet terms, Partnership partnership) => partnership.Find(terms.Host)?.ShortName ?? terms.Host.ToString();

    private static string GermanDay(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    private static string EnglishDay(DateOnly day) => day.ToString("d MMM yyyy", English);
}
