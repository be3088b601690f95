using System.Reflection;
using System.Text;
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
    // At the head of every printed page.
    private const string SharedUse = "Nur für die beiden Kreisvorstände", OwnUse = "Nur für den eigenen Vorstand";

    // A template that people restyled keeps the words they gave it.
    private static readonly (string Shared, string Own)[] s_registerWords =
    [
        ("Partnerschaft: Übersicht", "Vorstandsregister"),
        ("Unsere Partnerschaft auf einen Blick", "Vorstandsregister – nur für den Vorstand"),
        ("Sitzungen, Beschlüsse, Aufgaben und Übermittlungen der beiden Kreisvorstände. Grüne Spalten (Bemerkung, Stand, Gelesen) füllen Menschen, alle anderen der Dienst.",
            "Beschlüsse und Aufgaben, die der Partner nicht liest. Grüne Spalten (Bemerkung, Stand) füllen Menschen, alle anderen der Dienst."),
        ("für beide sichtbar", "nur im Vorstand"),
    ];

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

    /// <summary>
    /// The board's own register: the same workbook with other words at its head, so that nobody takes it for the shared one (R9).
    /// </summary>
    /// <exception cref="TrackerRefusedException">The template is no readable workbook.</exception>
    public static ReadOnlyMemory<byte> Register(ReadOnlyMemory<byte>? template = null)
    {
        var workbook = template ?? Delivered();
        var zip = RawZip.Open(workbook, mayUnpack: 10_000_000);
        var changed = new Dictionary<string, ReadOnlyMemory<byte>>();
        foreach (var part in zip.Entries.Select(entry => entry.Name).Where(name => name is "docProps/core.xml" or "xl/sharedStrings.xml" || name.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            var old = Encoding.UTF8.GetString(zip.Read(part));
            var text = old.Replace(SharedUse, OwnUse, StringComparison.Ordinal);
            foreach (var (shared, own) in s_registerWords)
                text = text.Replace($">{shared}<", $">{own}<", StringComparison.Ordinal);
            if (text != old) changed[part] = Encoding.UTF8.GetBytes(text);
        }

        return zip.With(changed);
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
