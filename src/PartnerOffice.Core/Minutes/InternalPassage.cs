using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>Blocks that stay in the board.</summary>
public sealed record InternalPassage(IReadOnlyList<TextBlock> Blocks) : TextBlock
{
    /// <summary>The board that alone may read it; null where no sign says whose, or where the signs contradict each other.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BoardOf { get; init; }
}
