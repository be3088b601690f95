namespace PartnerOffice.Core;

/// <summary>Finds what a person probably meant to write.</summary>
internal static class Spelling
{
    /// <summary>The nearest of the known words; null where none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> known) => known
        .Select(word => (word, distance: Distance(written.ToUpperInvariant(), word.ToUpperInvariant())))
        .Where(candidate => candidate.distance <= Math.Max(1, Math.Min(written.Length, candidate.word.Length) / 3))
        .OrderBy(candidate => candidate.distance)
        .ThenBy(candidate => candidate.word, StringComparer.Ordinal)
        .Select(candidate => candidate.word)
        .FirstOrDefault();

    // Levenshtein's distance; two neighbours in the wrong order count as one slip, since that is how people mistype.
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                d[i, j] = Math.Min(
                    Math.Min(d[i - 1, j], d[i, j - 1]) + 1,
                    d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
