using System.Text.Json.Nodes;
using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.Checking;

public sealed class MinutesCheckTests
{
    private static readonly Partnership Partnership = PartnershipSample.Read();

    [Fact]
    public void What_stops_comes_first_and_within_a_weight_the_document_s_order_holds()
    {
        var minutes = Changed("""
            [
              {"op":"replace","path":"/invitation/sentOn","value":"2026-07-10"},
              {"op":"replace","path":"/items/2/resolutions/1/vote/yes","value":5},
              {"op":"replace","path":"/items/1/resolutions/0/outcome","value":"rejected"},
              {"op":"replace","path":"/signatures/0/name","value":"Dirk Vorlage"},
              {"op":"replace","path":"/items/6/audience","value":"undecided"},
              {"op":"replace","path":"/items/2/actions/0/who","value":null}
            ]
            """);

        var findings = Check(minutes);

        Assert.Equal(
            ["TOP 6", "TOP 2, Beschluss B 2026-07-01", "TOP 3, Beschluss B 2026-07-03", "Unterschriften", "Einladung", "TOP 3, Aufgabe a1"],
            findings.Select(finding => finding.Place));
    }

    /// <summary>A point that came up while the guests were out lies in a spare block, and those stand before N 1 (R2, R30).</summary>
    [Theory]
    [InlineData("1,2,3,N 3,N 1,N 2")]
    [InlineData("1,2,N 1,3,4,N 2")]
    [InlineData("1,2,3,N 3,N 1", "TOP N 3")]
    [InlineData("1,2,N 1,4", "TOP 4")]
    [InlineData("2,N 1", "TOP 2")]
    public void The_part_without_guests_counts_by_itself_in_whatever_order_its_blocks_stand(string numbers, params string[] gaps)
    {
        var all = numbers.Split(',');
        var minutes = Samples.Minutes with { Items = [.. all.Select((number, at) => Samples.Minutes.Items[at] with { Number = number })] };

        Assert.Equal(gaps, Check(minutes).Where(finding => finding.Rule == "V8" && finding.Message.German.Contains("fehlt", StringComparison.Ordinal)).Select(finding => finding.Place));
    }

    [Fact]
    public void July_saved_under_another_name_for_August_is_a_copy_and_says_what_to_do()
    {
        var august = Changed("""
            [
              {"op":"replace","path":"/date","value":"2026-08-11"},
              {"op":"replace","path":"/number","value":"KV-ST 2026/08"}
            ]
            """);

        var findings = MinutesCheck.Run(august, Context(august) with { Known = [KnownMinutes.Of(Samples.Minutes)] });

        var copy = Assert.Single(findings, finding => finding.Rule == "V26");
        Assert.Equal(FindingWeight.Stops, copy.Weight);
        Assert.Contains("14.07.2026", copy.Message.German, StringComparison.Ordinal);
        Assert.Contains("neue Sitzung", copy.Remedy.German, StringComparison.Ordinal);
        Assert.DoesNotContain(Check(august), finding => finding.Rule == "V26");
    }

    [Fact]
    public void A_number_of_earlier_minutes_is_a_hint_only_since_the_ledger_may_not_know_them_all()
    {
        var earlier = KnownMinutes.Of(Samples.Minutes) with { Id = MinutesId.Parse("steinfurt-2025-07", null), Number = "KV-ST 2025/07", Date = new DateOnly(2025, 7, 8), Resolutions = ["B 2026-07-03"] };

        var findings = MinutesCheck.Run(Samples.Minutes, Context(Samples.Minutes) with { Known = [earlier] });

        var finding = Assert.Single(findings);
        Assert.Equal(("V7", FindingWeight.Hint, "TOP 3, Beschluss B 2026-07-03"), (finding.Rule, finding.Weight, finding.Place));
    }

    [Theory]
    [InlineData("more-than-half", 7, 4)]
    [InlineData("at-least-half", 8, 4)]
    [InlineData("at-least-two-thirds", 7, 5)]
    public void The_quorum_is_the_district_s_own_rule(string threshold, int elected, int required)
    {
        var district = Steinfurt(rules => rules with { Quorum = new QuorumRule(QuorumBase.Elected, KebabWord.TryParse<QuorumThreshold>(threshold, out var read) ? read : default, null) });
        var minutes = Changed($$"""
            [
              {"op":"replace","path":"/boards/0/quorum/elected","value":{{elected}}},
              {"op":"replace","path":"/boards/0/quorum/required","value":{{required}}},
              {"op":"replace","path":"/boards/0/quorum/present","value":{{required}}},
              {"op":"replace","path":"/items/3/resolutions/0/present","value":{{required - 1}}}
            ]
            """);

        var findings = MinutesCheck.Run(minutes, Context(minutes) with { District = district, Partnership = With(district) });

        Assert.Contains(findings, finding => finding.Rule == "V4" && finding.Place == "TOP 4, Beschluss B 2026-07-04" && finding.Message.German.Contains($"nötig wären {required}", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.Rule == "V3" && finding.Weight == FindingWeight.NeedsReason && finding.Message.German.Contains("erforderlich", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Majority.Simple, 2, 1, true)]
    [InlineData(Majority.Absolute, 2, 1, false)]
    [InlineData(Majority.Absolute, 3, 1, true)]
    [InlineData(Majority.TwoThirds, 3, 2, false)]
    [InlineData(Majority.TwoThirds, 2, 1, true)]
    public void The_majority_is_the_district_s_own_rule(Majority majority, int yes, int no, bool holds)
    {
        var district = Steinfurt(rules => rules with { Majority = majority });
        var minutes = Changed($$"""
            [
              {"op":"replace","path":"/items/2/resolutions/1/vote/yes","value":{{yes}}},
              {"op":"replace","path":"/items/2/resolutions/1/vote/no","value":{{no}}}
            ]
            """);

        var findings = MinutesCheck.Run(minutes, Context(minutes) with { District = district, Partnership = With(district) })
            .Where(finding => finding.Place == "TOP 3, Beschluss B 2026-07-03");

        Assert.Equal(holds ? [] : ["V6"], findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void Times_that_cannot_be_ordered_only_warn()
    {
        var minutes = Changed("""
            [
              {"op":"replace","path":"/items/2/resolutions/0/present","value":null},
              {"op":"replace","path":"/items/2/resolutions/0/at","value":null},
              {"op":"replace","path":"/attendance/0/intervals","value":[{"from":null,"until":"19:45"}]},
              {"op":"replace","path":"/attendance/1/intervals","value":[{"from":null,"until":"19:45"}]}
            ]
            """);

        var finding = Assert.Single(Check(minutes), finding => finding.Place == "TOP 3, Beschluss B 2026-07-02");

        Assert.Equal(("V4", FindingWeight.Hint), (finding.Rule, finding.Weight));
    }

    [Fact]
    public void A_district_that_wants_figures_is_told_of_a_vote_without_them_and_nobody_has_to_invent_any()
    {
        var district = Steinfurt(rules => rules with { WantsFigures = true });

        var finding = Assert.Single(MinutesCheck.Run(Samples.Minutes, Context(Samples.Minutes) with { District = district, Partnership = With(district) }));

        Assert.Equal(("V5", FindingWeight.Hint, "TOP 4, Beschluss B 2026-07-04"), (finding.Rule, finding.Weight, finding.Place));
    }

    [Fact]
    public void Minutes_about_to_be_shared_are_stopped_by_a_missing_approval()
    {
        var draft = ChangedMinutes.Of("draft.json").Minutes();

        var findings = MinutesCheck.Run(draft, Context(draft) with { IsSharing = true });

        Assert.Equal(("V22", FindingWeight.Stops), findings.Select(finding => (finding.Rule, finding.Weight)).Single());
    }

    [Fact]
    public void Without_a_partnership_file_what_needs_none_is_checked_all_the_same()
    {
        var minutes = ChangedMinutes.Of("more-votes-than-people.json").Minutes();

        var findings = MinutesCheck.Run(minutes, CheckContext.For(minutes, null, ChangedMinutes.Today));

        Assert.Contains(findings, finding => finding is { Rule: "V5", Place: "TOP 3, Beschluss B 2026-07-03" });
    }

    [Fact]
    public void An_assembly_is_not_judged_by_the_board_s_rules()
    {
        var minutes = Changed("""
            [
              {"op":"replace","path":"/kind","value":"members-assembly"},
              {"op":"replace","path":"/number","value":"MV 2026/1"},
              {"op":"replace","path":"/boards/0/quorum/required","value":null},
              {"op":"replace","path":"/items/3/resolutions/0/present","value":null},
              {"op":"replace","path":"/items/3/resolutions/0/vote","value":{"counted":true,"yes":48,"no":0,"abstained":2,"invalid":0,"mode":"open"}}
            ]
            """);

        Assert.Empty(Check(minutes));
    }

    [Fact]
    public void A_joint_meeting_needs_the_quorum_of_each_board()
    {
        var minutes = Changed("""
            [
              {"op":"replace","path":"/kind","value":"joint-meeting"},
              {"op":"add","path":"/boards/-","value":{"district":"mse","chair":"Jana Kopie","quorum":{"elected":7,"required":5,"present":1,"established":true,"establishedBy":"Jana Kopie","establishedAt":"19:02"}}},
              {"op":"add","path":"/attendance/-","value":{"person":"mse-01","name":"Jana Kopie","function":"Kreisvorsitzende","district":"mse","status":"present","voting":true,"intervals":[]}}
            ]
            """);

        var finding = Assert.Single(Check(minutes), finding => finding.Rule is "V3" or "V4" && finding.Weight == FindingWeight.NeedsReason);

        Assert.Equal("Beschlussfähigkeit Mecklenburgische Seenplatte", finding.Place);
    }

    [Fact]
    public void Whatever_single_thing_is_missing_the_check_answers()
    {
        var sample = JsonNode.Parse(Samples.MinutesText)!;
        var checkedOnes = 0;

        // A block of text without its type is no block: the format's own tests speak of it.
        foreach (var path in Leaves(sample).Select(leaf => leaf.GetPath()).Where(path => !path.EndsWith(".type", StringComparison.Ordinal)).ToList())
        {
            var copy = sample.DeepClone();
            var leaf = Leaves(copy).First(node => node.GetPath() == path);
            (leaf.Parent as JsonObject)?.Remove(leaf.GetPropertyName());
            (leaf.Parent as JsonArray)?.Remove(leaf);

            Minutes minutes;
            try
            {
                minutes = MinutesJson.Parse(copy.ToJsonString());
            }
            catch (MinutesFormatException)
            {
                continue;
            }

            checkedOnes++;
            Assert.All(Check(minutes), finding => Assert.Contains(finding.Rule, MinutesCheck.RuleIds));
        }

        Assert.True(checkedOnes > 50, $"{checkedOnes} variations");
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject all => all.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(Leaves),
        JsonArray all => all.OfType<JsonNode>().SelectMany(Leaves),
        _ => [node],
    };

    private static Minutes Changed(string patch) =>
        MinutesJson.Parse(JsonPatch.Apply(JsonNode.Parse(Samples.MinutesText)!, JsonNode.Parse(patch)!.AsArray()).ToJsonString());

    private static CheckContext Context(Minutes minutes) => CheckContext.For(minutes, Partnership, ChangedMinutes.Today);

    private static IReadOnlyList<Finding> Check(Minutes minutes) => MinutesCheck.Run(minutes, Context(minutes));

    private static District Steinfurt(Func<BoardRules, BoardRules> change)
    {
        var district = Partnership.Find("steinfurt")!;
        return district with { Rules = change(district.Rules) };
    }

    private static Partnership With(District district) => Partnership with { Districts = [district, Partnership.PartnerOf(district.Id)] };
}
