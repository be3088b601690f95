using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>A block of an agenda item's text: exactly the rich text that can travel.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(TextParagraph), "paragraph")]
[JsonDerivedType(typeof(TextHeading), "heading")]
[JsonDerivedType(typeof(TextList), "list")]
[JsonDerivedType(typeof(TextTable), "table")]
[JsonDerivedType(typeof(InternalPassage), "internal")]
public abstract record TextBlock;
