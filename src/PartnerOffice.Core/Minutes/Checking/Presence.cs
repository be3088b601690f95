namespace PartnerOffice.Core;

/// <summary>Who was in the room when, as far as the intervals say it (R5).</summary>
internal sealed class Presence
{
    private const int Day = 24 * 60;

    private readonly Minutes minutes;
    private readonly Dictionary<string, int> items = new(StringComparer.OrdinalIgnoreCase);

    public Presence(Minutes minutes)
    {
        this.minutes = minutes;
        for (var index = 0; index < minutes.Items.Count; index++)
            items.TryAdd(WithoutSpaces(minutes.Items[index].Number), index);
    }

    /// <summary>Voting members in the room at a moment of an agenda item.</summary>
    /// <param name="district">Only the members of this board; null for everybody.</param>
    public Headcount At(int item, TimeOnly? at, string? district = null)
    {
        var (earliest, latest) = Bounds(item, at);
        var states = Voting(district).Select(attendee => StateOf(attendee, item, earliest, latest)).ToList();
        return new(states.Count(state => state == true), states.Count(state => state != false));
    }

    /// <summary>Voting members who were there at any time.</summary>
    public int AtAnyTime => Voting(null).Count();

    private IEnumerable<Attendee> Voting(string? district) => minutes.Attendance.Where(attendee =>
        attendee is { Voting: true, Status: AttendanceStatus.Present or AttendanceStatus.Online } && (district is null || attendee.District == district));

    // True: there; false: not there; null: the intervals do not say.
    private bool? StateOf(Attendee attendee, int item, int? earliest, int? latest)
    {
        if (attendee.Intervals.Count == 0)
            return true;

        var states = attendee.Intervals.Select(interval => And(HasCome(interval.From, item, earliest, latest), IsStillThere(interval.Until, item, earliest, latest))).ToList();
        return states.Contains(true) ? true : states.Contains(null) ? null : false;
    }

    private bool? HasCome(IntervalEnd? from, int item, int? earliest, int? latest)
    {
        if (from is not { } end)
            return true;
        if (end.Item is { } number)
            return IndexOf(number) is { } index ? item >= index : null;
        if (MomentOf(end.Time!.Value) is not { } came)
            return null;

        return earliest >= came ? true : latest <= came ? false : null;
    }

    private bool? IsStillThere(IntervalEnd? until, int item, int? earliest, int? latest)
    {
        if (until is not { } end)
            return true;
        if (end.Item is { } number)
            return IndexOf(number) is { } index ? item <= index : null;
        if (MomentOf(end.Time!.Value) is not { } left)
            return null;

        // A time is exclusive: who left at the moment of the vote took no part in it.
        return earliest >= left ? false : latest <= left ? true : null;
    }

    private static bool? And(bool? one, bool? other) =>
        one == false || other == false ? false : one == true && other == true ? true : null;

    private (int? Earliest, int? Latest) Bounds(int item, TimeOnly? at)
    {
        if (at is { } time && MomentOf(time) is { } moment)
            return (moment, moment);

        var before = Moments((other, isStart) => other < item || (other == item && isStart)).Append(Moment(minutes.Start)).Max();
        var after = Moments((other, _) => other > item).Append(Moment(minutes.End)).Where(known => known is not null).Min();
        return (before, after);
    }

    private IEnumerable<int?> Moments(Func<int, bool, bool> wanted) => minutes.Items.SelectMany((item, index) =>
        (wanted(index, true) ? [Moment(item.Start)] : Array.Empty<int?>())
            .Concat(wanted(index, false) ? item.Resolutions.Select(resolution => Moment(resolution.At)) : []));

    private int? Moment(TimeOnly? time) => time is { } known ? MomentOf(known) : null;

    /// <summary>Minutes since midnight of the first day; null where several days make the time ambiguous.</summary>
    public int? MomentOf(TimeOnly time)
    {
        var sinceMidnight = (time.Hour * 60) + time.Minute;
        return (minutes.EndDate?.DayNumber - minutes.Date.DayNumber) switch
        {
            null or 0 => sinceMidnight,
            1 when minutes is { Start: { } start, End: { } end } && end <= start => time < start ? sinceMidnight + Day : sinceMidnight,
            _ => null,
        };
    }

    private int? IndexOf(string number) => items.TryGetValue(WithoutSpaces(number), out var index) ? index : null;

    private static string WithoutSpaces(string number) => number.Replace(" ", "", StringComparison.Ordinal);
}
