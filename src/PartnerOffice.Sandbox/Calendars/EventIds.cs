using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PartnerOffice.Sandbox;

/// <summary>The ids of events: one that stays, one that changes with the folder, those of a series' single days, and the one that all calendars share.</summary>
internal static partial class EventIds
{
    private const string ImmutableEnd = "AA";
    private const string InFolderEnd = "AAA=";
    private const string UidStart = "040000008200E00074C5B7101A82E008";

    public static string New() => "AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0E" + Letters(RandomNumberGenerator.GetBytes(24)) + ImmutableEnd;

    public static string NewICalUId() => UidStart + "00000000" + Convert.ToHexString(RandomNumberGenerator.GetBytes(36));

    public static string InFolder(EventState one)
    {
        // A day of a series keeps its id when it becomes an exception.
        if (one is { IsHere: true, MasterId: { } master, OriginalDate: { } date })
        {
            return OfDay(InCalendar(master), date, isImmutable: false);
        }

        return InFolder(one.Id, one.Presence);
    }

    /// <summary>The id that a series has as long as it is in the calendar.</summary>
    public static string InCalendar(string id) => InFolder(id, Presence.Here);

    /// <summary>The id of one day of a series.</summary>
    /// <param name="masterId">The series, by the id of the same kind.</param>
    /// <param name="date">The day.</param>
    /// <param name="isImmutable">Which kind it is.</param>
    public static string OfDay(string masterId, DateOnly date, bool isImmutable = true)
    {
        var end = isImmutable ? ImmutableEnd : InFolderEnd;
        return masterId[..^end.Length] + "O" + date.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + end;
    }

    /// <summary>An occurrence's id in the calendars of all; the day lies where Outlook puts it.</summary>
    public static string OfDayForAll(string masterUid, DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{masterUid[..UidStart.Length]}{date.Year:X4}{date.Month:X2}{date.Day:X2}{masterUid[(UidStart.Length + 8)..]}");

    /// <summary>The event, exception or occurrence of this id, of either kind; null when there is none.</summary>
    public static EventState? Find(MailboxCalendar calendar, string id)
    {
        var immutable = calendar.ImmutableOf(id) ?? id;
        if (calendar.Find(immutable) is { } one && (one.IsHere || one.MasterId is null))
        {
            return one;
        }

        if (Day().Match(id) is not { Success: true } day
            || !DateOnly.TryParseExact(day.Groups["date"].Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return null;
        }

        var end = day.Groups["end"].Value;
        var masterId = day.Groups["master"].Value + end;
        masterId = end == InFolderEnd ? calendar.ImmutableOf(masterId) : masterId;
        if (masterId is null || calendar.Find(masterId) is not { IsSeries: true } master)
        {
            return null;
        }

        // An exception is kept under the immutable id of its day.
        return calendar.Find(OfDay(master.Id, date)) is { IsHere: true } exception ? exception : Series.OccurrenceOn(master, date);
    }

    private static string InFolder(string id, Presence presence) =>
        "AAMkAGI" + Letters(SHA256.HashData(Encoding.UTF8.GetBytes($"{id}/{(presence == Presence.Here ? MailboxCalendar.Folder : MailboxCalendar.DeletedFolder)}"))) + InFolderEnd;

    private static string Letters(byte[] bytes) => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_').TrimEnd('=');

    [GeneratedRegex("^(?<master>.+)O(?<date>[0-9]{8})(?<end>AAA=|AA)$")]
    private static partial Regex Day();
}
