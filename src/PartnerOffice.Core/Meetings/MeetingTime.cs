namespace PartnerOffice.Core;

/// <summary>From when to when people meet, as the clock on the wall says it: local times and their zone, so that a change of the clocks or of the law moves nothing.</summary>
/// <param name="Start">Local, without a zone of its own.</param>
/// <param name="End">Local; the first moment after the meeting.</param>
/// <param name="Zone">The zone of the place, by its IANA name.</param>
public sealed record MeetingTime(DateTime Start, DateTime End, TimeZoneInfo Zone)
{
    /// <summary>The day on which it begins.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Start);

    /// <summary>The day on which it ends; midnight still belongs to the day before.</summary>
    public DateOnly LastDay => DateOnly.FromDateTime(End.TimeOfDay == TimeSpan.Zero ? End.AddDays(-1) : End);

    /// <summary>When it begins; of an hour that the clocks show twice, the first.</summary>
    public DateTimeOffset StartsAt => MomentOf(Start);

    /// <summary>When it ends.</summary>
    public DateTimeOffset EndsAt => MomentOf(End);

    /// <summary>How long it really takes, which in two nights of a year is not what the clocks say.</summary>
    public TimeSpan Duration => EndsAt - StartsAt;

    /// <summary>Whether the clocks show both times in that night: in spring an hour is left out.</summary>
    public bool IsOnTheClock => !Zone.IsInvalidTime(Start) && !Zone.IsInvalidTime(End);

    /// <summary>Whether the clocks show one of the times twice: in autumn an hour comes again.</summary>
    public bool IsTwiceOnTheClock => Zone.IsAmbiguousTime(Start) || Zone.IsAmbiguousTime(End);

    /// <summary>The time of a meeting; an end before the start is past midnight, unless a last day is named.</summary>
    /// <exception cref="MeetingException">The end does not lie after the start, or the clocks never show one of them.</exception>
    public static MeetingTime Of(DateOnly day, TimeOnly start, DateOnly? lastDay, TimeOnly end, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var time = new MeetingTime(day.ToDateTime(start), (lastDay ?? (end <= start ? day.AddDays(1) : day)).ToDateTime(end), zone);
        if (!time.IsOnTheClock)
            throw MeetingException.NotOnTheClock(time);
        return time.Duration > TimeSpan.Zero ? time : throw MeetingException.EndsBeforeItStarts(time);
    }

    /// <summary>The same by the clock, beginning on another day.</summary>
    public MeetingTime On(DateOnly day) => this with { Start = day.ToDateTime(TimeOnly.FromDateTime(Start)), End = End.AddDays(day.DayNumber - Day.DayNumber) };

    /// <inheritdoc/>
    public bool Equals(MeetingTime? other) => other is not null && Start == other.Start && End == other.End && Zone.Id == other.Zone.Id;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End, Zone.Id);

    // .NET takes the later of two; every calendar program takes the earlier (RFC 5545, 3.3.5).
    private DateTimeOffset MomentOf(DateTime local) =>
        new(local, Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local));
}
