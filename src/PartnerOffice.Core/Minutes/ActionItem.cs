using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>Who does what by when.</summary>
/// <param name="Due">The last day in time; null means ongoing.</param>
/// <param name="Resolution">The resolution it carries out.</param>
public sealed record ActionItem(
    EntryId Id,
    string What,
    string? Who,
    DateOnly? Due,
    ActionState State,
    EntryId? Resolution,
    Audience Audience)
{
    /// <summary>The board that alone may read it; see <see cref="AgendaItem.BoardOf"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BoardOf { get; init; }
}
