using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.Checking;

public sealed class ChangedMinutesTests
{
    public static TheoryData<string> Files => [.. ChangedMinutes.All.Select(changed => changed.File)];

    public static TheoryData<string> Rules => [.. MinutesCheck.RuleIds];

    [Fact]
    public void The_sample_as_it_is_has_no_finding()
    {
        var minutes = Samples.Minutes;

        var findings = MinutesCheck.Run(minutes, CheckContext.For(minutes, PartnershipSample.Read(), ChangedMinutes.Today));

        Assert.Empty(findings);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Changed_minutes_have_the_findings_of_their_change_and_no_others(string file)
    {
        var changed = ChangedMinutes.Of(file);

        var findings = changed.Check();

        Assert.Equal(changed.Raises, findings.Select(ChangedMinutes.Raised.Of));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_an_example_that_breaks_it_and_one_that_only_looks_so(string rule)
    {
        var examples = ChangedMinutes.All.Where(changed => changed.Rule == rule).ToList();

        Assert.Contains(examples, changed => changed.Raises.Any(raised => raised.Rule == rule));
        Assert.Contains(examples, changed => changed.Raises.All(raised => raised.Rule != rule));
    }

    [Fact]
    public void The_index_names_every_changed_sample()
    {
        var files = Directory.GetFiles(Samples.PathOf(ChangedMinutes.Folder)).Select(file => Path.GetFileName(file)!).Where(name => name != "index.json");

        Assert.Equal(files.Order(), ChangedMinutes.All.Select(changed => changed.File).Order());
    }

    [Fact]
    public void Every_change_changes_something_unless_it_says_that_it_only_looks()
    {
        var sample = MinutesJson.Write(Samples.Minutes);

        Assert.All(ChangedMinutes.All.Where(changed => changed.Raises.Count > 0), changed => Assert.NotEqual(sample, MinutesJson.Write(changed.Minutes())));
    }
}
