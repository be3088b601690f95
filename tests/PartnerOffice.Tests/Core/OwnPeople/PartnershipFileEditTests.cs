using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using PartnerOffice.Core;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.OwnPeople;

/// <summary>A changed partnership file: the people are others, and whatever else somebody wrote there stays.</summary>
public sealed partial class PartnershipFileEditTests
{
    private static readonly DateOnly Today = new(2026, 11, 28);
    private static readonly Partnership Sample = PartnershipSample.Read();

    // As the sample, as a German Windows editor leaves it, with a remark on every line, with trailing commas, and without any layout.
    private static readonly string[] Layouts =
    [
        PartnershipSample.Json,
        PartnershipSample.Json.ReplaceLineEndings("\r\n"),
        WithRemarks(PartnershipSample.Json),
        TrailingComma().Replace(PartnershipSample.Json, "$1,$2"),
        JsonNode.Parse(PartnershipSample.Json, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!.ToJsonString(),
    ];

    [Fact]
    public void Whatever_changes_the_file_says_it_afterwards_and_keeps_every_comment() =>
        Gen.Select(AnyPeopleChange.Applied, Gen.Int[0, Layouts.Length - 1]).Sample((after, layout) =>
        {
            var file = Layouts[layout];

            var edited = Encoding.UTF8.GetString(PartnershipFileEdit.Apply(Encoding.UTF8.GetBytes(file), Sample, after));

            return SamePeople.In(PartnershipFile.Parse(edited, "p.json"), after)
                && PartnershipRest.Of(edited) == PartnershipRest.Of(file)
                && (layout == 2 || CommentsOf(edited).SequenceEqual(CommentsOf(file)))
                && (layout != 2 || CommentsOf(file).Except(CommentsOf(edited)).All(comment => comment.StartsWith("/*", StringComparison.Ordinal)));
        }, iter: 120);

    [Fact]
    public void Nothing_changed_is_the_same_file_byte_for_byte() =>
        Assert.All(Layouts, layout => Assert.Equal(layout, Encoding.UTF8.GetString(PartnershipFileEdit.Apply(Encoding.UTF8.GetBytes(layout), Sample, Sample))));

    [Fact]
    public void Only_the_lines_of_what_changed_change()
    {
        var after = Change(
            new PeopleChange.TermEnded(Id("st-01"), new(2026, 12, 31)), new PeopleChange.PersonAdded(Id("st-08"), "Lia Lißte"),
            new PeopleChange.TermBegun(Id("st-08"), new Term("Beisitz", true, new(2027, 1, 1), null)), new PeopleChange.PublicPersonRemoved("Meike Mandat"));

        var edited = Encoding.UTF8.GetString(PartnershipFileEdit.Apply(Encoding.UTF8.GetBytes(PartnershipSample.Json), Sample, after));

        var (before, now) = (PartnershipSample.Json.Split('\n'), edited.Split('\n'));
        Assert.Equal(
            [
                "{ \"function\": \"Kreissprecherin\", \"voting\": true, \"from\": \"2025-11-22\", \"until\": null }",
                "{ \"role\": \"chair\", \"person\": \"st-01\", \"from\": \"2025-11-22\", \"until\": null },",
                "{ \"name\": \"Meike Mandat\", \"function\": \"Mitglied des Kreistags\" }",
            ],
            before.Except(now).Select(line => line.Trim()));
        Assert.Contains("          \"name\": \"Lia Lißte\",", now);
        Assert.Contains("          \"terms\": [{ \"function\": \"Beisitz\", \"voting\": true, \"from\": \"2027-01-01\", \"until\": null }]", now);
    }

    [Fact]
    public void A_mark_at_the_beginning_stays()
    {
        byte[] marked = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(PartnershipSample.Json)];

        var edited = PartnershipFileEdit.Apply(marked, Sample, Change(new PeopleChange.NameChanged(Id("st-03"), "Carlo Probe", Today)));

        Assert.True(edited.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal(marked.Length, edited.Length);
    }

    [Theory]
    [InlineData("{ \"a\": [1, 2] // zwei\n}", "{ \"a\": [1, 2, 3] // zwei\n}")]
    [InlineData("{ \"a\": [\n  1, // eins\n  2 // zwei\n] }", "{ \"a\": [\n  1, // eins\n  2, // zwei\n  3\n] }")]
    [InlineData("{ \"a\": [\n  1,\n  2, /* zwei */\n] }", "{ \"a\": [\n  1,\n  2, /* zwei */\n  3,\n] }")]
    [InlineData("{ \"a\": [\n  1\n  , 2\n] }", "{ \"a\": [\n  1\n  , 2,\n  3\n] }")]
    [InlineData("{ \"a\": [] }", "{ \"a\": [3] }")]
    [InlineData("{ \"a\": [ // leer\n  ] }", "{ \"a\": [\n  3 // leer\n  ] }")]
    public void A_further_item_keeps_the_remarks_with_their_lines(string before, string after)
    {
        var json = CommentedJson.Of(Encoding.UTF8.GetBytes(before));
        var count = before.Contains('2', StringComparison.Ordinal) ? 2 : 0;

        Assert.Equal(after, Text(json.Insert("a", count, "3", isOnLine: false)));
    }

    [Theory]
    [InlineData("[1, 2, 3]", 1, "[1, 3]")]
    [InlineData("[1, 2, 3]", 2, "[1, 2]")]
    [InlineData("[1]", 0, "[]")]
    [InlineData("[\n  1, // eins\n  2 // zwei\n]", 1, "[\n  1 // eins\n // zwei\n]")]
    [InlineData("[\n  1,\n  2\n]", 1, "[\n  1\n]")]
    [InlineData("[\n  1,\n  2\n]", 0, "[\n  2\n]")]
    [InlineData("[1 /* eins */, 2]", 0, "[ /* eins */ 2]")]
    public void What_is_taken_off_takes_its_comma_and_its_line_with_it(string before, int index, string after) =>
        Assert.Equal($"{{\"a\":{after}}}", Text(CommentedJson.Of(Encoding.UTF8.GetBytes($"{{\"a\":{before}}}")).RemoveAt("a", index)));

    private static Partnership Change(params PeopleChange[] changes) => PeopleChanges.Apply(Sample, Sample.Districts[0].Id, changes, Today);

    private static string Text(CommentedJson json) => Encoding.UTF8.GetString(json.Bytes.Span);

    private static string WithRemarks(string json) =>
        string.Join('\n', json.Split('\n').Select((line, number) => line.TrimStart().StartsWith("//", StringComparison.Ordinal) || line.Trim().Length == 0 ? line : $"{line} /* {number} */"));

    private static IReadOnlyList<string> CommentsOf(string json) =>
        [.. Token().Matches(json).Select(match => match.Value.TrimEnd()).Where(token => token[0] == '/')];

    private static PersonId Id(string id) => PersonId.Parse(id);

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"|//[^\r\n]*|/\*.*?\*/
        """, RegexOptions.Singleline)]
    private static partial Regex Token();

    [GeneratedRegex(@"([}\]""0-9a-z])(\n\s*[}\]])")]
    private static partial Regex TrailingComma();
}
