using System.Reflection;
using System.Text.RegularExpressions;
using PartnerOffice.Core;
using Xunit;

namespace PartnerOffice.Tests.Core.Checking;

/// <summary>Reads every sentence of the check against R15 and R6, with the longest values that a document can put into it.</summary>
public sealed partial class CheckTextsTests
{
    private const int MostWords = 30;

    // As many words as the rules quote at most, and an address or a number where a figure stands.
    private const string LongQuote = "Berichterstatter ausdem Ausschuss fürden Haushalt unddas übrige";

    public static TheoryData<string, string> Texts => [.. All().SelectMany(advice => new[] { advice.Message, advice.Remedy }).Select(text => (text.German, text.English)).Distinct()];

    [Fact]
    public void All_sentences_are_found() => Assert.True(All().Count() > 70, $"only {All().Count()} pieces of advice");

    [Theory]
    [MemberData(nameof(Texts))]
    public void Each_sentence_is_short_says_no_rule_and_addresses_nobody(string german, string english)
    {
        Assert.InRange(Words(german), 2, MostWords);
        Assert.InRange(Words(english), 2, MostWords);
        Assert.DoesNotMatch(RuleNumber(), german + english);
        Assert.DoesNotMatch(GermanAddress(), german);
        Assert.DoesNotMatch(EnglishAddress(), english);
        Assert.DoesNotMatch(JudgesAResolution(), german + english);
        Assert.EndsWith(".", german, StringComparison.Ordinal);
        Assert.EndsWith(".", english, StringComparison.Ordinal);
    }

    private static int Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    // Every static method of the assembly that makes a piece of advice.
    private static IEnumerable<(Bilingual Message, Bilingual Remedy)> All()
    {
        var advice = typeof(MinutesCheck).Assembly.GetType("PartnerOffice.Core.Advice", throwOnError: true)!;
        return typeof(MinutesCheck).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .Where(method => method.ReturnType == advice && !method.Name.Contains('<', StringComparison.Ordinal))
            .Select(method => method.Invoke(null, [.. method.GetParameters().Select(Value)]))
            .Select(made => ((Bilingual)advice.GetProperty("Message")!.GetValue(made)!, (Bilingual)advice.GetProperty("Remedy")!.GetValue(made)!));
    }

    private static object Value(ParameterInfo parameter) => parameter.ParameterType == typeof(int) ? 12
        : parameter.Name is "subject" or "german" ? "Gründe einer Abwesenheit"
        : parameter.Name is "day" or "time" or "start" or "end" or "from" or "until" or "present" or "counted" or "example" ? "14.07.2026"
        : LongQuote;

    [GeneratedRegex(@"\bV\d+\b")]
    private static partial Regex RuleNumber();

    [GeneratedRegex(@"\b(?:[Dd]u|[Dd]ir|[Dd]ich|[Dd]ein\w*|Sie|Ihnen|Ihr|Ihre\w*|[Bb]itte)\b")]
    private static partial Regex GermanAddress();

    [GeneratedRegex(@"\b(?:you|your|please)\b", RegexOptions.IgnoreCase)]
    private static partial Regex EnglishAddress();

    // Minutes record what happened; whether a resolution holds is for others to say.
    [GeneratedRegex(@"\b(?:ungültig\w*|unwirksam\w*|nichtig\w*|rechtswidrig\w*|invalid|void|unlawful)\b", RegexOptions.IgnoreCase)]
    private static partial Regex JudgesAResolution();
}
