namespace PartnerOffice.Core;

/// <summary>What was withheld.</summary>
public enum WithheldKind
{
    Item,
    Passage,
    Resolution,
    Action,
    Attachment,
    Name,

    /// <summary>Something that is not in the allowed model: a picture, a field, a text box.</summary>
    Unsupported,

    /// <summary>Properties of the file.</summary>
    Metadata,
}
