namespace PartnerOffice.Documents.Gate;

/// <summary>What a file from outside claims to be.</summary>
public enum PackageKind
{
    /// <summary>A Word document or template without macros (.docx, .dotx).</summary>
    Word,

    /// <summary>An Excel workbook or template without macros (.xlsx, .xltx).</summary>
    Workbook,
}
