using System.Globalization;
using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Word;

/// <summary>V18: text that nobody sees on the page: white, or too small to read. What is hidden outright, the reader finds itself.</summary>
public static class Visibility
{
    // In half points: no letter of two points is read by anybody.
    private const int SmallestSize = 4;

    /// <summary>The places with text that a person cannot see, each once.</summary>
    public static IReadOnlyList<Finding> Look(GatedPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);

        var source = new WordSource(package);
        var lines = new LineReader(source, _ => { });
        return
        [
            .. source.Margins.Prepend(source.Body)
                .SelectMany(part => part.Descendants(W.Run).Where(IsNearlyInvisible).Select(run => PlaceOf(run, lines)))
                .Distinct()
                .Select(place => new Finding(
                    "V18",
                    Severity.Error,
                    place,
                    new Bilingual("Hier steht Text, den man nicht sieht: weiß auf weiß oder winzig.", "There is text here that nobody sees: white on white, or tiny."),
                    new Bilingual("Den Text sichtbar machen oder löschen.", "Make the text visible, or delete it."))),
        ];
    }

    private static bool IsNearlyInvisible(XElement run)
    {
        if (string.IsNullOrWhiteSpace(string.Concat(run.Elements(W.Main + "t").Select(text => text.Value))))
            return false;

        var properties = run.Element(W.RunProperties);
        var isTiny = int.TryParse(properties?.Element(W.Main + "sz").Val(), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size <= SmallestSize;
        return isTiny || (IsWhite(properties?.Element(W.Main + "color").Val()) && !IsOnColour(run));
    }

    // White on colour is a look that people choose; the head of a table has its colour from the table's style.
    private static bool IsOnColour(XElement run) =>
        run.AncestorsAndSelf().Select(element => element.Element(W.Main + (element.Name.LocalName + "Pr")))
            .OfType<XElement>()
            .SelectMany(properties => properties.Elements(W.Main + "shd").Concat(properties.Elements(W.Main + "highlight")))
            .Any(shade => shade.Name.LocalName == "highlight" || (shade.Attribute(W.Main + "fill")?.Value is { } fill && fill != "auto" && !IsWhite(fill)))
        || run.Ancestors(W.Row).Any(row => row.Elements(W.Main + "trPr").Elements(W.Main + "tblHeader").Any());

    private static bool IsWhite(string? colour) =>
        colour is { Length: 6 } && int.TryParse(colour, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
        && (value >> 16) >= 0xF5 && (value >> 8 & 255) >= 0xF5 && (value & 255) >= 0xF5;

    private static string PlaceOf(XElement run, LineReader lines)
    {
        var block = run.Ancestors(W.Control).FirstOrDefault(control => control.TagOf()?.StartsWith(Tags.ItemPrefix, StringComparison.Ordinal) == true);
        return block is not null && ItemReader.NumberOf(block, lines) is { Length: > 0 } number ? $"TOP {number}" : "Dokument";
    }
}
