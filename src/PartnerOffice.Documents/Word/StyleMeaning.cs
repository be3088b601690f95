using System.Globalization;
using System.Xml.Linq;

namespace PartnerOffice.Documents.Word;

/// <summary>What a style means to the reader, whatever it looks like and whatever language Word has.</summary>
/// <param name="HeadingLevel">1 to 9, or 0.</param>
/// <param name="Internal">Whether it marks the board's own passages (R1).</param>
internal sealed record StyleMeaning(string? Name, int HeadingLevel, bool Internal, bool Bold, bool Italic, bool Underline, string? NumberId, int Level)
{
    public static readonly StyleMeaning None = new(null, 0, false, false, false, false, null, 0);

    /// <summary>Whether a person sees what has this style.</summary>
    public TextLook Look { get; private init; } = TextLook.Plain;

    /// <summary>What lies behind a paragraph of this style.</summary>
    public string? Fill { get; private init; }

    public static StyleMeaning Of(XElement style, StyleMeaning inherited)
    {
        var name = style.Element(W.Main + "name").Val();
        var runs = style.Element(W.RunProperties);
        var number = style.Element(W.ParagraphProperties)?.Element(W.Main + "numPr");
        return new StyleMeaning(
            name,
            HeadingLevelOf(name) is > 0 and var level ? level : inherited.HeadingLevel,
            IsInternal(name) || IsInternal(style.Attribute(W.Main + "styleId")?.Value) || inherited.Internal,
            Toggle(runs, "b", inherited.Bold),
            Toggle(runs, "i", inherited.Italic),
            Toggle(runs, "u", inherited.Underline),
            number?.Element(W.Main + "numId").Val() ?? inherited.NumberId,
            int.TryParse(number?.Element(W.Main + "ilvl").Val(), NumberStyles.None, CultureInfo.InvariantCulture, out var depth) ? depth : inherited.Level)
        {
            Look = TextLook.Of(runs).Over(inherited.Look),
            Fill = TextLook.FillOf(style.Element(W.ParagraphProperties)?.Element(W.Main + "shd")) ?? inherited.Fill,
        };
    }

    // Word writes the built-in names in English in every language.
    private static int HeadingLevelOf(string? name) =>
        name is not null && name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && int.TryParse(name[8..], NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : 0;

    // Word numbers a style that was pasted from another document ("PO Nur Vorstand1"), LibreOffice rewrites ids: the words count.
    private static bool IsInternal(string? name) =>
        name is not null && name.Replace(" ", "", StringComparison.Ordinal).Contains("nurvorstand", StringComparison.OrdinalIgnoreCase);

    private static bool Toggle(XElement? runs, string name, bool inherited) =>
        runs?.Element(W.Main + name) is { } toggle ? toggle.IsOn() : inherited;
}
