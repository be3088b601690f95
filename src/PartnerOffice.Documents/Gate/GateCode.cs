namespace PartnerOffice.Documents.Gate;

/// <summary>Why the gate refused a file. <see cref="GateRefusal.CodeWord"/> is the form for JSON and scripts.</summary>
public enum GateCode
{
    /// <summary>Nothing in it.</summary>
    Empty,

    /// <summary>More bytes than <see cref="GateLimits.FileBytes"/>.</summary>
    TooLarge,

    /// <summary>Another kind of file: PDF, RTF, a web page, an OpenDocument, a picture.</summary>
    NotAPackage,

    /// <summary>Word 97 to 2003 or Excel 97 to 2003.</summary>
    OldFormat,

    /// <summary>A password or rights management.</summary>
    Encrypted,

    /// <summary>The zip is cut off or its contents do not match their checksums.</summary>
    Damaged,

    /// <summary>The zip can be understood in two ways, so two readers could see two documents.</summary>
    Ambiguous,

    /// <summary>A name that leads out of the package or that readers understand differently.</summary>
    BadName,

    /// <summary>More entries, type declarations or relationships than allowed.</summary>
    TooManyParts,

    /// <summary>More unpacked bytes than allowed.</summary>
    UnpacksTooLarge,

    /// <summary>A part that unpacks to many times its size: a zip bomb.</summary>
    RatioTooHigh,

    /// <summary>An XML part with more characters than allowed.</summary>
    XmlTooLong,

    /// <summary>Elements nested more deeply than allowed.</summary>
    XmlTooDeep,

    /// <summary>An element with more attributes than allowed.</summary>
    TooManyAttributes,

    /// <summary>A name in XML that is longer than allowed.</summary>
    XmlNameTooLong,

    /// <summary>More elements than allowed, or too many with many attributes.</summary>
    TooManyElements,

    /// <summary>More different names in XML than allowed.</summary>
    TooManyNames,

    /// <summary>A document type declaration, by which XML grows without end or reads other files.</summary>
    HasDtd,

    /// <summary>An XML part that is no XML, or in an encoding that packages may not have.</summary>
    BrokenXml,

    /// <summary>A package whose types or relationships contradict each other or themselves.</summary>
    BrokenPackage,

    /// <summary>No main part.</summary>
    MainPartMissing,

    /// <summary>A sound package of another kind: a workbook where a document is expected, a presentation.</summary>
    WrongKind,

    /// <summary>Macros, whatever the file is called.</summary>
    Macros,

    /// <summary>A foreign document inserted whole (altChunk): HTML, RTF, MHT.</summary>
    ForeignContent,

    /// <summary>A master document with subdocuments.</summary>
    SubDocument,

    /// <summary>A whole Office file or PDF inside.</summary>
    EmbeddedPackage,

    /// <summary>An OLE object or an ActiveX control.</summary>
    OleObject,

    /// <summary>Signed: what was taken out of it would break the signature.</summary>
    DigitallySigned,
}
