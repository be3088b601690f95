namespace PartnerOffice.Graph;

/// <summary>A column of a list or library.</summary>
/// <param name="Name">The internal name, by which fields are read and written.</param>
/// <param name="Type">Graph's facet, such as <c>text</c>, <c>number</c>, <c>choice</c>, <c>dateTime</c>; <c>unknown</c> for none of them.</param>
public sealed record ListColumn(
    string Name, string DisplayName, string Type, bool Required, bool ReadOnly, bool Indexed, bool Unique, IReadOnlyList<string> Choices);
