using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.Retreats;

/// <summary>What both districts agree on, and when it binds both (R24, clause 5).</summary>
public sealed class RetreatTests
{
    private static readonly Partnership Partnership = PartnershipSample.Read();
    private static readonly (DistrictId Steinfurt, DistrictId Mse) Of = (Partnership.Districts[0].Id, Partnership.Districts[1].Id);
    private static readonly DateOnly Today = new(2027, 1, 4);
    private static readonly RetreatTerms.Meet April = new(Of.Steinfurt, new(2027, 4, 10), new(2027, 4, 11));

    [Fact]
    public void A_proposal_binds_nobody_until_the_other_side_confirms_it()
    {
        var proposed = New().Propose(April, Of.Steinfurt, Today);

        Assert.Equal((RetreatState.Proposed, null), (proposed.On(Today, 2), proposed.Fixed));
        Assert.Equal("own-proposal", Assert.Throws<RetreatException>(() => proposed.Confirm(Of.Steinfurt)).Code);
        Assert.Equal((RetreatState.Agreed, April), (proposed.Confirm(Of.Mse).On(Today, 2), proposed.Confirm(Of.Mse).Fixed));
        Assert.Equal(April, proposed.Propose(April, Of.Mse, Today).Fixed);
        Assert.Equal("nothing-proposed", Assert.Throws<RetreatException>(() => New().Confirm(Of.Mse)).Code);
    }

    [Fact]
    public void A_changed_host_or_day_needs_both_again_and_what_was_agreed_holds_meanwhile()
    {
        var agreed = New().Propose(April, Of.Steinfurt, Today).Confirm(Of.Mse);
        var otherDay = April with { Day = new(2027, 5, 8), LastDay = new(2027, 5, 8) };

        foreach (var changed in (RetreatTerms.Meet[])[otherDay, April with { Host = Of.Mse }])
        {
            var asked = agreed.Propose(changed, Of.Mse, Today);
            Assert.Equal((April, Of.Mse), (asked.Fixed, asked.Offer!.By));
            Assert.Equal(changed, asked.Confirm(Of.Steinfurt).Fixed);
            Assert.Equal((April, null), (asked.Decline().Fixed, asked.Decline().Offer));
        }
    }

    [Fact]
    public void Only_both_together_waive_a_year()
    {
        var asked = New().Propose(new RetreatTerms.Waive(), Of.Mse, Today);

        Assert.Equal(RetreatState.Proposed, asked.On(Today, 2));
        Assert.Single(RetreatDuty.Of(2027, [asked], Partnership));
        var waived = asked.Confirm(Of.Steinfurt);
        Assert.Equal(RetreatState.Waived, waived.On(Today, 2));
        Assert.Empty(RetreatDuty.Of(2027, [waived], Partnership));
        Assert.Single(RetreatDuty.Of(2027, [waived.Cancel()], Partnership));
    }

    [Fact]
    public void What_took_place_is_recorded_afterwards_and_is_over_then()
    {
        var agreed = New().Propose(April, Of.Steinfurt, Today).Confirm(Of.Mse);

        Assert.Equal("lies-ahead", Assert.Throws<RetreatException>(() => agreed.Record(Boards(3, 2), new(2027, 4, 9))).Code);
        Assert.Equal("not-agreed", Assert.Throws<RetreatException>(() => New().Record(Boards(3, 2), Today)).Code);
        Assert.Equal((RetreatState.Agreed, RetreatState.Unrecorded), (agreed.On(new(2027, 4, 11), 2), agreed.On(new(2027, 4, 12), 2)));
        var held = agreed.Record(Boards(3, 2), new(2027, 4, 12));
        Assert.Equal((RetreatState.Held, RetreatState.TooFew), (held.On(new(2027, 4, 12), 2), held.On(new(2027, 4, 12), 3)));
        Assert.Equal("retreat-over", Assert.Throws<RetreatException>(() => held.Propose(April, Of.Mse, Today)).Code);
        Assert.Equal("retreat-over", Assert.Throws<RetreatException>(() => held.Cancel()).Code);
        Assert.Equal("retreat-cancelled", Assert.Throws<RetreatException>(() => agreed.Cancel().Propose(April, Of.Mse, Today)).Code);
    }

    [Fact]
    public void The_turn_follows_from_what_took_place()
    {
        var first = Held(2027, Of.Steinfurt, 3, 2);

        Assert.Equal(Of.Steinfurt, RetreatTurn.In(2027, [first], Partnership).Host);
        Assert.Equal(Of.Mse, RetreatTurn.In(2028, [first], Partnership).Host);
        // Agreed for 2028 with the same host once more: then it is the other's turn all the same.
        Assert.Equal(Of.Mse, RetreatTurn.In(2029, [first, Held(2028, Of.Steinfurt, 3, 3)], Partnership).Host);
        // Cancelled, waived, too few: the turn stays, and the last is told with its reason.
        var tooFew = Held(2028, Of.Mse, 1, 4);
        var turn = RetreatTurn.In(2029, [first, tooFew, Held(2028, Of.Mse, 4, 4) with { IsCancelled = true }], Partnership);
        Assert.Equal(Of.Mse, turn.Host);
        Assert.Equal("Die Klausur am 10.04.2028 ändert die Reihe nicht: Aus Steinfurt waren nur 1 dabei, vereinbart sind mindestens 2.", turn.Reasons[^1].German);
        // What is agreed and lies ahead is taken to take place.
        Assert.Equal(Of.Mse, RetreatTurn.In(2028, [New().Propose(April, Of.Mse, Today).Confirm(Of.Steinfurt)], Partnership).Host);
    }

    [Fact]
    public void While_nobody_agreed_on_who_begins_both_owe_it()
    {
        var open = Partnership with { Retreats = RetreatSettings.Default };

        Assert.Null(RetreatTurn.In(2027, [], open).Host);
        Assert.Equal([Of.Steinfurt, Of.Mse], RetreatDuty.Of(2027, [], open).Select(duty => duty.Owner));
    }

    [Fact]
    public void The_duty_is_the_hosts_and_shows_to_the_partner_from_its_due_day_on()
    {
        var duty = Assert.Single(RetreatDuty.Of(2027, [], Partnership));

        Assert.Equal((5, Of.Steinfurt, new DateOnly(2027, 12, 31), new DateOnly(2027, 10, 2)), (duty.Clause.Number, duty.Owner, duty.Due, duty.OwnerSeesFrom));
        Assert.Equal([Standing.Open, Standing.DueSoon, Standing.Overdue], ((DateOnly[])[new(2027, 10, 1), new(2027, 12, 31), new(2028, 1, 1)]).Select(duty.On));
        Assert.False(duty.IsSeenBy(Of.Mse, new(2027, 12, 30)));
        var late = Assert.Single(RetreatDuty.Of(2027, [Held(2027, Of.Steinfurt, 3, 2) with { Agreed = April with { Day = new(2028, 2, 5), LastDay = new(2028, 2, 5) } }], Partnership));
        Assert.Equal(Standing.MetLate, late.On(new(2028, 2, 5)));
        Assert.Null(Assert.Single(RetreatDuty.Of(2027, [Held(2027, Of.Steinfurt, 3, 1)], Partnership)).MetOn);
        Assert.Equal([2027, 2028, 2029], RetreatDuty.All([], Partnership, 2027, new(2029, 3, 1)).Select(one => one.Due.Year));
    }

    [Fact]
    public void The_minutes_say_who_took_part()
    {
        var sample = Samples.Minutes;
        Attendee One(string id, AttendanceStatus status, bool voting = true) => new(id, "Wer auch immer", null, id.StartsWith("st", StringComparison.Ordinal) ? "steinfurt" : "mse", status, voting, []);
        var minutes = sample with
        {
            Attendance = [One("st-01", AttendanceStatus.Present), One("st-02", AttendanceStatus.Excused), One("st-03", AttendanceStatus.Online), One("mse-01", AttendanceStatus.Present), One("mse-02", AttendanceStatus.Guest), One("mse-03", AttendanceStatus.Present, voting: false)],
        };

        Assert.Equal(["steinfurt: st-01 st-03", "mse: mse-01"], BoardPresence.Of(minutes, Partnership).Select(board => $"{board.District}: {string.Join(' ', board.Members)}"));
    }

    private static Retreat New(int year = 2027) => new(RetreatId.Of(year, 1), year);

    private static Retreat Held(int year, DistrictId host, int steinfurt, int mse) => new(RetreatId.Of(year, 1), year)
    {
        Agreed = new RetreatTerms.Meet(host, new(year, 4, 10), new(year, 4, 10)),
        Attended = Boards(steinfurt, mse),
    };

    private static BoardPresence[] Boards(int steinfurt, int mse) => [new(Of.Steinfurt, [.. Ids(0).Take(steinfurt)]), new(Of.Mse, [.. Ids(1).Take(mse)])];

    private static IEnumerable<PersonId> Ids(int district) => Partnership.Districts[district].People.Select(person => person.Id);
}
