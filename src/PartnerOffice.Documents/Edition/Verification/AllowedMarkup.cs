using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Edition;

/// <summary>The list of elements and attributes that an edition may hold: allowed-markup.txt, which a person can review.</summary>
internal sealed partial class AllowedMarkup
{
    private const string Root = "-";

    private static readonly Lazy<AllowedMarkup> FromResource = new(() => Parse(Resources.Text("allowed-markup.txt")));
    private static readonly Lazy<FrozenSet<string>> ResourceWords = new(() => Vocabulary().ToFrozenSet(StringComparer.Ordinal));
    private static readonly Lazy<FoldedText> ResourceFolded = new(() => FoldedText.Of(string.Join(' ', Vocabulary())));

    private readonly Dictionary<string, ElementRule> roots;

    private AllowedMarkup(Dictionary<string, ElementRule> roots) => this.roots = roots;

    /// <summary>The list as it is delivered.</summary>
    public static AllowedMarkup Delivered => FromResource.Value;

    /// <summary>Every word of the list, the parts and the namespaces: what each edition says in its markup.</summary>
    public static FrozenSet<string> Words => ResourceWords.Value;

    /// <summary>The same words, folded for a search.</summary>
    public static FoldedText Folded => ResourceFolded.Value;

    /// <summary>The rule of the root element of a kind of part.</summary>
    public ElementRule? RootOf(string kind) => roots.GetValueOrDefault(kind);

    /// <summary>Reads a list.</summary>
    /// <exception cref="FormatException">A row is not in the form that the list's head describes.</exception>
    public static AllowedMarkup Parse(string text)
    {
        var kinds = new Dictionary<string, ValueRule>(StringComparer.Ordinal);
        var rows = new List<(string Part, string Parent, ElementRule Rule)>();
        string[] parts = [];
        foreach (var line in Lines(text))
        {
            if (line is ['[', .. var names, ']'])
            {
                parts = names.Split(' ');
            }
            else if (line.StartsWith("kind ", StringComparison.Ordinal))
            {
                var halves = line[5..].Split(" = ", 2);
                kinds[halves[0]] = ValueRule.OneOf(halves[1].Split(" | "));
            }
            else
            {
                var row = Row().Match(line) is { Success: true } match ? match : throw new FormatException(line);
                var rule = new ElementRule(row.Groups["name"].Value, row.Groups["text"].Success, Attributes(row.Groups["attributes"].Value, kinds));
                rows.AddRange(from part in parts from parent in row.Groups["parents"].Value.Split(' ') select (part, parent, rule));
            }
        }

        return new AllowedMarkup(Linked(rows));
    }

    private static Dictionary<string, AttributeRule> Attributes(string text, Dictionary<string, ValueRule> kinds) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(attribute => attribute.Split('=', 2)).ToDictionary(
            halves => Names.OfAttribute(halves[0]).Local,
            halves => new AttributeRule(Names.OfAttribute(halves[0]).Namespace, ValueRule.Parse(halves[1], kinds)),
            StringComparer.Ordinal);

    // The same row stands for several parts, so each part gets rules of its own to link.
    private static Dictionary<string, ElementRule> Linked(List<(string Part, string Parent, ElementRule Rule)> rows)
    {
        var roots = new Dictionary<string, ElementRule>(StringComparer.Ordinal);
        foreach (var part in rows.GroupBy(row => row.Part))
        {
            var own = part.Select(row => (row.Parent, Rule: new ElementRule(row.Rule.Name, row.Rule.HasText, row.Rule.Attributes))).ToList();
            var byParent = own.GroupBy(row => row.Parent).ToDictionary(group => group.Key, group => group.ToDictionary(row => row.Rule.Local, row => row.Rule, StringComparer.Ordinal), StringComparer.Ordinal);
            foreach (var (_, rule) in own)
                rule.Children = byParent.GetValueOrDefault(rule.Name) ?? [];
            if (byParent.TryGetValue(Root, out var root))
                roots[part.Key] = root.Values.Single();
        }

        return roots;
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');

    private static IEnumerable<string> Vocabulary()
    {
        var list = string.Join('\n', Lines(Resources.Text("allowed-markup.txt")));
        var parts = string.Join('\n', AllowedParts.All.Select(AllowedParts.Of).Select(row => $"{row!.Name} {row.ContentType} {row.Relation}"));
        const string Declarations = "http://schemas.openxmlformats.org/ http://purl.org/dc/ http://www.w3.org/2001/XMLSchema-instance xml version 1.0 encoding UTF-8 standalone yes xmlns";
        return Token().Matches($"{list}\n{parts}\n{string.Join('\n', AllowedTags.All)}\n{Declarations}").Select(match => match.Value)
            .SelectMany(token => token.Split('/').Append(token));
    }

    [GeneratedRegex(@"^(?<name>\S+) < (?<parents>[^=:]*?(?:\w+:\w+[^=:]*?)*|-)(?<text> = text)?(?: : (?<attributes>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"[\p{L}\p{Nd}+/_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
