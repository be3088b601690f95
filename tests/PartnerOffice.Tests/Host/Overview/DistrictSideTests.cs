using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Overview;

/// <summary>What of the ledger one side may see of the other, and of itself.</summary>
public sealed class DistrictSideTests
{
    private static readonly DateOnly Today = new(2026, 8, 5);
    private static readonly District Own = DeliveryWorld.Partnership.Districts[0];
    private static readonly District Partner = DeliveryWorld.Partnership.Districts[1];

    [Theory]
    [InlineData(DeliveryState.Queued, StepState.Planned)]
    [InlineData(DeliveryState.Stopped, StepState.Planned)]
    [InlineData(DeliveryState.Running, StepState.Sending)]
    [InlineData(DeliveryState.Failed, StepState.Failed)]
    public void What_does_not_lie_with_the_other_board_is_not_there_for_it(DeliveryState state, StepState upload)
    {
        var picture = Picture([Edition("06", state, upload)], Release("06", approvedOn: new(2026, 8, 4), next: new(2026, 9, 1)));

        var seen = DistrictSide.Of(picture, DeliveryWorld.Partnership, Own, viewer: Partner, Today);

        Assert.Equal((0, 0, 0), (seen.Editions.Count, seen.Meetings.Count, seen.Duties.Count));
    }

    [Fact]
    public void An_edition_that_a_later_one_took_the_place_of_is_shown_once()
    {
        var first = Edition("06", DeliveryState.Delivered, StepState.Done);
        var second = Edition("06", DeliveryState.Delivered, StepState.Done, version: 2) with { Replaces = first.Delivery };

        var side = DistrictSide.Of(Picture([first, second], Release("06"), Release("06", version: 2)), DeliveryWorld.Partnership, Own, viewer: Partner, Today);

        Assert.Equal(2, Assert.Single(side.Editions).Version);
    }

    [Fact]
    public void What_was_taken_back_announces_no_meeting_any_more()
    {
        var picture = Picture([Edition("06", DeliveryState.Withdrawn, StepState.Done)], Release("06", state: ReleaseState.Withdrawn, approvedOn: new(2026, 7, 1), next: new(2026, 9, 1)));

        var side = DistrictSide.Of(picture, DeliveryWorld.Partnership, Own, viewer: Partner, Today);

        Assert.True(Assert.Single(side.Editions).IsTakenBack);
        Assert.Empty(side.Meetings);
        // It was shared when it was due.
        Assert.Equal(Standing.Met, Assert.Single(side.Duties).Obligation.On(Today));
    }

    [Fact]
    public void What_was_taken_back_before_it_left_is_owed_to_nobody()
    {
        var side = DistrictSide.Of(Picture([], Release("06", state: ReleaseState.Withdrawn, approvedOn: new(2026, 6, 1))), DeliveryWorld.Partnership, Own, viewer: Own, Today);

        Assert.Empty(side.Duties);
    }

    [Fact]
    public void A_correction_is_the_same_duty_and_a_provisional_edition_meets_it()
    {
        var provisional = Edition("06", DeliveryState.Delivered, StepState.Done, at: new(2026, 6, 10, 9, 0, 0, TimeSpan.Zero)) with { Topic = Consignment.Provisional };
        var corrected = Edition("06", DeliveryState.Delivered, StepState.Done, version: 2, at: new(2026, 8, 1, 9, 0, 0, TimeSpan.Zero));
        var releases = new[] { Release("06", approvedOn: new(2026, 6, 16)), Release("06", version: 2, approvedOn: new(2026, 7, 14)) };

        var duty = Assert.Single(DistrictSide.Of(Picture([provisional, corrected], releases), DeliveryWorld.Partnership, Own, viewer: Own, Today).Duties);

        Assert.Equal((new DateOnly(2026, 6, 30), new DateOnly(2026, 6, 10)), (duty.Obligation.Due, duty.Obligation.MetOn));
    }

    [Fact]
    public void What_a_lost_ledger_does_not_know_is_named_by_its_id()
    {
        var edition = Assert.Single(DistrictSide.Of(Picture([Edition("06", DeliveryState.Delivered, StepState.Done)]), DeliveryWorld.Partnership, Own, viewer: Partner, Today).Editions);

        Assert.Equal(("steinfurt-2026-06", null), (edition.Number, edition.Meeting));
    }

    internal static LedgerPicture Picture(IReadOnlyList<DeliveryStatus> deliveries, params IReadOnlyList<Release> releases) => new(releases, deliveries, null);

    internal static Release Release(string month, int version = 1, ReleaseState state = ReleaseState.Approved, DateOnly? approvedOn = null, DateOnly? next = null) => new(
        DeliveryWorld.Partnership.Id, Id(month), version, Own.Id, $"KV-ST 2026/{month}", new(2026, 6, 9), MeetingKind.BoardMeeting, state, "st-01",
        new(2026, 6, 10, 9, 0, 0, TimeSpan.Zero), "", approvedOn is { } on ? new ApprovalNote(on, null, null) : null)
    {
        Next = next is { } day ? new(day, null, null) : null,
    };

    internal static DeliveryStatus Edition(string month, DeliveryState state, StepState upload, int version = 1, DateTimeOffset? at = null, DeliveryKind kind = DeliveryKind.Edition) => new(
        DeliveryId.Of(DeliveryWorld.Partnership.Id, Id(month), version, Own.Id, Partner.Id, kind), Id(month), version, state,
        [new StepStatus(DeliveryStep.Upload, upload, upload == StepState.Planned ? 0 : 1, at ?? new(2026, 6, 16, 9, 0, 0, TimeSpan.Zero), null, "https://mse.example.org/06.docx", null)], "")
    {
        Partnership = DeliveryWorld.Partnership.Id,
        From = Own.Id,
        To = Partner.Id,
        Kind = kind,
    };

    private static MinutesId Id(string month) => MinutesId.Parse($"steinfurt-2026-{month}", null);
}
