namespace PartnerOffice.Documents.Word;

/// <summary>What somebody wants of the minutes.</summary>
public enum ObjectionKind
{
    /// <summary>Words were added.</summary>
    Insertion,

    /// <summary>Words were taken away.</summary>
    Deletion,

    /// <summary>Words stand in the place of others.</summary>
    Replacement,

    /// <summary>Words stand somewhere else.</summary>
    Move,

    /// <summary>The words stay; their look, or that of a paragraph, table or page, changed.</summary>
    Formatting,

    /// <summary>A remark in the margin, with its replies.</summary>
    Comment,
}
