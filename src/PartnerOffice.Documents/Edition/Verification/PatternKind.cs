namespace PartnerOffice.Documents.Edition;

/// <summary>Where a pattern comes from.</summary>
internal enum PatternKind
{
    /// <summary>A withheld text as a whole.</summary>
    Passage,

    /// <summary>Eight words of a longer one.</summary>
    Shingle,

    /// <summary>A full name that the names policy took away.</summary>
    HiddenName,

    /// <summary>A person of the source's metadata.</summary>
    SourcePerson,
}
