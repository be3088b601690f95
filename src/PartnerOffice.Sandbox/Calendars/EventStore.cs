using System.Globalization;

namespace PartnerOffice.Sandbox;

/// <summary>Writes an event down: what the sandbox knows of it, and the file that people open.</summary>
internal static class EventStore
{
    /// <summary>Adds the event to the change and says how it stands now. An event may be in one change once only.</summary>
    public static EventState Save(Change change, MailboxCalendar calendar, EventState one)
    {
        var before = calendar.Find(one.Id);
        var turn = calendar.NextTurn();
        var after = one with
        {
            Turn = turn,
            FirstTurn = before?.FirstTurn is { } first and > 0 ? first : turn,
            Changes = before is null ? 1 : before.Changes + 1,
            Modified = calendar.World.Now,
            IsOccurrence = false,
            DroppedDates = Dropped(before, one, turn),
            FileName = FileNameOf(one),
        };
        var (path, old) = (calendar.FilePath(after), before is { IsHere: true } ? calendar.FilePath(before) : null);
        if (old is not null && (old != path || !after.IsHere))
        {
            change.Files.Delete(old);
        }

        if (after.IsHere)
        {
            change.Files.Put(path, IcsFile.Write(after));
        }

        change.Save(calendar, after);
        return after;
    }

    private static SortedDictionary<string, long> Dropped(EventState? before, EventState after, long turn)
    {
        var dropped = new SortedDictionary<string, long>(before?.DroppedDates ?? after.DroppedDates, StringComparer.Ordinal);
        if (before is not { IsHere: true, IsSeries: true })
        {
            return dropped;
        }

        var now = after is { IsHere: true, IsSeries: true } ? Series.DatesOf(after).ToHashSet() : [];
        foreach (var date in Series.DatesOf(before).Where(date => !now.Contains(date)))
        {
            dropped[date.ToString("O", CultureInfo.InvariantCulture)] = turn;
        }

        foreach (var date in now)
        {
            dropped.Remove(date.ToString("O", CultureInfo.InvariantCulture));
        }

        return dropped;
    }

    private static string FileNameOf(EventState one)
    {
        var subject = FileNames.Plain(one.Subject.Length > 0 ? one.Subject : "Ohne Betreff");
        // Two days of one series have ids that end alike.
        var day = one.OriginalDate is { } date ? date.ToString("MMdd", CultureInfo.InvariantCulture) + " " : "";
        return $"{EventTimes.Start(one).Local.ToString("yyyy-MM-dd HHmm", CultureInfo.InvariantCulture)} {subject} {day}{FileNames.Plain(one.Id.Length > 48 ? one.Id[36..44] : one.Id)}.ics";
    }
}
