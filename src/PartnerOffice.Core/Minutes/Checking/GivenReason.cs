using System.Diagnostics.CodeAnalysis;

namespace PartnerOffice.Core;

/// <summary>A person lets a finding pass, with a reason that stays in the board (R6).</summary>
/// <param name="Place">The finding's place; where the finding is about two, both ("TOP 6=TOP 5"), or the first for all of them.</param>
public sealed record GivenReason(string Rule, string Place, string Reason)
{
    /// <summary>
    /// Whether a pane remembered it from an earlier look: the place may be mended since, or be one that only the check looks at, and then it is for nothing. One that is typed
    /// and fits nothing is a mistake.
    /// </summary>
    public bool IsRemembered { get; init; }

    /// <summary>Reads <c>RULE:PLACE</c>, as the command line has it: "V5:TOP 3, Beschluss B 2026-07-03".</summary>
    public static bool TryParse(string? pair, string reason, [NotNullWhen(true)] out GivenReason? acceptance)
    {
        var colon = pair?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        var (rule, place) = colon > 0 ? (pair![..colon].Trim().ToUpperInvariant(), pair[(colon + 1)..].Trim()) : ("", "");
        acceptance = rule.Length > 0 && place.Length > 0 && !string.IsNullOrWhiteSpace(reason) ? new(rule, place, reason.Trim()) : null;
        return acceptance is not null;
    }

    /// <summary>Whether it is about this finding.</summary>
    public bool IsFor(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.Rule.Equals(Rule, StringComparison.OrdinalIgnoreCase)
            && (finding.Place.Equals(Place, StringComparison.OrdinalIgnoreCase) || finding.Places.Equals(Place, StringComparison.OrdinalIgnoreCase));
    }
}
