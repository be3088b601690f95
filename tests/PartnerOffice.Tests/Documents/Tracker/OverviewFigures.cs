using System.Xml.Linq;

namespace PartnerOffice.Tests.Documents.Tracker;

/// <summary>The cached values of the overview's formulas, read independently of our own reader.</summary>
internal sealed class OverviewFigures(ReadOnlyMemory<byte> workbook)
{
    private readonly Dictionary<string, string?> _values = XDocument.Parse(Sheets.Part(workbook, "xl/worksheets/sheet1.xml")).Descendants()
        .Where(element => element.Name.LocalName == "c")
        .ToDictionary(cell => (string)cell.Attribute("r")!, cell => cell.Elements().FirstOrDefault(element => element.Name.LocalName == "v")?.Value);

    public string? this[string cell] => _values.GetValueOrDefault(cell);
}
