using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.OwnPeople;

/// <summary>What can be entered among the people, and what is refused, with whom, where and what to do.</summary>
public sealed class PeopleChangesTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);
    private static readonly DateOnly LastDay = new(2026, 12, 31);
    private static readonly Partnership Sample = PartnershipSample.Read();
    private static readonly DistrictId Steinfurt = Sample.Districts[0].Id;

    public static TheoryData<string, PeopleChange[]> Refused => new()
    {
        { "unknown-person", [new PeopleChange.TermEnded(Id("mse-01"), LastDay)] },
        { "id-taken", [new PeopleChange.PersonAdded(Id("st-03"), "Neu Person")] },
        { "id-taken", [new PeopleChange.PersonAdded(Id("mse-03"), "Neu Person")] },
        { "name-needed", [new PeopleChange.PersonAdded(Id("st-08"), "Neu")] },
        { "name-needed", [new PeopleChange.NameChanged(Id("st-03"), "Klara\nProbe", Today)] },
        { "name-not-yet", [new PeopleChange.NameChanged(Id("st-03"), "Carlo Probe", Today.AddDays(1))] },
        { "address-known", [new PeopleChange.AddressAdded(Id("st-03"), MailAddress.Parse("Clara.Probe@example.org"), true)] },
        { "no-such-address", [new PeopleChange.AddressRemoved(Id("st-03"), MailAddress.Parse("x@example.org"))] },
        { "terms-overlap", [new PeopleChange.TermBegun(Id("st-03"), new Term("Beisitz", true, LastDay, null))] },
        { "function-needed", [new PeopleChange.TermEnded(Id("st-06"), LastDay), new PeopleChange.TermBegun(Id("st-06"), new Term(" ", true, LastDay.AddDays(1), null))] },
        { "end-before-begin", [new PeopleChange.TermEnded(Id("st-03"), new(2025, 11, 21))] },
        { "end-before-begin", [new PeopleChange.RoleEnded(Id("st-05"), OfficeRole.Coordinator, false, new(2025, 12, 8))] },
        { "end-before-begin", [new PeopleChange.RoleGiven(Id("st-03"), OfficeRole.Secretary, true, LastDay, Today)] },
        { "no-such-term", [new PeopleChange.TermEnded(Id("st-06"), LastDay), new PeopleChange.TermEnded(Id("st-06"), LastDay.AddDays(9))] },
        { "ends-already", [new PeopleChange.TermEnded(Id("st-06"), LastDay), new PeopleChange.TermEnded(Id("st-06"), LastDay)] },
        { "role-without-term", [new PeopleChange.RoleGiven(Id("st-03"), OfficeRole.Secretary, true, new(2025, 1, 1), null)] },
        { "role-held", [new PeopleChange.RoleGiven(Id("st-04"), OfficeRole.Chair, false, LastDay, null)] },
        { "coordination-taken", [new PeopleChange.RoleGiven(Id("st-03"), OfficeRole.Coordinator, false, LastDay, null)] },
        { "no-such-role", [new PeopleChange.RoleEnded(Id("st-03"), OfficeRole.Chair, false, LastDay)] },
        { "last-holder", [new PeopleChange.TermEnded(Id("st-02"), LastDay)] },
        { "last-holder", [new PeopleChange.RoleEnded(Id("st-01"), OfficeRole.Chair, false, LastDay), new PeopleChange.RoleEnded(Id("st-04"), OfficeRole.Chair, true, LastDay)] },
        { "account-incomplete", [new PeopleChange.AccountChanged(Id("st-03"), AccountKind.Tenant, null, null)] },
        { "account-incomplete", [new PeopleChange.AccountChanged(Id("st-03"), AccountKind.None, "clara@example.org", null)] },
        { "account-incomplete", [new PeopleChange.AccountChanged(Id("st-03"), AccountKind.Tenant, "clara", null)] },
        { "account-taken", [new PeopleChange.AccountChanged(Id("st-03"), AccountKind.Tenant, "ANNA.BEISPIEL@steinfurt.onmicrosoft.example", null)] },
        { "public-person-known", [new PeopleChange.PublicPersonAdded("Meike Mandat", "Landtag")] },
        { "no-such-public-person", [new PeopleChange.PublicPersonRemoved("Nie Mand")] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_is_refused_with_its_reason_and_a_remedy(string code, PeopleChange[] changes)
    {
        var refusal = Assert.Throws<PeopleChangeException>(() => Apply(changes));

        Assert.Equal(code, refusal.Code);
        Assert.NotEmpty(refusal.Place);
        Assert.NotEmpty(refusal.Remedy.German);

        // Whoever would be the last one is named, whichever of several changes it was.
        Assert.Contains(refusal.Person, changes.Select(change => change.Concerns));
    }

    [Fact]
    public void Roles_end_with_the_term_and_do_not_come_to_life_again_with_the_next()
    {
        var ended = Apply(new PeopleChange.TermEnded(Id("st-01"), LastDay));
        var again = PeopleChanges.Apply(ended, Steinfurt, [new PeopleChange.TermBegun(Id("st-01"), new Term("Beisitz", true, new(2028, 1, 1), null))], Today).Districts[0];

        Assert.Equal(LastDay, again.Roles.Single(role => role.Person == Id("st-01")).Until);
        Assert.Empty(again.RolesOn(Id("st-01"), new(2028, 6, 1)));
    }

    [Fact]
    public void A_role_goes_on_through_a_new_function_that_follows_without_a_gap()
    {
        var district = Apply(new PeopleChange.TermEnded(Id("st-05"), LastDay), new PeopleChange.TermBegun(Id("st-05"), new Term("Beisitz", true, LastDay.AddDays(1), null))).Districts[0];

        Assert.Equal(Id("st-05"), district.CoordinatorOn(LastDay.AddDays(30))?.Id);
    }

    [Fact]
    public void The_coordination_changes_hands_in_one_step()
    {
        var district = Apply(
            new PeopleChange.RoleEnded(Id("st-05"), OfficeRole.Coordinator, false, LastDay),
            new PeopleChange.RoleGiven(Id("st-03"), OfficeRole.Coordinator, false, LastDay.AddDays(1), null)).Districts[0];

        Assert.Equal("st-05", district.CoordinatorOn(LastDay)?.Id.ToString());
        Assert.Equal("st-03", district.CoordinatorOn(LastDay.AddDays(1))?.Id.ToString());
    }

    [Fact]
    public void Whoever_joins_the_board_is_no_longer_on_the_list_of_members()
    {
        var district = Apply(new PeopleChange.PersonAdded(Id("st-08"), "Karin Kontrolle")).Districts[0];

        Assert.Equal(["Gerda Gast"], district.KnownPeople.Select(known => known.Name));
    }

    [Fact]
    public void The_other_district_stays_as_it_is()
    {
        var after = Apply(new PeopleChange.NameChanged(Id("st-03"), "Carlo Probe", Today));

        Assert.Same(Sample.Districts[1], after.Districts[1]);
        Assert.Equal("Carlo Probe", after.Districts[0].Find(Id("st-03"))!.Name);
    }

    [Fact]
    public void Nobody_gives_themselves_a_role_and_only_an_administrator_binds_an_account()
    {
        var (elif, bernd) = (Id("st-05"), Id("st-02"));
        IReadOnlySet<OfficeRole> coordinator = new HashSet<OfficeRole> { OfficeRole.Coordinator }, administrator = new HashSet<OfficeRole> { OfficeRole.Administrator }, chair = new HashSet<OfficeRole> { OfficeRole.Chair };

        Assert.False(PeopleRights.May(elif, coordinator, new PeopleChange.RoleGiven(elif, OfficeRole.Chair, true, Today, null)));
        Assert.True(PeopleRights.May(elif, coordinator, new PeopleChange.RoleGiven(bernd, OfficeRole.Chair, true, Today, null)));
        Assert.False(PeopleRights.May(elif, coordinator, new PeopleChange.RoleGiven(bernd, OfficeRole.Administrator, true, Today, null)));
        Assert.False(PeopleRights.May(elif, coordinator, new PeopleChange.AccountChanged(bernd, AccountKind.Tenant, "b@example.org", null)));
        Assert.True(PeopleRights.May(bernd, administrator, new PeopleChange.AccountChanged(elif, AccountKind.Tenant, "e@example.org", null)));
        Assert.False(PeopleRights.May(bernd, administrator, new PeopleChange.AccountChanged(bernd, AccountKind.Tenant, "e@example.org", null)));
        Assert.False(PeopleRights.May(Id("st-01"), chair, new PeopleChange.AddressAdded(bernd, MailAddress.Parse("b@example.org"), true)));
    }

    private static Partnership Apply(params PeopleChange[] changes) => PeopleChanges.Apply(Sample, Steinfurt, changes, Today);

    private static PersonId Id(string id) => PersonId.Parse(id);
}
