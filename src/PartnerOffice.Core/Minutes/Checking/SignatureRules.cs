namespace PartnerOffice.Core;

/// <summary>V14: signed by the chair and the minute taker of that meeting.</summary>
internal sealed class SignatureRules : IMinutesRule
{
    private const string Rule = "V14";

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        var minutes = given.Minutes;

        // Nobody at all is the missing field of another rule.
        if (minutes.Signatures.Count == 0)
            yield break;

        var chairs = given.IsJoint ? minutes.Boards.Select(board => board.Chair).OfType<string>().ToList() : Names(minutes.Chair);
        if (Of(minutes, SignatureRole.Chair, Places.Chair, chairs) is { } chair)
            yield return chair;
        if (Of(minutes, SignatureRole.MinuteTaker, Places.MinuteTaker, Names(minutes.MinuteTaker)) is { } taker)
            yield return taker;
    }

    private static Finding? Of(Minutes minutes, SignatureRole role, string place, List<string> expected)
    {
        var signed = minutes.Signatures.Where(signature => signature.Role == role).Select(signature => signature.Name).ToList();
        return expected.Count == 0 ? null
            : signed.Count == 0 ? Missing(place).NeedsReason(Rule, Places.Signatures)
            : expected.Find(name => !signed.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } person ? OtherPerson(place, person).NeedsReason(Rule, Places.Signatures)
            : null;
    }

    private static List<string> Names(string? name) => name is null ? [] : [name];

    private static Advice Missing(string role) => new(
        $"Die Unterschrift fehlt: {role}.", $"A signature is missing: {role}.",
        "Die Zeile ergänzen; unterschrieben werden darf auch auf Papier.", "Add the line; signing on paper is fine.");

    private static Advice OtherPerson(string role, string name) => new(
        $"Für »{role}« unterschreibt nicht »{Quoting.Short(name)}«.", $"\"{role}\" is not signed by \"{Quoting.Short(name)}\".",
        "Namen im Kopf und bei den Unterschriften vergleichen.", "Compare the names in the head and at the signatures.");
}
