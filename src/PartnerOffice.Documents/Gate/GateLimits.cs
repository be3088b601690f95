namespace PartnerOffice.Documents.Gate;

/// <summary>How far a file from outside may go. All limits of the gate stand here (redaction.md 3.2, D23, D36).</summary>
/// <remarks>Each is inclusive: what reaches it passes, what exceeds it is refused. Real files stay far below.</remarks>
public static class GateLimits
{
    /// <summary>Bytes of the file: 25 MB. The largest real one had 3.5 MB.</summary>
    public const int FileBytes = 25 * 1024 * 1024;

    /// <summary>Entries of the zip, folders included. The largest real file had 1,033; many more make hash tables slow (CVE-2024-43483).</summary>
    public const int Entries = 2_000;

    /// <summary>Characters of an entry's name.</summary>
    public const int EntryNameLength = 255;

    /// <summary>Bytes that all parts of a document unpack to: 64 MB, counted while reading and never taken from a header. The largest real file had 15.3 MB.</summary>
    public const long DocumentUnpackedBytes = 64L * 1024 * 1024;

    /// <summary>Bytes that all parts of a workbook unpack to: 200 MB. A tracker of 100,000 rows has a sheet of 68 MB.</summary>
    public const long WorkbookUnpackedBytes = 200L * 1024 * 1024;

    /// <summary>How many times its packed size an entry may unpack to, once it is larger than <see cref="RatioFromBytes"/>. The highest real ratio was 170.</summary>
    public const int Ratio = 200;

    /// <summary>Entries up to this size may have any ratio: 1 MB.</summary>
    public const int RatioFromBytes = 1024 * 1024;

    /// <summary>Characters of one XML part of a document. The longest real one had 12.6 million; a tree of 50 million would take 500 MB.</summary>
    public const int DocumentXmlCharacters = 20_000_000;

    /// <summary>Characters of one XML part of a workbook: sheets are read as streams, never as trees, and 100,000 rows have 68 million.</summary>
    public const int WorkbookXmlCharacters = 100_000_000;

    /// <summary>Elements inside one another, the root included. Real files have 45; 20,000 overflow the stack of a .NET process when a tree is built.</summary>
    public const int ElementDepth = 256;

    /// <summary>Attributes of one element, namespace declarations included.</summary>
    public const int Attributes = 256;

    /// <summary>Characters of the name of an element or attribute.</summary>
    public const int XmlNameLength = 1_024;

    /// <summary>Elements with more than <see cref="WideFrom"/> attributes, in all parts together: a parser compares each attribute with each other.</summary>
    public const int WideElements = 10_000;

    /// <summary>Attributes that every element may have as often as it likes. The roots of Word's own parts have 36.</summary>
    public const int WideFrom = 32;

    /// <summary>Elements of all parts of a document together: readers build trees of it, and an element of four characters takes a hundred bytes there.</summary>
    public const int DocumentElements = 2_000_000;

    /// <summary>Elements of all parts of a workbook together. A tracker of 100,000 rows and 30 columns has 9 million.</summary>
    public const int WorkbookElements = 10_000_000;

    /// <summary>Different names of elements, attributes and namespaces, counted for each part and added up. Real files have some hundred in a part.</summary>
    public const int Names = 200_000;

    /// <summary>Lines in <c>[Content_Types].xml</c>: twice the entries.</summary>
    public const int TypeDeclarations = 2 * Entries;

    /// <summary>Relationships of all parts together. A sheet alone may have 65,530 links.</summary>
    public const int Relationships = 100_000;

    internal static long UnpackedBytes(PackageKind kind) => kind == PackageKind.Workbook ? WorkbookUnpackedBytes : DocumentUnpackedBytes;

    internal static int Elements(PackageKind kind) => kind == PackageKind.Workbook ? WorkbookElements : DocumentElements;

    internal static int XmlCharacters(PackageKind kind) => kind == PackageKind.Workbook ? WorkbookXmlCharacters : DocumentXmlCharacters;
}
