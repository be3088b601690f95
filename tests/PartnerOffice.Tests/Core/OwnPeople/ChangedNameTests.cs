using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.OwnPeople;

/// <summary>A person keeps being the same under another name.</summary>
public sealed class ChangedNameTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);

    [Fact]
    public void Whoever_took_minutes_under_an_earlier_name_does_not_release_them_under_the_new_one()
    {
        var (minutes, district) = (Samples.Minutes, Renamed(Samples.Minutes.MinuteTaker!, "Berna Muster"));

        Assert.True(ReleaseRights.IsMinuteTaker(minutes, district, "Berna Muster"));
        Assert.False(ReleaseRights.IsMinuteTaker(minutes, district, "Anna Beispiel"));
    }

    [Fact]
    public void Whoever_chaired_under_an_earlier_name_may_release_under_the_new_one_and_the_earlier_release_stays_good()
    {
        var (minutes, district) = (Samples.Minutes, Renamed(Samples.Minutes.Chair!, "Arno Beispiel"));

        Assert.True(ReleaseRights.HasRole(minutes, district, "Arno Beispiel", Today));
        Assert.True(ReleaseRights.HasRole(minutes, district, Samples.Minutes.Chair!, Today));
    }

    [Fact]
    public void The_chair_of_an_ended_term_still_releases_its_minutes_and_no_later_ones()
    {
        var sample = PartnershipSample.Read();
        var after = PeopleChanges.Apply(sample, sample.Districts[0].Id, [new PeopleChange.TermEnded(PersonId.Parse("st-01"), new(2026, 11, 1))], Today).Districts[0];
        var own = Samples.Minutes with { Chair = "Dirk Vorlage" };

        Assert.True(ReleaseRights.HasRole(own, after, "Anna Beispiel", Today));
        Assert.False(ReleaseRights.HasRole(own with { Date = new(2026, 11, 10) }, after, "Anna Beispiel", Today));
    }

    private static District Renamed(string name, string becomes)
    {
        var sample = PartnershipSample.Read();
        var person = sample.Districts[0].People.Single(one => one.Name == name).Id;
        return PeopleChanges.Apply(sample, sample.Districts[0].Id, [new PeopleChange.NameChanged(person, becomes, Today)], Today).Districts[0];
    }
}
