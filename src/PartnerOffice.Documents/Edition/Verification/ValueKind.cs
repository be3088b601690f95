namespace PartnerOffice.Documents.Edition;

/// <summary>The kinds of rules for the values of attributes.</summary>
internal enum ValueKind
{
    /// <summary>One of the values that stand in the list.</summary>
    Fixed,

    Number,

    /// <summary>Six hexadecimal digits, or auto.</summary>
    Colour,

    /// <summary>A colour dark enough to be read.</summary>
    Ink,

    /// <summary>A colour light enough to read on.</summary>
    Fill,

    /// <summary>Words of the standard form.</summary>
    Words,

    /// <summary>The tag of a control, with no id but those of the allowed model.</summary>
    Tag,

    /// <summary>The id of a relationship to an outside target.</summary>
    Link,

    /// <summary>The id of a relationship to a part.</summary>
    Relation,

    /// <summary>What a relationship leads to: a part, or a link of the allowed model.</summary>
    Target,

    /// <summary>The name of an allowed part.</summary>
    PartName,

    /// <summary>A content type or a type of relationship of an allowed part.</summary>
    Type,
}
