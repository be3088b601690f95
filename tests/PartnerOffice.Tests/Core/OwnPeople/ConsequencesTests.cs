using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.OwnPeople;

/// <summary>What a person is shown before a change among the people takes effect.</summary>
public sealed class ConsequencesTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);
    private static readonly DateOnly LastDay = new(2026, 12, 31);
    private static readonly DateOnly Next = new(2027, 1, 1);
    private static readonly Partnership Sample = PartnershipSample.Read();
    private static readonly DistrictId Steinfurt = Sample.Districts[0].Id;

    [Fact]
    public void The_end_of_the_chairs_term_says_quorum_release_duties_access_and_what_may_still_be_released()
    {
        var old = new ReleasedMinutes(MinutesId.Parse("steinfurt-2026-10", null), new(2026, 10, 13), IsOpen: true);
        var done = new ReleasedMinutes(MinutesId.Parse("steinfurt-2026-09", null), new(2026, 9, 8), IsOpen: false);

        var seen = Of(new() { Released = [old, done] }, new PeopleChange.TermEnded(Id("st-01"), LastDay));

        Assert.Equal((7, 4, 6, 4), seen.OfType<Consequence.Quorum>().Select(one => (one.VotingBefore, one.NeededBefore, one.Voting, one.Needed)).Single());
        Assert.Equal(["st-04", "st-05"], Ids(seen.OfType<Consequence.Releasing>().Single().Now));
        var chair = seen.OfType<Consequence.Duties>().Single();
        Assert.Equal((OfficeRole.Chair, false, Next), (chair.Role, chair.IsDeputy, chair.From));
        Assert.Equal(Id("st-01"), seen.OfType<Consequence.Access>().Single().Person.Id);
        Assert.Equal(["steinfurt-2026-10"], seen.OfType<Consequence.StillReleasing>().Single().Open.Select(id => id.ToString()));
        Assert.Equal(OfficeRole.Chair, seen.OfType<Consequence.RoleEnds>().Single().Role);
        Assert.All(seen, one => Assert.NotEmpty(one.Sentence.German));
    }

    [Fact]
    public void A_coordinator_who_goes_moves_duties_and_mails()
    {
        IReadOnlyList<string> Receivers(District district, DateOnly day) => district.CoordinatorOn(day) is { } one ? [one.Id.ToString()] : [];

        var seen = Of(
            new() { MailOfPartner = Receivers },
            new PeopleChange.RoleEnded(Id("st-05"), OfficeRole.Coordinator, false, LastDay), new PeopleChange.RoleGiven(Id("st-03"), OfficeRole.Coordinator, false, Next, null));

        var mail = seen.OfType<Consequence.Mails>().Single();
        Assert.Equal((true, Next, "st-05", "st-03"), (mail.IsPartners, mail.From, mail.Before.Single(), mail.Now.Single()));
        Assert.Equal("st-03", seen.OfType<Consequence.Duties>().Single().Now.Single().Id.ToString());
        Assert.Empty(seen.OfType<Consequence.RoleEnds>());
        Assert.Empty(seen.OfType<Consequence.Access>());
    }

    [Fact]
    public void Planned_meetings_say_who_is_to_be_invited_and_who_is_not()
    {
        var (before, after) = (new FutureMeeting("KV-ST 2026/12", LastDay), new FutureMeeting("KV-ST 2027/01", Next.AddDays(12)));

        var seen = Of(
            new() { Meetings = [before, after] },
            new PeopleChange.TermEnded(Id("st-06"), LastDay), new PeopleChange.PersonAdded(Id("st-08"), "Lia Liste"), new PeopleChange.TermBegun(Id("st-08"), new Term("Beisitz", true, Next, null)));

        var changed = seen.OfType<Consequence.Invitations>().Single();
        Assert.Equal((after, "st-08", "st-06"), (changed.Meeting, changed.Added.Single().Id.ToString(), changed.Dropped.Single().Id.ToString()));
        Assert.Empty(seen.OfType<Consequence.Quorum>());
    }

    [Fact]
    public void A_changed_name_lists_the_minutes_that_could_be_re_issued_by_their_ids_alone()
    {
        ReleasedMinutes Released(string month, int day) => new(MinutesId.Parse($"steinfurt-2026-{month}", null), new(2026, int.Parse(month, System.Globalization.CultureInfo.InvariantCulture), day), IsOpen: false);

        var seen = Of(new() { Released = [Released("09", 8), Released("11", 10)] }, new PeopleChange.NameChanged(Id("st-03"), "Carlo Probe", new(2026, 10, 1)));

        var name = Assert.IsType<Consequence.Name>(Assert.Single(seen));
        Assert.Equal(["steinfurt-2026-11"], name.MadeSince.Select(id => id.ToString()));
        Assert.Equal(["steinfurt-2026-09"], name.Earlier.Select(id => id.ToString()));
        Assert.DoesNotContain("Probe", name.Sentence.German, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_changes_nothing_else() =>
        Assert.Empty(Of(new(), new PeopleChange.AddressAdded(Id("st-07"), MailAddress.Parse("ingo@example.org"), true)));

    private static IReadOnlyList<Consequence> Of(PeopleSurroundings surroundings, params PeopleChange[] changes) =>
        Consequences.Of(Sample, PeopleChanges.Apply(Sample, Steinfurt, changes, Today), Steinfurt, changes, surroundings);

    private static IEnumerable<string> Ids(IReadOnlyList<Person> people) => people.Select(person => person.Id.ToString());

    private static PersonId Id(string id) => PersonId.Parse(id);
}
