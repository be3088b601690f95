using System.Text.RegularExpressions;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Tests.Support.Canaries;
using Xunit;

namespace PartnerOffice.Tests.Documents.Edition.Verification;

public sealed partial class AllowedMarkupTests
{
    private static readonly string List = Resource("allowed-markup.txt");

    // A row that no edition needs would be a hole that nobody sees.
    [Fact]
    public void No_row_of_the_list_can_be_taken_away()
    {
        var needless = List.Split('\n').Where(line => line.Contains(" < ", StringComparison.Ordinal) && line[0] != '#')
            .Where(row => IsAllowed(List.Replace(row + "\n", "", StringComparison.Ordinal)));

        Assert.Empty(needless);
    }

    [Fact]
    public void No_attribute_of_the_list_can_be_taken_away()
    {
        var needless = List.Split('\n').Where(line => line.Contains(" : ", StringComparison.Ordinal) && line[0] != '#')
            .SelectMany(row => Attribute().Matches(row[(row.IndexOf(" : ", StringComparison.Ordinal) + 3)..]).Select(match => (Row: row, Attribute: match.Value)))
            .Where(pair => IsAllowed(List.Replace(pair.Row, pair.Row.Replace(pair.Attribute, "", StringComparison.Ordinal).TrimEnd(' ', ':'), StringComparison.Ordinal)));

        Assert.Empty(needless);
    }

    [Fact]
    public void No_place_of_an_element_can_be_taken_away()
    {
        var needless = List.Split('\n').Where(line => line.Contains(" < ", StringComparison.Ordinal) && line[0] != '#')
            .Select(row => (Row: row, Parents: Parents().Match(row).Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(pair => pair.Parents.Length > 1)
            .SelectMany(pair => pair.Parents.Select(parent => (pair.Row, Parent: parent)))
            .Where(pair => IsAllowed(List.Replace(pair.Row, pair.Row.Replace(" " + pair.Parent, "", StringComparison.Ordinal), StringComparison.Ordinal)));

        Assert.Empty(needless);
    }

    [Fact]
    public void No_value_of_the_list_can_be_taken_away()
    {
        var rows = List.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        var needless = rows.SelectMany(row => Values().Matches(row).SelectMany(list => list.Groups[1].Value.Split('|').Select(value => (Row: row, List: list.Value, Value: value))))
            .Concat(rows.Where(row => row.StartsWith("kind ", StringComparison.Ordinal)).SelectMany(row => row[(row.IndexOf('=', StringComparison.Ordinal) + 2)..].Split(" | ").Select(value => (Row: row, List: row[row.IndexOf('=', StringComparison.Ordinal)..], Value: value))))
            .Where(entry => IsAllowed(List.Replace(entry.Row, entry.Row.Replace(entry.List, Without(entry.List, entry.Value), StringComparison.Ordinal), StringComparison.Ordinal)));

        Assert.Empty(needless.Select(entry => $"{entry.Value} in {entry.Row}"));
    }

    // Another word in its place, so that the list stays one.
    private static string Without(string list, string value) =>
        string.Join('|', list.Split('|').Select(each => each.Trim(' ', '=', '{', '}') == value.Trim() ? each.Replace(value.Trim(), "nothing", StringComparison.Ordinal) : each));

    [Fact]
    public void The_whole_list_allows_both_editions() => Assert.True(IsAllowed(List));

    [Fact]
    public void A_row_in_no_known_form_is_a_mistake_of_ours() =>
        Assert.Throws<FormatException>(() => AllowedMarkup.Parse("[document]\nw:p in w:body"));

    private static bool IsAllowed(string list)
    {
        var markup = AllowedMarkup.Parse(list);
        return Allows(EditionSample.Edition, EditionSample.Package, markup) && Allows(EditionSample.Full, EditionSample.FullPackage, markup);
    }

    private static bool Allows(PartnerOffice.Core.PartnerEdition edition, byte[] package, AllowedMarkup markup)
    {
        var leaves = ModelLeaves.Of(edition);
        return EditionVerifier.Verify(package, edition, leaves, LeakSearch.For(edition, leaves, null, null), markup).IsClean;
    }

    private static string Resource(string name)
    {
        using var stream = typeof(EditionVerifier).Assembly.GetManifestResourceStream("Verification/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\S+=(?:\{[^}]*\}|\S+) ?", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"\{([^}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Values();

    [GeneratedRegex(@" < ((?:\w+:\w+ ?)+)", RegexOptions.CultureInvariant)]
    private static partial Regex Parents();
}
