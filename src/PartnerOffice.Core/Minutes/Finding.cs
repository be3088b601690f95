namespace PartnerOffice.Core;

/// <summary>Something in a document that a person should look at: where, what, and what to do about it.</summary>
/// <param name="Rule">The rule's id, V1 to V26; never shown on a screen.</param>
/// <param name="Place">Where in the document, in the words of the document: "TOP 3, Beschluss B 2026-07-02".</param>
public sealed record Finding(string Rule, Severity Severity, string Place, Bilingual Message, Bilingual Remedy)
{
    /// <summary>What it does to release and share. An error stops both unless its rule says otherwise.</summary>
    public FindingWeight Weight { get; init; } = Severity == Severity.Error ? FindingWeight.Stops : FindingWeight.Hint;

    /// <summary>The other place of a finding that is about two; null for most.</summary>
    public string? AlsoAt { get; init; }

    /// <summary>Its place, or both as a person's answer names them: "TOP 6=TOP 5".</summary>
    public string Places => AlsoAt is null ? Place : $"{Place}={AlsoAt}";
}
