namespace PartnerOffice.Sandbox;

/// <summary>Cuts a raw path into segments, with Graph's addressing by path (<c>root:/a/b.docx:/content</c>) as one segment.</summary>
internal static class GraphPath
{
    /// <summary>
    /// The decoded segments. An anchor keeps its colon (<c>root:</c>), the path after it is one segment with slashes.
    /// </summary>
    public static IReadOnlyList<string> Split(string rawPath)
    {
        var raw = rawPath.Split('/', StringSplitOptions.RemoveEmptyEntries).SelectMany(Unfold).ToArray();
        var segments = new List<string>();
        for (var at = 0; at < raw.Length; at++)
        {
            segments.Add(Uri.UnescapeDataString(raw[at]));
            if (!raw[at].EndsWith(':') || at + 1 == raw.Length)
            {
                continue;
            }

            var names = new List<string>();
            var isClosed = false;
            while (!isClosed && at + 1 < raw.Length)
            {
                var name = raw[++at];
                isClosed = name.EndsWith(':');
                names.Add(Uri.UnescapeDataString(isClosed ? name[..^1] : name));
            }

            segments.Add(string.Join('/', names));
        }

        return segments;
    }

    // Clients that know only "items/{id}" put "root:/a.docx:" there, which arrives as one encoded segment.
    private static IEnumerable<string> Unfold(string segment)
    {
        var colons = segment.Replace("%3A", ":", StringComparison.OrdinalIgnoreCase);
        return colons.Contains(":%2F", StringComparison.OrdinalIgnoreCase)
            ? colons.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).Split('/', StringSplitOptions.RemoveEmptyEntries)
            : [segment.EndsWith("%3A", StringComparison.OrdinalIgnoreCase) ? segment[..^3] + ":" : segment];
    }
}
