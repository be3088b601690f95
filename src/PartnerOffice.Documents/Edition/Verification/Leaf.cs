namespace PartnerOffice.Documents.Edition;

/// <summary>One value of the allowed model, as text, with the place where a person finds it.</summary>
/// <param name="Item">The id of the agenda item it belongs to; null for what belongs to the whole document.</param>
internal readonly record struct Leaf(string Place, string Text, LeafKind Kind, string? Item)
{
    /// <summary>Whether an edition without it would be incomplete.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether the value is words of people, and not a figure or a word of the standard form.</summary>
    public bool IsText => Kind is LeafKind.Words or LeafKind.Paragraph or LeafKind.Name or LeafKind.Link or LeafKind.Id;
}
