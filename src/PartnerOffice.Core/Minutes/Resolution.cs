using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>A resolution: wording, mover, vote and what was announced.</summary>
public sealed record Resolution
{
    public required EntryId Id { get; init; }

    /// <summary>The number in the board's own form, for example "B 2026-07-03".</summary>
    public required string Number { get; init; }

    public required string Wording { get; init; }
    public string? Mover { get; init; }
    public required Audience Audience { get; init; }
    public Vote? Vote { get; init; }
    public required Outcome Outcome { get; init; }

    /// <summary>The minutes that this resolution approves.</summary>
    public IReadOnlyList<MinutesId> Approves { get; init; } = [];

    /// <summary>Voting members counted in the room at the vote.</summary>
    public int? Present { get; init; }

    public IReadOnlyList<Exclusion> Excluded { get; init; } = [];

    /// <summary>A minority's statement, on request.</summary>
    public string? Minority { get; init; }

    /// <summary>The earlier vote of the same meeting that this one repeats.</summary>
    public EntryId? Repeats { get; init; }

    public TimeOnly? At { get; init; }
    public ResolutionKind Kind { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Amount? Amount { get; init; }

    /// <summary>The votes of a joint meeting, one per board; null where one board alone decides, whose vote then stands above.</summary>
    /// <remarks>In canonical form <see cref="Number"/> is the first board's, and <see cref="Outcome"/> what both decided together.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BoardVote>? Votes { get; init; }

    /// <summary>The board that alone may read it; see <see cref="AgendaItem.BoardOf"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BoardOf { get; init; }

    /// <summary>The numbers under which the boards know it.</summary>
    [JsonIgnore]
    public IEnumerable<string> Numbers => Votes?.Select(vote => vote.Number) ?? [Number];
}
