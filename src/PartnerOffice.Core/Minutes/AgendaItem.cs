using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>A numbered point of the agenda. Numbers are text: 4a and N 1 are numbers.</summary>
public sealed record AgendaItem
{
    public required EntryId Id { get; init; }
    public required string Number { get; init; }
    public required string Title { get; init; }
    public required Audience Audience { get; init; }
    public required ItemStatus Status { get; init; }
    public IReadOnlyList<TextBlock> Text { get; init; } = [];

    /// <summary>A headline for the partner board (contract, clause 4).</summary>
    public string? PartnerNote { get; init; }

    public IReadOnlyList<Resolution> Resolutions { get; init; } = [];
    public IReadOnlyList<ActionItem> Actions { get; init; } = [];
    public TimeOnly? Start { get; init; }

    /// <summary>The partner's minutes that the board took note of under this item.</summary>
    public IReadOnlyList<MinutesId> TakesNoteOf { get; init; } = [];

    public IReadOnlyList<Election> Elections { get; init; } = [];

    /// <summary>Personal statements for the record.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Statement>? Statements { get; init; }

    /// <summary>In a joint meeting, the district whose board alone may read what is for the board only; null where nobody said whose (R22).</summary>
    /// <remarks>Whoever does not know this value takes the part for board-only, and withholds it.</remarks>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BoardOf { get; init; }
}
