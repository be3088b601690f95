namespace PartnerOffice.Documents.Edition;

/// <summary>What one pass over a part found.</summary>
internal sealed class PartContent(string label)
{
    /// <summary>The part's name, safe to show.</summary>
    public string Label { get; } = label;

    /// <summary>All text, joined over runs and paragraphs, with the targets of allowed links.</summary>
    public FoldedText Text { get; } = new(1024);

    /// <summary>What people do not see and no rule vouches for: other attributes, comments, names.</summary>
    public FoldedText Hidden { get; } = new(64);

    /// <summary>The paragraphs, with the agenda item they stand in.</summary>
    public List<(string Text, string? Item)> Paragraphs { get; } = [];

    /// <summary>Text of elements that stand outside paragraphs, by local name: the core properties.</summary>
    public List<(string Element, string Text)> Properties { get; } = [];

    public List<Relation> Relations { get; } = [];

    /// <summary>The declared content types: of an ending, or of a part (with a slash).</summary>
    public List<(string Name, string Type)> Types { get; } = [];

    /// <summary>The relationships that the part makes use of, each with whether it is a link.</summary>
    public List<(string Id, bool IsLink)> UsedRelations { get; } = [];
}
