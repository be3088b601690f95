namespace PartnerOffice.Core;

/// <summary>A vote or an election in the room, and what was written about who took part.</summary>
/// <param name="Item">The agenda item's position, from 0.</param>
/// <param name="Present">Voting members counted in the room; null where nobody counted.</param>
/// <param name="Cast">All ballots cast; null where they were not counted.</param>
internal sealed record Ballot(string Place, int Item, TimeOnly? At, int? Present, int? Cast, Resolution? Resolution)
{
    /// <summary>What was voted; null for an election.</summary>
    public Vote? Vote { get; init; }

    /// <summary>What was announced.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>The board that voted for itself, in a joint meeting; null where everybody in the room voted.</summary>
    public string? Board { get; init; }
}
