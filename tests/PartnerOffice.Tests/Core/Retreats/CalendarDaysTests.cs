using PartnerOffice.Core;
using Xunit;

namespace PartnerOffice.Tests.Core.Retreats;

/// <summary>Days out of the digits of a calendar, also in the nights in which the clocks change.</summary>
public sealed class CalendarDaysTests
{
    private static readonly PersonId Person = PersonId.Parse("st-01");
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly TimeZoneInfo Lisbon = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");

    [Theory]
    // From ten to twelve: two hours can be arranged, a minute more cannot.
    [InlineData("2027-04-10", "10:00", 4, '2', DayAnswer.IfNeeded)]
    [InlineData("2027-04-10", "10:00", 5, '2', DayAnswer.No)]
    [InlineData("2027-04-10", "10:00", 18, '1', DayAnswer.IfNeeded)]
    [InlineData("2027-04-10", "10:00", 18, '4', DayAnswer.Yes)]
    [InlineData("2027-04-10", "10:00", 18, '3', DayAnswer.No)]
    // Before nine and after six nobody meets.
    [InlineData("2027-04-10", "04:00", 10, '2', DayAnswer.Yes)]
    [InlineData("2027-04-10", "18:00", 10, '2', DayAnswer.Yes)]
    [InlineData("2027-04-10", "10:00", 1, '?', null)]
    public void A_day_is_what_the_clock_on_the_wall_says(string day, string from, int intervals, char digit, DayAnswer? expected) =>
        Assert.Equal(expected, Read(DateOnly.Parse(day, null), TimeOnly.Parse(from, null), intervals, digit, Berlin));

    [Theory]
    // 28 March 2027 has 23 hours, 31 October 25: an appointment from 15 o'clock on stays on its own day and at its hour.
    [InlineData("2027-03-28")]
    [InlineData("2027-10-31")]
    [InlineData("2027-10-30")]
    public void When_the_clocks_change_no_day_loses_its_appointments(string day)
    {
        foreach (var zone in (TimeZoneInfo[])[Berlin, Lisbon])
        {
            Assert.Equal(DayAnswer.No, Read(DateOnly.Parse(day, null), new(15, 0), 6, '2', zone));
            Assert.Equal(DayAnswer.IfNeeded, Read(DateOnly.Parse(day, null), new(17, 0), 6, '2', zone));
            Assert.Equal(DayAnswer.Yes, Read(DateOnly.Parse(day, null), new(18, 0), 6, '2', zone));
        }
    }

    [Fact]
    public void Of_several_days_the_worst_counts_and_one_that_nobody_knows_is_not_known()
    {
        var known = new KnownDays();
        known.Set(Person, new(2027, 4, 10), DayAnswer.Yes);
        known.Set(Person, new(2027, 4, 11), DayAnswer.IfNeeded);
        known.Set(Person, new(2027, 4, 13), DayAnswer.No);

        Assert.Equal(DayAnswer.IfNeeded, known.Of(Person, new(2027, 4, 10), new(2027, 4, 11)));
        Assert.Null(known.Of(Person, new(2027, 4, 11), new(2027, 4, 12)));
        Assert.Equal(DayAnswer.No, known.Of(Person, new(2027, 4, 12), new(2027, 4, 13)));
        Assert.Null(known.Of(PersonId.Parse("st-02"), new(2027, 4, 10), new(2027, 4, 10)));
    }

    // A calendar from the midnight before to the one after, free but for this.
    private static DayAnswer? Read(DateOnly day, TimeOnly from, int intervals, char digit, TimeZoneInfo zone)
    {
        var start = At(day.AddDays(-1), TimeOnly.MinValue, zone);
        var digits = new string('0', (int)((At(day.AddDays(2), TimeOnly.MinValue, zone) - start).TotalMinutes / 30)).ToCharArray();
        Array.Fill(digits, digit, (int)((At(day, from, zone) - start).TotalMinutes / 30), intervals);
        var known = new KnownDays();
        CalendarDays.Put(known, Person, new(digits), start, TimeSpan.FromMinutes(30), zone);
        return known.Of(Person, day, day);
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        return new(local, zone.GetUtcOffset(local));
    }
}
