using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Finds the tables of the standard form by their heads.</summary>
internal static class FixedTables
{
    public static IEnumerable<(FixedTable Form, Table Table)> In(OpenXmlElement root)
    {
        foreach (var table in root.Descendants<Table>())
        {
            var heads = table.GetFirstChild<TableRow>()?.Elements<TableCell>().Select(cell => cell.InnerText).ToList() ?? [];
            if (FixedTable.All.FirstOrDefault(form => form.HasHeads(heads)) is { } form)
                yield return (form, table);
        }
    }

    public static IReadOnlyList<FixedTable> For(DraftTables tables, bool isJoint) =>
    [
        .. tables.HasFlag(DraftTables.Resolutions) ? [isJoint ? FixedTable.JointResolutions : FixedTable.Resolutions] : Array.Empty<FixedTable>(),
        .. tables.HasFlag(DraftTables.Elections) ? [FixedTable.Elections] : Array.Empty<FixedTable>(),
        .. tables.HasFlag(DraftTables.Actions) ? [FixedTable.Actions] : Array.Empty<FixedTable>(),
    ];
}
