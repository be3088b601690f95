using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>A numbered annex; <paramref name="Item"/> is the id of the agenda item it belongs to.</summary>
public sealed record Attachment(string Number, string Title, string? File, EntryId? Item, Audience Audience)
{
    /// <summary>The board that alone may read it; see <see cref="AgendaItem.BoardOf"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BoardOf { get; init; }
}
