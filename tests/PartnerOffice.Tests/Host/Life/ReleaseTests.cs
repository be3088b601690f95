using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Features.Sharing;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Life;

/// <summary>The secretary checks, a second person releases, the board approves, the service shares (R7).</summary>
public sealed class ReleaseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_later_meeting_approves_leaves_by_itself_on_the_next_working_day_at_nine()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes("07");
        // Friday evening.
        bench.Clock.Advance(new DateTimeOffset(2026, 8, 14, 20, 0, 0, TimeSpan.FromHours(2)) - bench.Clock.GetUtcNow());
        await life.ReleaseAsync(july);
        await bench.DriveAsync(Token);
        var before = await life.LibraryAsync();

        var august = Assert.IsType<ReleaseOutcome.Recorded>(await life.ReleaseAsync(Support.Life.Minutes("08", 11, july.Id)));
        var planned = await bench.Ledger.StatusAsync(life.DeliveryOf(july), Token);
        await bench.DriveAsync(Token, until: new DateTimeOffset(2026, 8, 17, 6, 59, 59, TimeSpan.Zero));
        var held = await bench.Ledger.StatusAsync(life.DeliveryOf(july), Token);
        await bench.DriveAsync(Token);

        Assert.Empty(before);
        Assert.Equal([july.Id], august.Approved.Select(release => release.Minutes));
        Assert.Equal(new DateTimeOffset(2026, 8, 17, 9, 0, 0, TimeSpan.FromHours(2)), planned.StartsAt);
        Assert.Equal(DeliveryState.Queued, held.State);
        Assert.Equal(DeliveryState.Delivered, (await bench.Ledger.StatusAsync(life.DeliveryOf(july), Token)).State);
        var delivered = await life.ReadAsync(Assert.Single(await life.LibraryAsync()).Value);
        Assert.Equal((ApprovalState.Approved, new DateOnly(2026, 8, 11), MinutesId.Parse("steinfurt-2026-08", null)), (delivered.Approval.State, delivered.Approval.ApprovedOn, delivered.Approval.ApprovedIn));
        Assert.Equal(4, delivered.Approval.ApprovedBy!.Vote!.Yes);
    }

    [Fact]
    public async Task The_own_people_are_told_before_it_leaves_and_can_hold_it_and_let_it_go()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.ReleaseAsync(july);
        await life.ApproveAsync(july);

        await bench.DriveAsync(Token, until: bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(5));
        var told = (await bench.Ledger.ListAsync(Token)).Single(delivery => delivery.Kind == DeliveryKind.Letter);
        var stopped = await bench.Ledger.Office.CancelAsync(life.DeliveryOf(july), "st-02", Token);
        bench.Clock.Advance(TimeSpan.FromDays(3));
        await bench.DriveAsync(Token);
        var kept = await life.LibraryAsync();
        await bench.Ledger.RetryAsync(life.DeliveryOf(july), Token);
        await bench.DriveAsync(Token);

        Assert.Equal(DeliveryState.Delivered, told.State);
        Assert.Equal(DeliveryState.Stopped, stopped!.State);
        Assert.Empty(kept);
        Assert.Equal(DeliveryState.Delivered, (await bench.Ledger.StatusAsync(life.DeliveryOf(july), Token)).State);
        Assert.Contains("geht am 4. August an den Partner", bench.Sandbox.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_begun_is_not_held_any_more()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        await life.DeliverAsync(Support.Life.Minutes());

        var status = await bench.Ledger.Office.CancelAsync(life.DeliveryOf(Support.Life.Minutes()), "st-02", Token);

        Assert.Equal(DeliveryState.Delivered, status!.State);
    }

    [Fact]
    public async Task Approved_with_changes_the_minutes_are_open_again_and_nothing_leaves_until_they_are_released_anew()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.ReleaseAsync(july);
        var august = Support.Life.Minutes("08", 11, july.Id);
        var item = august.Items[1];
        august = august with { Items = [.. august.Items.Select(one => one == item ? item with { Resolutions = [item.Resolutions[0] with { Wording = "Das Protokoll wird mit Änderungen genehmigt." }, .. item.Resolutions.Skip(1)] } : one)] };
        bench.Clock.Advance(TimeSpan.FromDays(9));

        await life.ReleaseAsync(august);
        var reopened = await bench.Ledger.Releases.LastAsync(life.Partnership.Id, july.Id, Token);
        bench.Clock.Advance(TimeSpan.FromDays(7));
        await bench.DriveAsync(Token);
        var kept = await life.LibraryAsync();
        var changed = july with { Items = [.. july.Items.Select((one, index) => index == 0 ? one with { Title = "Begrüßung und Formalien" } : one)] };
        var again = await life.ReleaseAsync(changed);
        await life.ApproveAsync(changed);
        await bench.DriveAsync(Token);

        Assert.Equal(ReleaseState.Reopened, reopened!.State);
        Assert.Empty(kept);
        Assert.True(Assert.IsType<ReleaseOutcome.Recorded>(again).IsNew);
        Assert.Equal("Begrüßung und Formalien", (await life.ReadAsync(Assert.Single(await life.LibraryAsync()).Value)).Items[0].Title);
    }

    [Fact]
    public async Task A_queued_edition_that_is_open_again_does_not_go_because_somebody_says_now()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.ReleaseAsync(july);
        await life.ApproveAsync(july);
        await life.ApproveAsync(july, withChanges: true);

        var status = await bench.Ledger.RetryAsync(life.DeliveryOf(july), Token);
        await bench.DriveAsync(Token);

        Assert.Equal(DeliveryState.Stopped, status!.State);
        Assert.Empty(await life.LibraryAsync());
    }

    [Fact]
    public async Task A_district_that_shares_from_the_release_on_sends_it_subject_to_approval_and_later_the_approved_one_in_its_place()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var early = DeliveryWorld.Partnership with { Districts = [.. DeliveryWorld.Partnership.Districts.Select(district => district with { Share = ShareFrom.Released })] };
        var life = new Support.Life(bench, early);
        var july = Support.Life.Minutes();

        await life.ReleaseAsync(july);
        await bench.DriveAsync(Token);
        var first = Assert.Single(await life.LibraryAsync());
        var provisional = await life.ReadAsync(first.Value);
        await life.ApproveAsync(july);
        await bench.DriveAsync(Token);
        var last = Assert.Single(await life.LibraryAsync());
        var approved = await life.ReadAsync(last.Value);

        Assert.Equal((ApprovalState.Released, ApprovalState.Approved), (provisional.Approval.State, approved.Approval.State));
        Assert.Equal(first.Value.Id, last.Value.Id);
        Assert.Contains("ist jetzt genehmigt", life.Mails(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_months_minutes_under_todays_date_are_a_copy_and_leave_the_old_ones_untouched()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);
        var before = bench.Sandbox.Describe();

        var copy = await life.ReleaseAsync(Support.Life.Minutes("08", 11) with { Id = july.Id });

        Assert.Equal(july.Date, Assert.IsType<ReleaseOutcome.IsCopy>(copy).Known.Date);
        Assert.Equal(before, bench.Sandbox.Describe());
    }

    [Fact]
    public async Task Only_a_second_person_with_the_role_releases()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        var people = life.Partnership.Find(july.District)!.People;
        var stranger = people.First(person => !ReleaseRights.HasRole(july, life.Partnership.Find(july.District), person.Name, new(2026, 8, 3)) && !ReleaseRights.IsMinuteTaker(july, null, person.Name));

        var taker = await Assert.ThrowsAsync<ShareException>(() => life.ReleaseAsync(july, july.MinuteTaker!));
        var other = await Assert.ThrowsAsync<ShareException>(() => life.ReleaseAsync(july, stranger.Name));

        Assert.Equal(("same-person", "not-entitled"), (taker.Code, other.Code));
        Assert.Empty(await bench.Ledger.Releases.ListAsync(life.Partnership.Id, Token));
    }

    [Fact]
    public async Task A_version_follows_the_last_one_and_one_that_left_is_not_changed()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.DeliverAsync(july);
        var changed = july with { Items = [.. july.Items.Skip(1)] };

        var same = await life.ReleaseAsync(july);
        var left = await life.ReleaseAsync(changed);
        var third = await life.ReleaseAsync(changed with { Version = new(3, "Zahl berichtigt") { Replaces = 2 } });

        Assert.False(Assert.IsType<ReleaseOutcome.Recorded>(same).IsNew);
        Assert.IsType<ReleaseOutcome.AlreadyDelivered>(left);
        Assert.Equal(1, Assert.IsType<ReleaseOutcome.WrongVersion>(third).Last.Version);
    }

    [Fact]
    public async Task Two_people_at_the_same_moment_do_not_approve_twice()
    {
        await using var bench = await CourierBench.StartAsync(Token);
        var life = new Support.Life(bench);
        var july = Support.Life.Minutes();
        await life.ReleaseAsync(july);
        var seen = await bench.Ledger.Releases.LastAsync(life.Partnership.Id, july.Id, Token);
        await life.ApproveAsync(july);

        var late = await bench.Ledger.Releases.ApproveAsync(new(seen!, "st-04", null, null), Token);

        Assert.IsType<ReleaseOutcome.ChangedMeanwhile>(late);
        Assert.Equal(ReleaseState.Approved, (await bench.Ledger.Releases.LastAsync(life.Partnership.Id, july.Id, Token))!.State);
    }

    [Theory]
    [InlineData("2026-08-13T20:00", "2026-08-14T09:00")]
    [InlineData("2026-08-14T08:00", "2026-08-17T09:00")]
    // Good Friday to Easter Monday, and the first of May.
    [InlineData("2027-03-25T12:00", "2027-03-30T09:00")]
    [InlineData("2026-04-30T12:00", "2026-05-04T09:00")]
    // Clocks go back in the night.
    [InlineData("2026-10-24T12:00", "2026-10-26T09:00")]
    public void The_hold_ends_on_the_next_working_day(string approved, string starts)
    {
        var district = DeliveryWorld.Partnership.Districts[0] with { HoldHours = null };

        var at = HoldTime.After(Local(approved, district), district);

        Assert.Equal(Local(starts, district), at);
    }

    [Fact]
    public void The_hold_may_be_hours() =>
        Assert.Equal(new DateTimeOffset(2026, 8, 15, 2, 0, 0, TimeSpan.Zero), HoldTime.After(new(2026, 8, 14, 2, 0, 0, TimeSpan.Zero), DeliveryWorld.Partnership.Districts[0] with { HoldHours = 24 }));

    private static DateTimeOffset Local(string text, District district)
    {
        var local = DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        return new(local, district.TimeZone.GetUtcOffset(local));
    }
}
