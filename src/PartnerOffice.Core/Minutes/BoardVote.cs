using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>How one of two boards voted on a resolution of a joint meeting: under its own number, by its own rules (R22).</summary>
/// <param name="District">The id of the district whose board voted.</param>
/// <param name="Number">The number in this board's own sequence.</param>
public sealed record BoardVote(string District, string Number, Vote? Vote, Outcome Outcome)
{
    /// <summary>Voting members of this board counted in the room at the vote.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Present { get; init; }

    /// <summary>Whether this board adopted it.</summary>
    [JsonIgnore]
    public bool IsAdopted => Outcome is Outcome.Unanimous or Outcome.Adopted;

    /// <summary>What two boards decided together: adopted is only what each of them adopted.</summary>
    public static Outcome Together(IReadOnlyList<BoardVote> votes)
    {
        ArgumentNullException.ThrowIfNull(votes);
        return votes.All(vote => vote.Outcome == Outcome.Unanimous) ? Outcome.Unanimous
            : votes.All(vote => vote.IsAdopted) ? Outcome.Adopted
            : votes.Any(vote => vote.Outcome == Outcome.Rejected) ? Outcome.Rejected
            : Outcome.Deferred;
    }
}
