using System.Globalization;
using PartnerOffice.Core;

namespace PartnerOffice.Api;

/// <summary>Days and moments in words, in a person's language and zone.</summary>
internal sealed class SpokenDates(Language language, TimeZoneInfo zone)
{
    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(language == Language.German ? "de-DE" : "en-GB");

    /// <summary>"14.07.2026" or "14 Jul 2026".</summary>
    public string Day(DateOnly day) => day.ToString(language == Language.German ? "dd.MM.yyyy" : "d MMM yyyy", culture);

    /// <summary>The day of a moment.</summary>
    public string Day(DateTimeOffset moment) => Day(DateOnly.FromDateTime(Local(moment)));

    /// <summary>"Dienstag, 11. August 2026", and the time where there is one.</summary>
    public string Meeting(DateOnly day, TimeOnly? start)
    {
        var said = day.ToString(language == Language.German ? "dddd, d. MMMM yyyy" : "dddd, d MMMM yyyy", culture);
        return start is { } time ? $"{said}, {Time(time)}" : said;
    }

    /// <summary>"Mo., 10.08., 9:00 Uhr".</summary>
    public string Moment(DateTimeOffset moment)
    {
        var local = Local(moment);
        return $"{local.ToString(language == Language.German ? "ddd., dd.MM." : "ddd, d MMM", culture)}, {Time(TimeOnly.FromDateTime(local))}";
    }

    /// <summary>"morgen um 9:00 Uhr", "am Donnerstag, 6. August, um 9:00 Uhr".</summary>
    public string Soon(DateTimeOffset moment, DateTimeOffset now)
    {
        var local = Local(moment);
        var time = Time(TimeOnly.FromDateTime(local));
        return (language, (local.Date - Local(now).Date).Days) switch
        {
            (Language.German, 0) => $"heute um {time}",
            (Language.German, 1) => $"morgen um {time}",
            (Language.German, _) => $"am {local.ToString("dddd, d. MMMM", culture)}, um {time}",
            (_, 0) => $"today at {time}",
            (_, 1) => $"tomorrow at {time}",
            _ => $"on {local.ToString("dddd, d MMMM", culture)}, at {time}",
        };
    }

    /// <summary>"9:00 Uhr".</summary>
    public string Time(TimeOnly time) => time.ToString(language == Language.German ? "H:mm' Uhr'" : "HH:mm", culture);

    /// <summary>From one day to another; both belong to it.</summary>
    public string Span(DateOnly from, DateOnly until) => language == Language.German ? $"{Day(from)} bis {Day(until)}" : $"{Day(from)} to {Day(until)}";

    /// <summary>For machines that read the page.</summary>
    public static string Machine(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;
}
