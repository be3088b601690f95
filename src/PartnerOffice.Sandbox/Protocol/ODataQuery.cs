using System.Globalization;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>The query options of a request, or those inside the parentheses of an <c>$expand</c>.</summary>
internal sealed class ODataQuery
{
    private static readonly string[] SystemOptions = ["select", "expand", "filter", "top", "skip", "orderby", "count", "search", "skiptoken"];

    private readonly Dictionary<string, string> _options = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The options as they were given, by their full names.</summary>
    public IReadOnlyDictionary<string, string> Given => _options;

    public string? this[string option] => _options.GetValueOrDefault(option);

    public IReadOnlyList<string> Select => [.. (this["$select"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public IReadOnlyList<(string Name, ODataQuery Options)> Expand => [.. SplitOutside(this["$expand"] ?? "", ',').Select(ParseExpand)];

    public int Top(int unlessGiven, int atMost)
    {
        if (this["$top"] is not { } text)
        {
            return unlessGiven;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top is > 0
            ? Math.Min(top, atMost)
            : throw GraphRefusal.BadRequest($"Invalid value '{text}' for $top query option found.");
    }

    public static ODataQuery Parse(IEnumerable<KeyValuePair<string, string>> options, IReadOnlyList<string> allowed)
    {
        var query = new ODataQuery();
        foreach (var (given, value) in options)
        {
            // Graph takes the system options without the dollar sign as well.
            var name = SystemOptions.Contains(given, StringComparer.OrdinalIgnoreCase) ? "$" + given : given;
            if (!allowed.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw GraphRefusal.BadRequest($"The query parameter '{given}' is not supported here.");
            }

            if (!query._options.TryAdd(name, value))
            {
                throw GraphRefusal.BadRequest($"Query option '{given}' was specified more than once, but it must be specified at most once.");
            }
        }

        return query;
    }

    /// <summary>Leaves of an answer what <c>$select</c> asks for, or what Graph sends unasked.</summary>
    public void Shape(JsonObject answer, GraphType type, IReadOnlyList<string> expandable)
    {
        var selected = Select;
        foreach (var name in selected.Where(name => !type.Has(name)))
        {
            throw GraphRefusal.UnknownProperty(name, type.Name);
        }

        var expanded = Expand.Select(expand => expand.Name).ToArray();
        foreach (var name in expanded.Where(name => !expandable.Contains(name, StringComparer.Ordinal)))
        {
            throw GraphRefusal.BadRequest($"Parsing OData Select and Expand failed: '{name}' cannot be expanded on type 'microsoft.graph.{type.Name}'.");
        }

        foreach (var name in answer.Select(property => property.Key).ToArray())
        {
            var isWanted = name.StartsWith('@')
                || expanded.Contains(name)
                || (selected.Count > 0 ? selected.Contains(name) || type.Always(name) : !type.OnlyWhenSelected(name) && !expandable.Contains(name));
            if (!isWanted)
            {
                answer.Remove(name);
            }
        }
    }

    private static (string Name, ODataQuery Options) ParseExpand(string expand)
    {
        var open = expand.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return (expand.Trim(), new ODataQuery());
        }

        if (!expand.EndsWith(')'))
        {
            throw GraphRefusal.BadRequest("Parsing OData Select and Expand failed: a closing parenthesis is missing.");
        }

        var options = SplitOutside(expand[(open + 1)..^1], ';').Select(option => option.Split('=', 2)).Select(pair =>
            pair.Length == 2 ? KeyValuePair.Create(pair[0].Trim(), pair[1].Trim()) : throw GraphRefusal.BadRequest("Parsing OData Select and Expand failed."));
        return (expand[..open].Trim(), Parse(options, ["$select", "$expand", "$filter", "$top", "$orderby"]));
    }

    /// <summary>Splits at a separator that is outside of parentheses and quotes.</summary>
    private static IEnumerable<string> SplitOutside(string text, char separator)
    {
        var depth = 0;
        var isQuoted = false;
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            isQuoted ^= letter == '\'';
            depth += isQuoted ? 0 : letter switch { '(' => 1, ')' => -1, _ => 0 };
            if (letter == separator && depth == 0 && !isQuoted)
            {
                yield return text[start..at];
                start = at + 1;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
