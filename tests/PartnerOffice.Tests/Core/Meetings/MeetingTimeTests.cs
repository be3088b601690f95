using PartnerOffice.Core;
using Xunit;

namespace PartnerOffice.Tests.Core.Meetings;

public sealed class MeetingTimeTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void An_end_before_the_start_is_past_midnight()
    {
        var time = MeetingTime.Of(new(2026, 9, 8), new(19, 0), null, new(0, 30), Berlin);

        Assert.Equal((new DateTime(2026, 9, 9, 0, 30, 0), new DateOnly(2026, 9, 9), TimeSpan.FromHours(5.5)), (time.End, time.LastDay, time.Duration));
    }

    [Fact]
    public void Midnight_belongs_to_the_day_before() =>
        Assert.Equal(new DateOnly(2026, 9, 8), MeetingTime.Of(new(2026, 9, 8), new(19, 0), null, new(0, 0), Berlin).LastDay);

    [Fact]
    public void A_night_in_which_the_clocks_go_back_has_an_hour_more_and_one_in_which_they_go_forward_an_hour_less()
    {
        var autumn = MeetingTime.Of(new(2026, 10, 24), new(20, 0), null, new(4, 0), Berlin);
        var spring = MeetingTime.Of(new(2026, 3, 28), new(20, 0), null, new(4, 0), Berlin);

        Assert.Equal((9, 7), ((int)autumn.Duration.TotalHours, (int)spring.Duration.TotalHours));
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 3, 0, 0, TimeSpan.Zero), autumn.EndsAt.ToUniversalTime());
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 2, 0, 0, TimeSpan.Zero), spring.EndsAt.ToUniversalTime());
    }

    [Theory]
    [InlineData(2, 30, 5, 0)]
    [InlineData(0, 30, 2, 15)]
    public void An_hour_that_the_clocks_leave_out_is_no_time(int startHour, int startMinute, int endHour, int endMinute)
    {
        var refused = Assert.Throws<MeetingException>(() => MeetingTime.Of(new(2026, 3, 29), new(startHour, startMinute), null, new(endHour, endMinute), Berlin));

        Assert.Equal("time-left-out", refused.Code);
    }

    [Fact]
    public void Of_an_hour_that_comes_twice_the_first_is_meant()
    {
        var time = MeetingTime.Of(new(2026, 10, 25), new(2, 30), null, new(5, 0), Berlin);

        Assert.True(time.IsTwiceOnTheClock);
        Assert.Equal(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero), time.StartsAt.ToUniversalTime());
    }

    [Fact]
    public void An_end_that_lies_before_the_start_on_a_named_day_is_refused() =>
        Assert.Equal("ends-before-it-starts", Assert.Throws<MeetingException>(() => MeetingTime.Of(new(2026, 9, 8), new(19, 0), new(2026, 9, 8), new(18, 0), Berlin)).Code);

    [Fact]
    public void A_board_that_meets_every_second_Tuesday_pauses_in_summer()
    {
        var series = MeetingSeries.Monthly(DistrictId.Parse("steinfurt"), new(2026, 6, 9), new(2026, 9, 30), [new AgreedPause("Sommerpause", new(2026, 7, 10), new(2026, 8, 2))]);

        Assert.Equal("steinfurt-202606-22", series.Id.ToString());
        Assert.Equal([new(2026, 7, 14)], series.Skipped);
        Assert.Equal([new(2026, 6, 9), new(2026, 8, 11), new(2026, 9, 8)], series.Days());
    }

    [Fact]
    public void A_fifth_Tuesday_is_the_last_of_each_month()
    {
        var series = MeetingSeries.Monthly(DistrictId.Parse("steinfurt"), new(2026, 6, 30), new(2026, 9, 30), []);

        Assert.Equal([new(2026, 6, 30), new(2026, 7, 28), new(2026, 8, 25), new(2026, 9, 29)], series.Days());
    }

    [Theory]
    [InlineData("2026-09-01", "2026-09-08", 6)]
    [InlineData("2026-09-08", "2026-09-08", 0)]
    [InlineData("2026-08-31", "2026-09-08", 7)]
    public void Whole_days_count_neither_the_day_of_the_invitation_nor_that_of_the_meeting(string sent, string meeting, int days) =>
        Assert.Equal(days, NoticePeriod.Between(DateOnly.Parse(sent, null), DateOnly.Parse(meeting, null)));
}
