using System.Text.RegularExpressions;

namespace PartnerOffice.Tests.Support.Conformance;

/// <summary>OData's paths as patterns: addressing by path between colons, functions with their parameters, actions by their full name.</summary>
internal static partial class GraphPathForm
{
    /// <summary>The path with its colons and slashes as they are meant; everything else stays encoded.</summary>
    public static string Plain(string path) => path
        .Replace("%3A", ":", StringComparison.OrdinalIgnoreCase)
        .Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)
        .Replace("%27", "'", StringComparison.OrdinalIgnoreCase)
        .Replace("%28", "(", StringComparison.OrdinalIgnoreCase)
        .Replace("%29", ")", StringComparison.OrdinalIgnoreCase)
        .Replace("%2C", ",", StringComparison.OrdinalIgnoreCase)
        .Replace("%3D", "=", StringComparison.OrdinalIgnoreCase)
        .Replace("microsoft.graph.", "", StringComparison.OrdinalIgnoreCase);

    public static int GapsOf(string template) => Gap().Count(template);

    /// <summary>What a request line must look like to be meant by this template.</summary>
    public static Regex PatternOf(string template)
    {
        var pattern = Gap().Replace(Regex.Escape(template).Replace(@"\{", "{", StringComparison.Ordinal).Replace(@"\}", "}", StringComparison.Ordinal), gap => gap.Value switch
        {
            "{item-path}" or "{relative-path}" => "[^:]+",
            _ when template.Contains($"'{gap.Value}'", StringComparison.Ordinal) => "(?:[^']|'')*",
            _ when template.Contains($"={gap.Value}", StringComparison.Ordinal) => "[^,)]+",
            _ => "[^/:]+",
        });
        // "delta()" may be written "delta"; the colon behind the last name of a path may be left out.
        pattern = pattern.Replace(@"\(\)", @"(?:\(\))?", StringComparison.Ordinal);
        if (pattern.EndsWith(':')) pattern += "?";
        return new Regex($"^{pattern}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }

    [GeneratedRegex(@"\{[^}]+}")]
    private static partial Regex Gap();
}
