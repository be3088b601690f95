using System.Text.Json;
using PartnerOffice.Core;
using PartnerOffice.Documents.Import;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Documents.Import;

/// <summary>Three times ten minutes in the shapes of real boards, written, with what a reader finds in them, by people who had not seen the importer.</summary>
public sealed class StrangersMinutesTests
{
    private const double Enough = 0.9;
    private const double TooMany = 1.4;

    private static readonly string Folder = Samples.PathOf("imported");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    // The first ten are known to the importer by now.
    [Fact]
    public void Nine_of_ten_items_votes_and_actions_are_found() => AssertFound(file => Number(file) <= 10, Enough, Enough, Enough);

    // The second ten it met unprepared, and learned from them what else boards write.
    [Fact]
    public void Nearly_all_of_the_second_ten_are_found_too() => AssertFound(file => Number(file) is > 10 and <= 20, 0.95, 0.95, 0.95);

    // The third ten it met when it was done; at first sight it found 88, 84 and 93 of a hundred, and learned from them what was missing.
    [Fact]
    public void Nearly_all_of_the_third_ten_are_found_now() => AssertFound(file => Number(file) > 20, 0.95, 0.95, 0.95);

    private static void AssertFound(Func<string, bool> isMeant, double items, double votes, double actions)
    {
        var found = Files.Select(file => file.Data).Where(isMeant).Select(Compare).ToList();

        var report = string.Join('\n', found.Select(one => $"{one.File}: {one.Items} items, {one.Votes} votes, {one.Actions} actions; missed: {string.Join(" | ", one.Missed)}"));
        Assert.Equal(10, found.Count);
        Assert.True(Score.Sum(found.Select(one => one.Items)).Share >= items, report);
        Assert.True(Score.Sum(found.Select(one => one.Votes)).Share >= votes, report);
        Assert.True(Score.Sum(found.Select(one => one.Actions)).Share >= actions, report);
    }

    private static int Number(string file) => int.Parse(file[..2], System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void Little_is_taken_for_a_vote_or_a_task_that_is_none()
    {
        var found = Files.Select(file => (Truth: Truth.Of(file.Data), Import(file.Data).Minutes)).ToList();

        var (votes, actions) = (found.Sum(one => one.Minutes.Items.Sum(item => item.Resolutions.Count)), found.Sum(one => one.Minutes.Items.Sum(item => item.Actions.Count)));
        Assert.InRange(votes, 1, TooMany * found.Sum(one => one.Truth.Votes.Count));
        Assert.InRange(actions, 1, TooMany * found.Sum(one => one.Truth.Actions.Count));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_is_ever_marked_for_the_partner_and_no_word_for_the_board_reaches_an_edition(string file)
    {
        var minutes = Import(file).Minutes;
        var sample = Samples.Minutes;
        var edition = Redactor.Redact(minutes with { District = sample.District }, PartnershipSample.Read());

        Assert.All(minutes.Items, item => Assert.Equal(Audience.Board, item.Audience));
        Assert.All(minutes.Items.SelectMany(item => item.Resolutions), resolution => Assert.Equal(Audience.Board, resolution.Audience));
        Assert.All(minutes.Items.SelectMany(item => item.Actions), action => Assert.Equal(Audience.Board, action.Audience));
        var said = MinutesJson.Write(edition.Content);
        Assert.All(Truth.Of(file).BoardOnly, words => Assert.DoesNotContain(words, said, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_line_of_the_old_minutes_is_lost(string file)
    {
        var imported = MinutesJson.Write(Import(file).Minutes);

        Assert.All(Truth.Of(file).BoardOnly, words => Assert.Contains(words, imported, StringComparison.OrdinalIgnoreCase));
    }

    private static Comparison Compare(string file)
    {
        var (truth, minutes, missed) = (Truth.Of(file), Import(file).Minutes, new List<string>());
        bool Seen(bool isFound, string what)
        {
            if (!isFound)
                missed.Add(what);
            return isFound;
        }

        var resolutions = minutes.Items.SelectMany(item => item.Resolutions).ToList();
        var actions = minutes.Items.SelectMany(item => item.Actions).ToList();
        return new Comparison(
            file,
            Score.Of(truth.Items, item => Seen(minutes.Items.Any(found => Agree(item.Title, found.Title) >= 0.8), $"TOP {item.Title}")),
            Score.Of(truth.Votes, vote => Seen(resolutions.Any(found => Agree(vote.WordsOfResolution, found.Wording) >= 0.6 && vote.IsLike(found)), $"Beschluss {vote.WordsOfResolution} ({vote.Outcome} {vote.Yes}/{vote.No}/{vote.Abstained})")),
            Score.Of(truth.Actions, action => Seen(actions.Any(found => Agree(action.What, found.What) >= 0.5 && action.IsLike(found)), $"Aufgabe {action.What} ({action.Who}, {action.Due})")),
            missed);
    }

    private static ImportedMinutes Import(string file) => MinutesImport.Run(
        File.ReadAllBytes(Path.Combine(Folder, file)), file, new ImportSettings(Samples.Minutes.District, "Kreisvorstand", Truth.Of(file).SomeDate, (_, _) => null));

    // How many of the words a reader would look for stand in what was found.
    private static double Agree(string truth, string found)
    {
        var words = Words(truth);
        var there = Words(found).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return words.Count == 0 ? 0 : words.Count(there.Contains) / (double)words.Count;
    }

    private static List<string> Words(string text) =>
        [.. new string([.. text.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2 || char.IsDigit(word[0]))];

    private sealed record Comparison(string File, Score Items, Score Votes, Score Actions, IReadOnlyList<string> Missed);

    private readonly record struct Score(int Found, int All)
    {
        public double Share => Found / (double)Math.Max(1, All);

        public static Score Of<T>(IReadOnlyCollection<T> all, Func<T, bool> isFound) => new(all.Count(isFound), all.Count);

        public static Score Sum(IEnumerable<Score> scores) => scores.Aggregate((one, other) => new(one.Found + other.Found, one.All + other.All));

        public override string ToString() => $"{Found} of {All}";
    }

    /// <summary>What a reader finds.</summary>
    private sealed record Truth(string? Date, IReadOnlyList<string>? Dates, IReadOnlyList<TrueItem> Items, IReadOnlyList<TrueVote> Votes, IReadOnlyList<TrueAction> Actions, IReadOnlyList<string> BoardOnly)
    {
        private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

        // Where the document contradicts itself the importer asks; a person then says which.
        public DateOnly? SomeDate => (Date ?? Dates?[0]) is { } text ? DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

        public static Truth Of(string file) => JsonSerializer.Deserialize<Truth>(File.ReadAllText(Path.Combine(Folder, Path.GetFileNameWithoutExtension(file) + ".truth.json")), Form)!;
    }

    private sealed record TrueItem(string? Number, string Title);

    private sealed record TrueVote(string WordsOfResolution, int? Yes, int? No, int? Abstained, string Outcome)
    {
        // "einstimmig" and "angenommen" without a vote against are one result; figures that the document gives must be right.
        public bool IsLike(Resolution found) =>
            (KebabWord.Of(found.Outcome) == Outcome || (Outcome is "unanimous" or "adopted" && found.Outcome is PartnerOffice.Core.Outcome.Unanimous or PartnerOffice.Core.Outcome.Adopted))
            && (Yes is null || found.Vote is null or { Counted: false } || found.Vote.Yes == Yes)
            && (No is null or 0 || found.Vote is null or { Counted: false } || found.Vote.No == No)
            && (Yes is null || No is null || found.Vote is { Counted: true });
    }

    private sealed record TrueAction(string What, string? Who, string? Due)
    {
        public bool IsLike(ActionItem found) =>
            (Who is null || Who.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Any(name => found.Who?.Contains(name, StringComparison.OrdinalIgnoreCase) == true))
            && (Due is null || found.Due is null || found.Due.Value.ToString("O", System.Globalization.CultureInfo.InvariantCulture) == Due);
    }
}
