using System.Collections.Frozen;
using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Gate;
using PartnerOffice.Documents.Word;
using PartnerOffice.Tests.Support;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Host.Sharing;

/// <summary>A word is planted in each place of a board's document where words hide; whatever the names policy, it leaves through none of the ways out.</summary>
public sealed class NothingLeaksTests
{
    private const string Word = "Zauberkanarie";
    private const string Name = "Wanda Kanarie";

    // These are plainly visible text of an item for the partner, in another spelling, or a link he may follow: they are his to read.
    private static readonly FrozenSet<string> Visible = FrozenSet.ToFrozenSet(
        ["plain text", "character data", "entities", "split over runs", "split over runs of many formats", "soft hyphens", "zero-width characters", "letters set apart", "capitals", "wide letters", "right to left", "target outside"]);

    // The board's own document does not have these properties.
    private static readonly FrozenSet<string> OfTheEdition = FrozenSet.ToFrozenSet(["description", "version"]);

    private static readonly byte[] Source = MinutesWriter.Fill(MinutesTemplate.Build(), Samples.Minutes, DocumentFrame.Of(Samples.Minutes));

    private static readonly Dictionary<string, Partnership> Policies = new()
    {
        ["the table"] = PartnershipSample.Read(),
        ["nobody by name"] = With(NameShown.NotAtAll),
        ["everybody by name"] = With(NameShown.ByName),
    };

    public static TheoryData<string, string> PlacesInTheFile => Combined(Canaries.All.Concat(NetworkCanaries.All).Select(canary => canary.Place).Where(place => !Visible.Contains(place) && !OfTheEdition.Contains(place)), Policies.Keys);

    public static TheoryData<string, string> PlacesInTheMinutes => Combined(MinutesCanaries.All.Where(canary => !canary.IsName).Select(canary => canary.Place), Policies.Keys);

    public static TheoryData<string, string> Names => Combined(MinutesCanaries.All.Where(canary => canary.IsName).Select(canary => canary.Place), Policies.Keys.Except(["everybody by name"]));

    [Fact]
    public void The_minutes_without_a_canary_leave() => Assert.IsType<Outgoing.Leaving>(Outgoing.Of(Source, Policies["the table"]));

    [Fact]
    public void What_the_partner_may_read_is_found_by_the_search_of_these_tests()
    {
        var planted = Canaries.All.Single(canary => canary.Place == "plain text").PlantIn(Source, Word);

        var leaving = Assert.IsType<Outgoing.Leaving>(Outgoing.Of(planted, Policies["the table"]));

        Assert.NotEmpty(PackageText.Find(leaving.Shared.Document.Bytes, Word));
    }

    [Theory]
    [MemberData(nameof(PlacesInTheFile))]
    public void A_word_in_any_place_of_the_file_leaves_nowhere(string place, string policy)
    {
        var planted = Canaries.All.Concat(NetworkCanaries.All).Single(canary => canary.Place == place).PlantIn(Source, Word);

        var outgoing = Outgoing.Of(planted, Policies[policy]);

        AssertNothingOf(Word, outgoing);
    }

    [Theory]
    [MemberData(nameof(PlacesInTheMinutes))]
    public void A_word_for_the_board_leaves_nowhere_and_holds_nothing_back(string place, string policy)
    {
        var leaving = Assert.IsType<Outgoing.Leaving>(Outgoing.Of(Planted(place, Word), Policies[policy]));

        AssertNothingOf(Word, leaving);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_that_is_not_shown_leaves_nowhere(string place, string policy)
    {
        var leaving = Assert.IsType<Outgoing.Leaving>(Outgoing.Of(Planted(place, Name), Policies[policy]));

        AssertNothingOf(Name, leaving);
    }

    // Decision D15: what endangers or hides is refused, what a person must see is a finding, everything else stays behind and is listed.
    [Theory]
    [InlineData("inserted text")]
    [InlineData("deleted text")]
    [InlineData("text moved here")]
    [InlineData("author of an old format")]
    [InlineData("author of an inserted cell")]
    [InlineData("comment")]
    [InlineData("hidden text")]
    [InlineData("text hidden on the web")]
    [InlineData("white text")]
    [InlineData("tiny text")]
    public void What_a_person_must_see_first_is_a_finding(string place)
    {
        var outgoing = Outgoing.Of(Canaries.All.Single(canary => canary.Place == place).PlantIn(Source, Word), Policies["the table"]);

        Assert.Contains(Assert.IsType<Outgoing.HeldBack>(outgoing).Findings, finding => finding.Rule == "V18");
    }

    [Theory]
    [InlineData("macros", GateCode.Macros)]
    [InlineData("embedded workbook", GateCode.EmbeddedPackage)]
    [InlineData("second document", GateCode.SubDocument)]
    [InlineData("imported document", GateCode.ForeignContent)]
    [InlineData("DTD", GateCode.HasDtd)]
    public void What_endangers_or_hides_a_second_document_is_refused(string place, GateCode code)
    {
        var outgoing = Outgoing.Of(Canaries.All.Concat(NetworkCanaries.All).Single(canary => canary.Place == place).PlantIn(Source, Word), Policies["the table"]);

        Assert.Equal(new Outgoing.Refused(code), outgoing);
    }

    [Theory]
    [InlineData("field DDE")]
    [InlineData("field INCLUDETEXT")]
    [InlineData("remote template")]
    [InlineData("linked picture")]
    [InlineData("metafile")]
    [InlineData("script for a link")]
    [InlineData("footnote")]
    [InlineData("bookmark")]
    [InlineData("text box")]
    public void Everything_else_stays_behind_and_holds_nothing_back(string place)
    {
        var before = Assert.IsType<Outgoing.Leaving>(Outgoing.Of(Source, Policies["the table"])).Shared.Document.Edition.Withheld.Count;

        var outgoing = Outgoing.Of(Canaries.All.Concat(NetworkCanaries.All).Single(canary => canary.Place == place).PlantIn(Source, Word), Policies["the table"]);

        var leaving = Assert.IsType<Outgoing.Leaving>(outgoing);
        // A bookmark has no words of its own; everything else is named in the report.
        Assert.Equal(before + (place == "bookmark" ? 0 : 1), leaving.Shared.Document.Edition.Withheld.Count);
    }

    private static void AssertNothingOf(string words, Outgoing outgoing)
    {
        // A finding of the own district may name its own words (R3); nothing left.
        if (outgoing is not Outgoing.Leaving leaving)
            return;

        Assert.Empty(words.Split(' ').SelectMany(word => PackageText.Find(leaving.Shared.Document.Bytes, word)));
        Assert.All(leaving.Texts.Append(leaving.Report), text => Assert.DoesNotContain(words, text, StringComparison.OrdinalIgnoreCase));
        LeakSearch.For(EditionSample.Withholding(leaving.Shared.Document.Edition, [words])).RequireClean("everything", string.Join('\n', leaving.Texts));
    }

    private static byte[] Planted(string place, string words)
    {
        var minutes = MinutesCanaries.All.Single(canary => canary.Place == place).PlantIn(Samples.Minutes, words);
        return MinutesWriter.Fill(MinutesTemplate.Build(), minutes, DocumentFrame.Of(minutes));
    }

    private static Partnership With(NameShown shown)
    {
        var names = new NamesPolicy(Enum.GetValues<PersonGroup>().ToDictionary(group => group, _ => shown));
        var sample = PartnershipSample.Read();
        return sample with { Districts = [.. sample.Districts.Select(district => district with { Names = names })] };
    }

    private static TheoryData<string, string> Combined(IEnumerable<string> places, IEnumerable<string> policies)
    {
        var data = new TheoryData<string, string>();
        foreach (var place in places)
        {
            foreach (var policy in policies)
                data.Add(place, policy);
        }

        return data;
    }
}
