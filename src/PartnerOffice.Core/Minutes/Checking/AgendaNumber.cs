using System.Globalization;
using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>The number of an agenda item: 4, 4a, 4.1 or, in the part that is not public, N 1.</summary>
internal readonly partial record struct AgendaNumber(bool IsNonPublic, int Main, int Letter, int Sub)
{
    public static AgendaNumber? Read(string text) => Form().Match(text) is { Success: true } match
        ? new(
            match.Groups["n"].Success,
            Number(match.Groups["main"]),
            match.Groups["letter"] is { Success: true, Value: [var letter] } ? char.ToLowerInvariant(letter) - 'a' + 1 : 0,
            match.Groups["sub"].Success ? Number(match.Groups["sub"]) : 0)
        : null;

    /// <summary>Whether this number may follow the other of its part without a gap.</summary>
    public bool Follows(AgendaNumber before)
    {
        if (Main == before.Main + 1)
            return Letter == 0 && Sub == 0;

        return Main == before.Main && (Letter == before.Letter
            ? Sub == before.Sub + 1
            : Letter == before.Letter + 1 && Sub == 0);
    }

    /// <summary>Whether a part may begin with it.</summary>
    public bool IsFirst => this is { Main: 1, Letter: 0, Sub: 0 };

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?<n>N\s*)?(?<main>\d{1,3})(?<letter>[a-z])?(?:\.(?<sub>\d{1,3}))?\.?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
