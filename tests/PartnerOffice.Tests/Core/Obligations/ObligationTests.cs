using PartnerOffice.Core;
using Xunit;

namespace PartnerOffice.Tests.Core.Obligations;

/// <summary>When a duty is due, how it stands, and who sees it.</summary>
public sealed class ObligationTests
{
    private static readonly DistrictId Owner = DistrictId.Parse("steinfurt");
    private static readonly DistrictId Partner = DistrictId.Parse("mse");

    // A table of days and standings, written by hand from clause 4 and R24: due on Friday, 28 August, noticed fourteen days before.
    [Theory]
    [InlineData("2026-08-13", Standing.Open, false, false)]
    [InlineData("2026-08-14", Standing.DueSoon, true, false)]
    [InlineData("2026-08-27", Standing.DueSoon, true, false)]
    [InlineData("2026-08-28", Standing.DueSoon, true, true)]
    [InlineData("2026-08-29", Standing.Overdue, true, true)]
    public void While_it_is_owed_its_own_side_sees_it_first(string day, Standing standing, bool ownerSees, bool partnerSees)
    {
        var duty = Due(new(2026, 8, 28));
        var on = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal((standing, ownerSees, partnerSees), (duty.On(on), duty.IsSeenBy(Owner, on), duty.IsSeenBy(Partner, on)));
    }

    [Theory]
    [InlineData("2026-08-28", Standing.Met)]
    [InlineData("2026-08-29", Standing.MetLate)]
    public void What_is_done_on_the_due_day_is_done_in_time(string metOn, Standing standing)
    {
        var met = DateOnly.Parse(metOn, System.Globalization.CultureInfo.InvariantCulture);
        var duty = Due(new(2026, 8, 28)) with { MetOn = met };

        Assert.Equal(standing, duty.On(met));
        Assert.True(duty.IsSeenBy(Partner, met));
        // The day before nobody knew.
        Assert.NotEqual(standing, duty.On(met.AddDays(-1)));
    }

    [Theory]
    // Two weeks later, a Tuesday.
    [InlineData("2026-06-16", 14, "2026-06-30")]
    // A Saturday, so the Monday after it.
    [InlineData("2026-08-08", 14, "2026-08-24")]
    // The fourteen days of the summer break do not count.
    [InlineData("2026-07-14", 14, "2026-08-11")]
    // Begun in the break: counted from its end.
    [InlineData("2026-07-25", 14, "2026-08-17")]
    // Good Friday and Easter Monday are no days for work.
    [InlineData("2026-04-01", 2, "2026-04-07")]
    // At once, on a Sunday.
    [InlineData("2026-08-09", 0, "2026-08-10")]
    public void It_falls_due_on_a_working_day_outside_of_the_agreed_pauses(string start, int days, string due)
    {
        HashSet<DateOnly> holidays = [new(2026, 4, 3), new(2026, 4, 6)];
        var calendar = new WorkCalendar([new("Sommerpause", new(2026, 7, 20), new(2026, 8, 2))], holidays.Contains);

        var found = calendar.DueAfter(DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture), days);

        Assert.Equal(due, found.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        Assert.True(calendar.IsWorkday(found));
    }

    [Fact]
    public void Sharing_minutes_is_a_duty_of_clause_four_with_the_figures_both_boards_agreed_on()
    {
        var settings = new ObligationSettings(10, 4, 4, 90, 2, 7, 14, []);
        var minutes = MinutesId.Parse("steinfurt-2026-07", null);

        var duty = SharingDuty.Of(minutes, Owner, approvedOn: new(2026, 8, 11), sharedOn: new DateOnly(2026, 8, 12), settings, new WorkCalendar([], _ => false));

        Assert.Equal(new Obligation(ObligationId.OfSharing(minutes), Clause.Information, Owner, new(2026, 8, 21), 7) { MetOn = new(2026, 8, 12) }, duty);
        Assert.Equal(("share-minutes/steinfurt-2026-07", "4", new DateOnly(2026, 8, 14)), (duty.Id.ToString(), duty.Clause.ToString(), duty.OwnerSeesFrom));
    }

    [Fact]
    public void The_contract_has_seven_clauses()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Clause(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Clause(8));
    }

    private static Obligation Due(DateOnly due) => new(ObligationId.OfSharing(MinutesId.Parse("steinfurt-2026-07", null)), Clause.Information, Owner, due, 14);
}
