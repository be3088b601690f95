using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>A personal statement for the record.</summary>
public sealed record Statement(string Name, string Text, Audience Audience)
{
    /// <summary>The board that alone may read it; see <see cref="AgendaItem.BoardOf"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BoardOf { get; init; }
}
