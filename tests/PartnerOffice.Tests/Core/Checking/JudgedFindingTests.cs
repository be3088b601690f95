using PartnerOffice.Core;
using Xunit;

namespace PartnerOffice.Tests.Core.Checking;

public sealed class JudgedFindingTests
{
    [Fact]
    public void A_reason_lets_an_error_about_what_happened_pass()
    {
        var findings = ChangedMinutes.Of("more-votes-than-people.json").Check();
        Assert.True(GivenReason.TryParse("v5: TOP 3, Beschluss B 2026-07-03", "Eine Stimme kam am Telefon.", out var acceptance));

        var judged = Assert.Single(JudgedFinding.Judge(findings, [acceptance]));

        Assert.False(judged.IsOpen);
        Assert.Equal("Eine Stimme kam am Telefon.", judged.Reason);
    }

    [Theory]
    [InlineData("number-twice.json")]
    [InlineData("item-undecided.json")]
    [InlineData("released-by-the-minute-taker.json")]
    [InlineData("saved-under-another-name.json")]
    public void No_reason_lets_pass_what_is_a_matter_of_identity_or_of_who_may_read(string file)
    {
        var findings = ChangedMinutes.Of(file).Check();

        Assert.Throws<AcceptanceException>(() => JudgedFinding.Judge(findings, [new GivenReason(findings[0].Rule, findings[0].Place, "Ist so.")]));
    }

    [Fact]
    public void A_name_may_be_confirmed_by_a_person()
    {
        var findings = ChangedMinutes.Of("unknown-name.json").Check();

        var judged = JudgedFinding.Judge(findings, [new GivenReason("V19", "TOP 5, »Sabine Fremd«", "Öffentliches Amt.")]);

        Assert.All(judged, one => Assert.False(one.IsOpen));
    }

    [Fact]
    public void A_reason_for_one_name_confirms_no_other()
    {
        var findings = ChangedMinutes.Of("two-matters-in-one-item.json").Check();

        var judged = JudgedFinding.Judge(findings, [new GivenReason("V19", "TOP 5, »Herr Dr. Fremd«", "Öffentliches Amt.")]);

        Assert.Equal(2, judged.Count(one => one.IsOpen));
    }

    [Fact]
    public void A_reason_for_something_that_is_not_there_is_an_error()
    {
        var findings = ChangedMinutes.Of("more-votes-than-people.json").Check();

        var refused = Assert.Throws<AcceptanceException>(() => JudgedFinding.Judge(findings, [new GivenReason("V5", "TOP 4", "Ist so.")]));

        Assert.Equal("TOP 4", refused.Place);
    }

    [Fact]
    public void A_reason_that_is_remembered_for_something_that_is_mended_is_for_nothing()
    {
        var findings = ChangedMinutes.Of("more-votes-than-people.json").Check();

        var judged = JudgedFinding.Judge(findings, [new GivenReason("V5", "TOP 4", "War so.") { IsRemembered = true }]);

        Assert.All(judged, one => Assert.True(one.IsOpen));
    }

    [Theory]
    [InlineData("V5", "Grund")]
    [InlineData("V5:", "Grund")]
    [InlineData(":TOP 3", "Grund")]
    [InlineData("V5:TOP 3", " ")]
    public void A_pair_without_its_parts_is_none(string pair, string reason) => Assert.False(GivenReason.TryParse(pair, reason, out _));
}
