using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Features.Overview;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Host.Overview;

/// <summary>What wants a person, how urgently, and what a press of a button does about it.</summary>
public sealed class MattersTests
{
    private static readonly DateTimeOffset Now = OverviewWorld.Now;
    private static readonly District Own = DeliveryWorld.Partnership.Districts[0];
    private static readonly District Partner = DeliveryWorld.Partnership.Districts[1];

    [Theory]
    [InlineData(DeliveryState.Failed, MatterOf.WentWrong, "start", "stehen geblieben")]
    [InlineData(DeliveryState.Uncertain, MatterOf.WentWrong, "start", "Unklar")]
    [InlineData(DeliveryState.Refused, MatterOf.WentWrong, "", "Nicht angenommen")]
    [InlineData(DeliveryState.Stopped, MatterOf.NeedsPerson, "start", "Angehalten")]
    [InlineData(DeliveryState.Running, MatterOf.OnTheWay, "", "Unterwegs")]
    public void Each_state_of_an_edition_says_what_to_do(DeliveryState state, MatterOf weight, string calls, string words) =>
        AssertOne(DistrictSideTests.Edition("06", state, StepState.Sending), weight, calls, words);

    [Fact]
    public void An_edition_that_waits_for_its_time_can_leave_now_or_be_held() =>
        AssertOne(DistrictSideTests.Edition("06", DeliveryState.Queued, StepState.Planned) with { StartsAt = Now.AddHours(21) }, MatterOf.OnTheWay, "start hold", "Wird morgen um 9:00 Uhr übermittelt.");

    [Fact]
    public void What_waits_for_the_partner_s_set_up_loses_nothing_and_asks_for_nothing() =>
        AssertOne(With(DistrictSideTests.Edition("06", DeliveryState.Running, StepState.Planned), "not-set-up"), MatterOf.OnTheWay, "", "Nichts ist verloren.");

    [Fact]
    public void What_waits_for_Microsoft_can_be_tried_again() =>
        AssertOne(With(DistrictSideTests.Edition("06", DeliveryState.Running, StepState.Planned), "unavailable"), MatterOf.OnTheWay, "start", "von selbst wiederholt");

    [Fact]
    public void A_file_that_the_partner_deleted_is_asked_about() =>
        AssertOne(DistrictSideTests.Edition("06", DeliveryState.Delivered, StepState.Done) with { Verdict = StepError.RemovedByPartner }, MatterOf.WentWrong, "", "Der Partner hat die Datei gelöscht.");

    [Fact]
    public void A_recall_is_asked_about_until_it_is_confirmed()
    {
        var recall = DistrictSideTests.Edition("06", DeliveryState.Delivered, StepState.Done, kind: DeliveryKind.Recall);

        AssertOne(recall, MatterOf.NeedsPerson, "confirmation", "noch nicht bestätigt");
        Assert.Empty(All(DistrictSideTests.Picture([recall with { ConfirmedAt = Now }])));
    }

    [Fact]
    public void What_is_done_or_was_overtaken_is_nobody_s_matter()
    {
        var held = DistrictSideTests.Edition("06", DeliveryState.Stopped, StepState.Planned);

        Assert.Empty(All(DistrictSideTests.Picture([DistrictSideTests.Edition("06", DeliveryState.Delivered, StepState.Done)], DistrictSideTests.Release("06"))));
        Assert.Empty(All(DistrictSideTests.Picture([DistrictSideTests.Edition("06", DeliveryState.Withdrawn, StepState.Done)], DistrictSideTests.Release("06", state: ReleaseState.Withdrawn))));
        Assert.Empty(All(DistrictSideTests.Picture([held], DistrictSideTests.Release("06", state: ReleaseState.Withdrawn))));
        Assert.Empty(All(DistrictSideTests.Picture([held, DistrictSideTests.Edition("06", DeliveryState.Delivered, StepState.Done, version: 2)], DistrictSideTests.Release("06"))));
        // A letter that was overtaken by events is stopped by the service itself.
        Assert.Empty(All(DistrictSideTests.Picture([DistrictSideTests.Edition("06", DeliveryState.Stopped, StepState.Planned, kind: DeliveryKind.Letter)])));
    }

    [Fact]
    public void Minutes_that_are_open_again_or_wait_for_approval_say_so()
    {
        var all = All(DistrictSideTests.Picture([], DistrictSideTests.Release("05", state: ReleaseState.Released), DistrictSideTests.Release("06", state: ReleaseState.Reopened)));

        Assert.Equal([MatterWeight.NeedsPerson, MatterWeight.OnTheWay], all.Select(matter => matter.Weight));
        Assert.Contains("wieder offen", all[0].Sentence.German, StringComparison.Ordinal);
        Assert.Contains("wartet auf die Genehmigung", all[1].Sentence.German, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_points_of_the_set_up_are_a_matter_too()
    {
        var matter = Assert.Single(All(DistrictSideTests.Picture([]), new KeptCheckup(2, Now)));

        Assert.Equal(("einrichtung", "2 Punkte sind noch offen, geprüft Mi., 05.08., 12:00 Uhr."), (matter.Part, matter.Sentence.German));
        Assert.Empty(All(DistrictSideTests.Picture([]), new KeptCheckup(0, Now)));
    }

    /// <summary>As <see cref="MatterWeight"/>, for the tables of tests.</summary>
    public enum MatterOf
    {
        OnTheWay,
        NeedsPerson,
        WentWrong,
    }

    private static void AssertOne(DeliveryStatus delivery, MatterOf weight, string calls, string words)
    {
        var matter = Assert.Single(All(DistrictSideTests.Picture([delivery], DistrictSideTests.Release("06"))));

        Assert.Equal(weight.ToString(), matter.Weight.ToString());
        Assert.Equal(("KV-ST 2026/06", delivery.Delivery, calls), (matter.Number, matter.Delivery, string.Join(' ', matter.Actions.Select(action => action.Call))));
        Assert.Contains(words, matter.Sentence.German, StringComparison.Ordinal);
    }

    private static DeliveryStatus With(DeliveryStatus delivery, string error) => delivery with { Steps = [delivery.Steps[0] with { Attempts = 2, Error = error }] };

    private static IReadOnlyList<Matter> All(LedgerPicture picture, KeptCheckup? checkup = null) =>
        new Matters(picture, Own, Partner, Now, new SpokenDates(Language.German, Own.TimeZone), checkup).All();
}
