using System.Buffers;
using System.Text.RegularExpressions;

namespace PartnerOffice.Sandbox;

/// <summary>Which names SharePoint takes.</summary>
/// <remarks>Microsoft's support article "Restrictions and limitations in OneDrive and SharePoint".</remarks>
internal static partial class ItemNames
{
    public const int MaxPathLength = 400;

    private const int MaxNameLength = 255;
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\"*:<>?/\\|");

    public static void Require(string name, bool isFolder, bool isAtRoot)
    {
        if (name.Length is 0 or > MaxNameLength
            || name.AsSpan().IndexOfAny(Forbidden) >= 0
            || name.Any(char.IsControl)
            || name.StartsWith(' ') || name.EndsWith(' ') || name.EndsWith('.')
            || name.StartsWith("~$", StringComparison.Ordinal)
            || (isFolder && name.StartsWith('~'))
            || name.Contains("_vti_", StringComparison.OrdinalIgnoreCase)
            || Reserved().IsMatch(name)
            || (isAtRoot && string.Equals(name, "forms", StringComparison.OrdinalIgnoreCase)))
        {
            throw new GraphRefusal(400, "invalidRequest", "The provided name contains characters or a word that are not allowed.", "invalidName");
        }
    }

    public static void RequireLength(IEnumerable<string> names)
    {
        if (names.Sum(name => name.Length + 1) - 1 >= MaxPathLength)
        {
            throw new GraphRefusal(400, "invalidRequest", "The path is too long.", "pathIsTooLong");
        }
    }

    /// <summary>SharePoint's answer to <c>conflictBehavior=rename</c>: the first free "name 1.docx".</summary>
    public static string Unused(string name, Predicate<string> isTaken)
    {
        if (!isTaken(name))
        {
            return name;
        }

        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        for (var number = 1; ; number++)
        {
            var candidate = $"{stem} {number}{extension}";
            if (!isTaken(candidate))
            {
                return candidate;
            }
        }
    }

    [GeneratedRegex(@"^(\.lock|CON|PRN|AUX|NUL|COM\d|LPT\d|desktop\.ini)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reserved();
}
