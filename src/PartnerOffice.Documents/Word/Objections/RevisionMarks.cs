using System.Xml.Linq;

namespace PartnerOffice.Documents.Word;

/// <summary>The elements by which Word tracks changes (ECMA-376, part 1, 17.13.5).</summary>
internal static class RevisionMarks
{
    private static readonly HashSet<string> Content = ["ins", "del", "moveFrom", "moveTo"];

    private static readonly HashSet<string> Formats =
    [
        "rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "sectPrChange", "numberingChange",
    ];

    private static readonly HashSet<string> Cells = ["cellIns", "cellDel", "cellMerge"];

    /// <summary>Whether this element is a change that somebody has to accept or reject.</summary>
    public static bool Is(XElement element) => element.Name.Namespace == W.Main
        && (Content.Contains(element.Name.LocalName) || Formats.Contains(element.Name.LocalName) || Cells.Contains(element.Name.LocalName));

    public static bool IsContent(XElement element) => element.Name.Namespace == W.Main && Content.Contains(element.Name.LocalName);

    public static bool IsFormat(XElement element) => element.Name.Namespace == W.Main && Formats.Contains(element.Name.LocalName);

    public static bool IsCell(XElement element) => element.Name.Namespace == W.Main && Cells.Contains(element.Name.LocalName);

    /// <summary>Whether the words are no longer meant to be here.</summary>
    public static bool TakesAway(XElement mark) => mark.Name.LocalName is "del" or "moveFrom" or "cellDel";
}
