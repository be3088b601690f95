using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>A list; each item is one paragraph of runs.</summary>
public sealed record TextList(bool Ordered, IReadOnlyList<IReadOnlyList<TextRun>> Items) : TextBlock
{
    /// <summary>How deep each item is nested, 0 to 2; absent when no item is nested.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<int>? Levels { get; init; }

    /// <summary>How deep the item at <paramref name="index"/> is nested.</summary>
    public int LevelOf(int index) => Levels is null ? 0 : Levels[index];
}
