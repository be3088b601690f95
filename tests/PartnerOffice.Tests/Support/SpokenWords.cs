using System.Text.RegularExpressions;
using Xunit;

namespace PartnerOffice.Tests.Support;

/// <summary>The rules of every sentence that people read: at most 30 words, no rule number, no du and no Sie, no English (R15).</summary>
internal static partial class SpokenWords
{
    private const int MostWords = 30;

    public static void AssertFit(string file, string german, string english)
    {
        Assert.True(Count(german) <= MostWords, $"{file}: {Count(german)} words: {german}");

        // Whoever lets a place pass on the command line names it by its rule: an example of that must, nothing else may.
        if (!german.Contains("--accept", StringComparison.Ordinal))
            Assert.DoesNotMatch(RuleNumber(), german + " " + english);
        Assert.DoesNotMatch(GermanAddress(), german);
        // Settings, their values and addresses are called as they are.
        Assert.DoesNotMatch(EnglishWord(), ProperName().Replace(german, ""));
        Assert.DoesNotMatch(StatusCode(), german);
    }

    private static int Count(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"\bV\d+\b")]
    private static partial Regex RuleNumber();

    [GeneratedRegex(@"\b(?:[Dd]u|[Dd]ir|[Dd]ich|[Dd]ein\w*|Sie|Ihnen|Ihr|Ihre\w*)\b(?<!^Sie)(?<!\. Sie)")]
    private static partial Regex GermanAddress();

    [GeneratedRegex(@"\b(?:the|and|of|error|failed|invalid|status|file|release|delivery|share|token|request|timeout|warning|unknown)\b(?!\s*[-.]?\w*=)")]
    private static partial Regex EnglishWord();

    [GeneratedRegex(@"»[^«]*«|\bminutes \w+|https?://\S+|\b\p{Ll}+(?:\.\p{L}+)+")]
    private static partial Regex ProperName();

    [GeneratedRegex(@"\b(?:HTTP|[45]\d\d [A-Z])\b")]
    private static partial Regex StatusCode();
}
