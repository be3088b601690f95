using PartnerOffice.Core;

namespace PartnerOffice.Features.Sharing;

/// <summary>What a person would release: the minutes as they would stand, the verified edition, and what was let pass.</summary>
/// <param name="Minutes">As the document has them.</param>
/// <param name="Released">The same with the note of the release.</param>
/// <param name="Shown">SHA-256 of the edition as a dry run shows it: the same content before the note of this very minute.</param>
/// <param name="Reasons">What was let pass, and why.</param>
internal sealed record ReleaseProposal(Minutes Minutes, Minutes Released, District District, Person By, SharedMinutes Shared, string Shown, IReadOnlyList<string> Reasons)
{
    /// <summary>Of a joint meeting, the board for which this person releases; null for a board's own minutes (R22).</summary>
    public District? Board { get; init; }

    /// <summary>The person of the other board whom the note of the release names as well; null where that board has not released it yet.</summary>
    public string? With { get; init; }

    /// <summary>The edition of the dry run: of a joint meeting the one for the other board, since that is what this one gives away. Null where nobody is shown one.</summary>
    public PartnerEdition? ShownEdition { get; init; }
}
