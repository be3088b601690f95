using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>What became of an action of earlier minutes; <paramref name="Of"/> is "minutes id/action id".</summary>
public sealed record FollowUp(string Of, ActionState State, string? Note, Audience Audience)
{
    /// <summary>The board that alone may read it; see <see cref="AgendaItem.BoardOf"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BoardOf { get; init; }
}
