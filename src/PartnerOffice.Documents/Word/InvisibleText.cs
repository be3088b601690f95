using System.Globalization;
using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Finds text that stands in a document and that nobody sees: hidden, too small, in the colour of the paper, beside the page.</summary>
/// <remarks>It would be read like any other text, so a person must see it first (decision D15: a finding).</remarks>
internal sealed class InvisibleText(WordSource source)
{
    // A page of A4 or Letter is at most 16838 twips long; what begins beyond lies beside it.
    private const int LongestPage = 16_838;
    private const int LowestRow = 40;

    /// <summary>One finding for each place, hidden before hardly visible.</summary>
    public IEnumerable<Finding> Find()
    {
        var found = Runs()
            .Where(run => run.Elements(W.Main + "t").Any(text => !string.IsNullOrWhiteSpace(text.Value)) && !ShowsPlaceholder(run))
            .Select(run => (Place: PlaceOf(run), Look: LookOf(run), Run: run))
            .Select(run => (run.Place, IsHidden: run.Look.IsHidden || LiesInHiddenRow(run.Run), IsFaint: run.Look.IsHardlyVisible || LiesBesideThePage(run.Run)))
            .Where(run => run.IsHidden || run.IsFaint)
            .ToLookup(run => run.Place);
        foreach (var place in found)
            yield return place.Any(run => run.IsHidden) ? Marks.Hidden(place.Key) : Marks.HardlyVisible(place.Key);
    }

    private IEnumerable<XElement> Runs() => source.Margins.Prepend(source.Body).SelectMany(part => part.Descendants(W.Run));

    private TextLook LookOf(XElement run)
    {
        var properties = run.Element(W.RunProperties);
        var paragraph = run.Ancestors(W.Paragraph).FirstOrDefault()?.Element(W.ParagraphProperties);
        var (paragraphStyle, runStyle) = (source.StyleOf(paragraph?.Element(W.Main + "pStyle").Val()), source.StyleOf(properties?.Element(W.Main + "rStyle").Val()));
        var own = TextLook.Of(properties);
        var look = own.Over(runStyle.Look).Over(paragraphStyle.Look).Over(source.DefaultLook);
        return look with
        {
            Fill = look.Fill ?? TextLook.FillOf(paragraph?.Element(W.Main + "shd")) ?? paragraphStyle.Fill ?? CellFill(run),
            // Word takes a hidden style under a hidden format for visible; nobody relies on that on purpose.
            Hidden = look.IsHidden || (own.Hidden is null && (runStyle.Look.IsHidden || paragraphStyle.Look.IsHidden)),
        };
    }

    // White letters in the coloured head of a table are a look that people choose; the colour mostly comes from the table's style.
    private string? CellFill(XElement run) =>
        run.Ancestors(W.Cell).Select(cell => TextLook.FillOf(cell.Element(W.Main + "tcPr")?.Element(W.Main + "shd")) ?? TableFill(cell)).FirstOrDefault(fill => fill is not null);

    private string? TableFill(XElement cell)
    {
        var (row, table) = (cell.Ancestors(W.Row).FirstOrDefault(), cell.Ancestors(W.Table).FirstOrDefault());
        var style = source.StyleOf(table?.Element(W.Main + "tblPr")?.Element(W.Main + "tblStyle").Val());
        return row is not null && row == table?.Elements(W.Row).FirstOrDefault() ? style.HeadFill ?? style.Fill : style.Fill;
    }

    private static bool LiesInHiddenRow(XElement run) => run.Ancestors(W.Row).Any(row => row.Element(W.Main + "trPr") is { } properties
        && (properties.Element(W.Main + "hidden").IsOn()
            || (properties.Element(W.Main + "trHeight") is { } height && height.Attribute(W.Main + "hRule")?.Value == "exact" && Twips(height, "val") is < LowestRow)));

    private static bool LiesBesideThePage(XElement run) => run.Ancestors(W.Paragraph).FirstOrDefault()?.Element(W.ParagraphProperties) is { } properties
        && (IsBeyond(properties.Element(W.Main + "framePr"), "x", "y") || IsBeyond(properties.Element(W.Main + "ind"), "left", "start", "right", "end", "firstLine"));

    private static bool IsBeyond(XElement? element, params IEnumerable<string> lengths) =>
        element is not null && lengths.Any(length => Twips(element, length) is { } twips && Math.Abs(twips) >= LongestPage);

    private static int? Twips(XElement element, string name) =>
        int.TryParse(element.Attribute(W.Main + name)?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var twips) ? twips : null;

    private static bool ShowsPlaceholder(XElement run) => run.Ancestors(W.Control).Any(control => control.ShowsPlaceholder());

    private string PlaceOf(XElement run) =>
        source.ItemOf(run) ?? (run.Ancestors().Contains(source.Body) ? "Dokument" : "Kopf- oder Fußzeile");
}
