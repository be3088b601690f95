namespace PartnerOffice.Core;

/// <summary>V24: a re-issue names what it replaces and says why.</summary>
internal sealed class VersionRules : IMinutesRule
{
    private const string Rule = "V24";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        var version = given.Minutes.Version;
        if (version.Number <= 1)
        {
            if (version.Replaces is not null)
                yield return FirstReplacesNothing().NeedsReason(Rule, Places.Version);
            yield break;
        }

        if (version.Replaces is null)
            yield return ReplacesNothing(version.Number).NeedsReason(Rule, Places.Version);
        else if (version.Replaces >= version.Number)
            yield return ReplacesLater(version.Number, version.Replaces.Value).NeedsReason(Rule, Places.Version);
        if (version.Note is null)
            yield return NoNote(version.Number).NeedsReason(Rule, Places.Version);
    }

    private static Advice FirstReplacesNothing() => new(
        "Die erste Fassung kann keine andere ersetzen.", "The first version cannot replace another.",
        "Die Fassung hochzählen oder die Angabe löschen.", "Raise the version, or delete the entry.");

    private static Advice ReplacesNothing(int number) => new(
        $"Fassung {number} sagt nicht, welche sie ersetzt.", $"Version {number} does not say which one it replaces.",
        "Die ersetzte Fassung eintragen.", "Enter the version it replaces.");

    private static Advice ReplacesLater(int number, int replaces) => new(
        $"Fassung {number} kann Fassung {replaces} nicht ersetzen.", $"Version {number} cannot replace version {replaces}.",
        "Die ersetzte Fassung berichtigen.", "Correct the version it replaces.");

    private static Advice NoNote(int number) => new(
        $"Bei Fassung {number} fehlt, was sich warum geändert hat.", $"Version {number} does not say what changed and why.",
        "Die Änderung in einem Satz nennen, ohne Vertrauliches.", "Name the change in one sentence, without anything confidential.");
}
