namespace PartnerOffice.Documents.Edition;

/// <summary>What a value of the allowed model is to people, which decides how it may be written.</summary>
internal enum LeafKind
{
    /// <summary>A line of words, written as it is.</summary>
    Words,

    /// <summary>A paragraph of an item's rich text; all of them must be there, in order.</summary>
    Paragraph,

    /// <summary>A person's name that the names policy shows.</summary>
    Name,

    /// <summary>The target of a link.</summary>
    Link,

    /// <summary>An id of other minutes.</summary>
    Id,

    Date,
    Time,
    Number,

    /// <summary>A value of a fixed list, "outcome:unanimous"; its words stand in fixed-words.txt.</summary>
    Choice,
}
