using System.Globalization;

namespace PartnerOffice.Core;

/// <summary>A meeting that cannot be planned, moved or cancelled like this; nothing was changed and nobody was told.</summary>
public sealed class MeetingException(string code, string place, Bilingual problem, Bilingual remedy) : RefusalException(code, place, problem, remedy)
{
    internal static MeetingException NotOnTheClock(MeetingTime time) => new(
        "time-left-out",
        Text(time.Zone.IsInvalidTime(time.Start) ? time.Start : time.End),
        new Bilingual("Diese Uhrzeit gibt es in dieser Nacht nicht: Die Uhren werden vorgestellt.", "This hour is left out in that night: the clocks go forward."),
        new Bilingual("Eine andere Uhrzeit nennen.", "Name another time."));

    internal static MeetingException EndsBeforeItStarts(MeetingTime time) => new(
        "ends-before-it-starts",
        Text(time.End),
        new Bilingual("Das Ende liegt nicht nach dem Beginn.", "The end does not lie after the start."),
        new Bilingual("Ende oder letzten Tag berichtigen.", "Correct the end, or the last day."));

    private static string Text(DateTime local) => local.ToString("dd.MM.yyyy, HH:mm", CultureInfo.InvariantCulture);
}
