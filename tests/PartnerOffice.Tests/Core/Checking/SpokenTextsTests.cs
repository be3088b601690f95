using System.Text;
using System.Text.RegularExpressions;
using PartnerOffice.Tests.Support;
using Xunit;

namespace PartnerOffice.Tests.Core.Checking;

/// <summary>Reads every sentence that the product can say to a person, out of its source: at most 30 words, no rule number, no du and no Sie, no English (R15).</summary>
public sealed partial class SpokenTextsTests
{
    public static TheoryData<string, string, string> Texts => [.. All().Select(text => (text.File, text.German, text.English)).Distinct()];

    [Fact]
    public void The_sentences_of_the_source_are_found()
    {
        var all = All().ToList();

        Assert.True(all.Count > 140, $"only {all.Count}");
        Assert.Contains(all, text => text.German == "Ein Bild hat keinen Alternativtext.");
        Assert.Contains(all, text => text.German == "Erst annehmen oder ablehnen, dann teilen.");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Each_sentence_is_short_and_says_no_number_of_a_rule_and_addresses_nobody(string file, string german, string english)
    {
        SpokenWords.AssertFit(file, german, english);
    }

    private static IEnumerable<(string File, string German, string English)> All()
    {
        var source = Path.Combine(Repository.Root, "src");
        foreach (var path in Directory.EnumerateFiles(source, "*.cs*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".cs" or ".cshtml").Where(path => !path.Split(Path.DirectorySeparatorChar).Intersect(["obj", "bin"]).Any()).Order(StringComparer.Ordinal))
        {
            var code = File.ReadAllText(path);
            foreach (Match start in Start().Matches(code))
            {
                // Two texts, German and English; a piece of advice has two pairs.
                var arguments = Arguments(code, start.Index + start.Length).ToList();
                if (start.Value.StartsWith("new(", StringComparison.Ordinal) && !arguments.TrueForAll(argument => argument is [var only] && only.Contains(' ', StringComparison.Ordinal)))
                    continue;
                for (var i = 0; i + 1 < arguments.Count; i += 2)
                {
                    foreach (var (german, english) in arguments[i].Zip(arguments[i + 1]))
                        yield return (Path.GetFileName(path), german, english);
                }
            }
        }
    }

    // The literals of each argument; what stands in braces of an interpolated one counts as one word.
    private static IEnumerable<IReadOnlyList<string>> Arguments(string code, int at)
    {
        var (depth, literals) = (0, new List<string>());
        for (; at < code.Length; at++)
        {
            switch (code[at])
            {
                case '"':
                    literals.Add(Literal(code, ref at));
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}' when depth > 0:
                    depth--;
                    break;
                case ')' or ']' or '}' or ';':
                    if (literals.Count > 0)
                        yield return literals;
                    yield break;
                case ',' when depth == 0:
                    if (literals.Count > 0)
                        yield return literals;
                    literals = [];
                    break;
            }
        }
    }

    private static string Literal(string code, ref int at)
    {
        var isInterpolated = at > 0 && code[at - 1] == '$';
        var text = new StringBuilder();
        for (at++; code[at] != '"'; at++)
        {
            if (code[at] == '\\')
            {
                text.Append(code[++at] == '"' ? '"' : ' ');
            }
            else if (isInterpolated && code[at] == '{')
            {
                var depth = 1;
                while (depth > 0)
                {
                    at++;
                    depth += code[at] == '{' ? 1 : code[at] == '}' ? -1 : 0;
                }

                text.Append('…');
            }
            else
            {
                text.Append(code[at]);
            }
        }

        return text.ToString();
    }

    // Pages say both languages at the place where they stand.
    [GeneratedRegex(@"new Bilingual\(|new\((?=\s*\$?"")|\bSay\((?=\s*\$?"")")]
    private static partial Regex Start();
}
