using System.Reflection;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;

namespace PartnerOffice.Documents.Tracker;

/// <summary>The delivered tracker: <c>templates/tracker.xlsx</c>, which people may restyle.</summary>
/// <remarks>
/// ClosedXML lays out sheets, tables, formats and validation; the charts are added with the Open XML SDK, since ClosedXML has none
/// (decisions.md D10). The parts are then put into one order, stored and stamped 1980-01-01: the same bytes each time.
/// </remarks>
public static class TrackerTemplate
{
    private const string Resource = "PartnerOffice.Documents.tracker.xlsx";

    /// <summary>The delivered template, carried inside the library so that a published program needs no folder beside it.</summary>
    public static ReadOnlyMemory<byte> Delivered()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Makes the template anew, byte for byte the same.</summary>
    public static byte[] Build()
    {
        using var file = new MemoryStream();
        using (var workbook = new XLWorkbook())
        {
            OverviewLayout.AddTo(workbook);
            foreach (var table in TrackerTables.All)
                TableLayout.AddTo(workbook, table);
            workbook.SaveAs(file);
        }

        file.Position = 0;
        using (var document = SpreadsheetDocument.Open(file, isEditable: true))
        {
            OverviewCharts.AddTo(document);
            TemplateFinish.Apply(document);
        }

        return TemplateFinish.Canonical(file.ToArray());
    }
}
