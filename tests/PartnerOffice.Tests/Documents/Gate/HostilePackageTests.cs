using PartnerOffice.Documents.Gate;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Gate;

public sealed class HostilePackageTests
{
    public static TheoryData<string> Names => [.. HostilePackages.All.Select(hostile => hostile.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_means_harm_is_refused_for_its_reason_and_what_only_must_not_travel_comes_in(string name)
    {
        var hostile = HostilePackages.All.Single(hostile => hostile.Name == name);
        var file = hostile.Make();

        var refusal = Record.Exception(() => PackageGate.Inspect(file, hostile.Kind));

        if (hostile.Expected is null)
        {
            Assert.Null(refusal);
            return;
        }

        Assert.Equal(hostile.Expected, Assert.IsType<GateRefusal>(refusal).Code);
    }

    [Fact]
    public void Names_of_hostile_files_are_unique() => Assert.Equal(HostilePackages.All.Count, Names.Distinct().Count());

    [Fact]
    public void There_is_a_hostile_file_for_every_reason_but_the_size_of_the_file() =>
        Assert.Equal(
            Enum.GetValues<GateCode>().Where(code => code != GateCode.TooLarge).ToHashSet(),
            HostilePackages.All.Select(hostile => hostile.Expected).OfType<GateCode>().ToHashSet());
}
