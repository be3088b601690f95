using System.Text.RegularExpressions;

namespace PartnerOffice.Sandbox;

/// <summary>A path of Graph with a method, as Microsoft's description writes it.</summary>
/// <param name="Method">GET, PUT, POST, PATCH or DELETE.</param>
/// <param name="Template">For example <c>/drives/{drive-id}/root:/{item-path}:/content</c>.</param>
/// <param name="Units">SharePoint's resource units for one request.</param>
/// <param name="Options">The query options it takes; any other is refused.</param>
/// <param name="Answer">What it does.</param>
internal sealed record Route(string Method, string Template, int Units, IReadOnlyList<string> Options, Func<GraphCall, GraphAnswer> Answer)
{
    /// <summary>What has to be waited for before it answers, while others are being answered.</summary>
    public Func<GraphCall, CancellationToken, Task>? Before { get; init; }

    private readonly Func<string, Dictionary<string, string>, bool>[] _segments =
        [.. GraphPath.Split(Template).Select(MatcherOf)];

    /// <summary>The values of the template's parameters; null when the path is another one.</summary>
    public Dictionary<string, string>? Match(IReadOnlyList<string> path)
    {
        if (path.Count != _segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var at = 0; at < path.Count; at++)
        {
            if (!_segments[at](path[at], values))
            {
                return null;
            }
        }

        return values;
    }

    private static Func<string, Dictionary<string, string>, bool> MatcherOf(string template)
    {
        if (template.StartsWith('{') && template.EndsWith("}:", StringComparison.Ordinal))
        {
            var name = template[1..^2];
            return (segment, values) => segment.EndsWith(':') && Add(values, name, segment[..^1]);
        }

        if (template.StartsWith('{') && template.EndsWith('}'))
        {
            var name = template[1..^1];
            return (segment, values) => !segment.EndsWith(':') && Add(values, name, segment);
        }

        if (template.Contains('(', StringComparison.Ordinal))
        {
            // A function: its parameters may come in quotes, with a quote inside doubled.
            var pattern = "^" + Regex.Replace(Regex.Escape(template).Replace(@"\{", "{", StringComparison.Ordinal), @"\{([^}]+)}", hit => $"(?<{GroupOf(hit.Groups[1].Value)}>.+?)") + "$";
            var regex = new Regex(pattern.Replace(@"\(\)", @"(\(\))?", StringComparison.Ordinal), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            var names = regex.GetGroupNames().Where(name => !int.TryParse(name, out _)).ToArray();
            return (segment, values) => regex.Match(segment) is { Success: true } match
                && names.All(name => Add(values, name, match.Groups[name].Value.Replace("''", "'", StringComparison.Ordinal)));
        }

        // The description's "delta()" may be asked for as "delta", and actions by their full name.
        return (segment, _) => string.Equals(segment.Replace("microsoft.graph.", "", StringComparison.OrdinalIgnoreCase), template, StringComparison.OrdinalIgnoreCase);
    }

    private static string GroupOf(string parameter) => parameter.Replace('-', '_');

    private static bool Add(Dictionary<string, string> values, string name, string value)
    {
        values[name] = value;
        return value.Length > 0;
    }
}
