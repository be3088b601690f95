namespace PartnerOffice.Documents.Edition;

/// <summary>A row of allowed-markup.txt: an element, what it may carry and what may stand in it.</summary>
internal sealed class ElementRule(string name, bool hasText, IReadOnlyDictionary<string, AttributeRule> attributes)
{
    private static readonly Dictionary<string, ElementRule> None = [];

    /// <summary>The name with the list's prefix.</summary>
    public string Name { get; } = name;

    public string Namespace { get; } = Names.Of(name).Namespace;

    public string Local { get; } = Names.Of(name).Local;

    /// <summary>Whether it holds text that people read.</summary>
    public bool HasText { get; } = hasText;

    public IReadOnlyDictionary<string, AttributeRule> Attributes { get; } = attributes;

    /// <summary>The elements that may stand in it, by local name.</summary>
    public Dictionary<string, ElementRule> Children { get; set; } = None;

    /// <summary>The rule for an element inside this one; null where it may not be there.</summary>
    public ElementRule? Child(string elementNamespace, string local) =>
        Children.TryGetValue(local, out var child) && child.Namespace == elementNamespace ? child : null;
}
