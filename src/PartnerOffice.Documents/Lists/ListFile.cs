using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Lists;

/// <summary>Opens a list that somebody keeps as .xlsx or .csv, and gives its lines as text.</summary>
public static class ListFile
{
    /// <summary>More lines than any board has people; what goes on behind is no list.</summary>
    internal const int MostRows = 2_000;

    /// <summary>More columns than any list of people has.</summary>
    internal const int MostColumns = 60;

    /// <summary>The lines of the first sheet, or of the text.</summary>
    /// <param name="bytes">The file; what it is says its content, not its name.</param>
    /// <exception cref="GateRefusal">A workbook that the gate does not let in.</exception>
    /// <exception cref="ListFileException">It is neither.</exception>
    public static IReadOnlyList<ListRow> Read(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith("PK"u8) ? WorkbookList.Read(PackageGate.Inspect(bytes, PackageKind.Workbook)) : TextList.Read(bytes);
}
