using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PartnerOffice.Documents.Word;

/// <summary>What a style means to the reader, whatever it looks like and whatever language Word has.</summary>
/// <param name="HeadingLevel">1 to 9, or 0.</param>
/// <param name="Internal">Whether it marks the board's own passages (R1).</param>
internal sealed partial record StyleMeaning(string? Name, int HeadingLevel, bool Internal, bool Bold, bool Italic, bool Underline, string? NumberId, int Level)
{
    public static readonly StyleMeaning None = new(null, 0, false, false, false, false, null, 0);

    /// <summary>Whether a person sees what has this style.</summary>
    public TextLook Look { get; private init; } = TextLook.Plain;

    /// <summary>Whether it is the style of the title or of the line below it.</summary>
    public bool IsTitle => Name is not null && TitleName().IsMatch(Name);

    /// <summary>What lies behind a paragraph or a table of this style.</summary>
    public string? Fill { get; private init; }

    /// <summary>What lies behind the first row of a table of this style.</summary>
    public string? HeadFill { get; private init; }

    public static StyleMeaning Of(XElement style, StyleMeaning inherited)
    {
        var name = style.Element(W.Main + "name").Val();
        var runs = style.Element(W.RunProperties);
        var number = style.Element(W.ParagraphProperties)?.Element(W.Main + "numPr");
        return new StyleMeaning(
            name,
            HeadingLevelOf(name) is > 0 and var level ? level : OutlineLevelOf(style) is > 0 and var outline ? outline : inherited.HeadingLevel,
            IsInternal(name) || IsInternal(style.Attribute(W.Main + "styleId")?.Value) || inherited.Internal,
            Toggle(runs, "b", inherited.Bold),
            Toggle(runs, "i", inherited.Italic),
            Toggle(runs, "u", inherited.Underline),
            number?.Element(W.Main + "numId").Val() ?? inherited.NumberId,
            int.TryParse(number?.Element(W.Main + "ilvl").Val(), NumberStyles.None, CultureInfo.InvariantCulture, out var depth) ? depth : inherited.Level)
        {
            Look = TextLook.Of(runs).Over(inherited.Look),
            Fill = TextLook.FillOf(style.Element(W.ParagraphProperties)?.Element(W.Main + "shd")) ?? CellFill(style) ?? inherited.Fill,
            HeadFill = CellFill(style.Elements(W.Main + "tblStylePr").FirstOrDefault(part => part.Attribute(W.Main + "type")?.Value == "firstRow")) ?? inherited.HeadFill,
        };
    }

    // Word writes the built-in names in English in every language; Pages and online converters write what their screen says.
    private static int HeadingLevelOf(string? name) =>
        name is not null && HeadingName().Match(name) is { Success: true } match ? match.Groups["level"].Value[0] - '0' : 0;

    // A style of one's own with a place in the outline is a heading, whatever its name.
    private static int OutlineLevelOf(XElement style) =>
        int.TryParse(style.Element(W.ParagraphProperties)?.Element(W.Main + "outlineLvl").Val(), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 9 ? level + 1 : 0;

    private static string? CellFill(XElement? style) => TextLook.FillOf(style?.Element(W.Main + "tcPr")?.Element(W.Main + "shd"));

    // Word numbers a style that was pasted from another document ("PO Nur Vorstand1"), LibreOffice rewrites ids: the words count.
    private static bool IsInternal(string? name) =>
        name is not null && name.Replace(" ", "", StringComparison.Ordinal).Contains("nurvorstand", StringComparison.OrdinalIgnoreCase);

    private static bool Toggle(XElement? runs, string name, bool inherited) =>
        runs?.Element(W.Main + name) is { } toggle ? toggle.IsOn() : inherited;

    [GeneratedRegex("^(?:(?:sub)?title|(?:unter)?titel)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TitleName();

    [GeneratedRegex(@"^(?:heading|überschrift|titre|título|titolo|kop|nagłówek|rubrik|overskrift|otsikko|başlık|заголовок|nadpis|címsor|titlu|naslov) ?(?<level>[1-9])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadingName();
}
