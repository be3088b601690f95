namespace PartnerOffice.Documents.Edition;

/// <summary>An attribute that an element may have, and its rule.</summary>
internal sealed record AttributeRule(string Namespace, ValueRule Value);
