using System.Globalization;
using System.Xml.Linq;

namespace PartnerOffice.Documents.Word;

/// <summary>How text looks, as far as it decides whether a person sees it on the page (redaction 3.4, place 3).</summary>
/// <param name="Color">Six hexadecimal digits; null where Word chooses, which it does legibly.</param>
/// <param name="Fill">What lies behind the text; null for the paper.</param>
/// <param name="HalfPoints">The size, in half points.</param>
/// <param name="WidthPercent">How wide each character is drawn, in percent.</param>
internal sealed record TextLook(string? Color, string? Fill, int? HalfPoints, int? WidthPercent, bool? Hidden)
{
    private const string Paper = "FFFFFF";
    private const int SmallestHalfPoints = 4;
    private const int NarrowestPercent = 10;
    private const int OpaqueThousandths = 100_000;

    // WCAG asks for 4.5 to read with ease; below this nobody sees that there is text at all.
    private const double FaintestContrast = 1.5;

    private static readonly XNamespace Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";

    private static readonly Dictionary<string, string> Highlights = new(StringComparer.OrdinalIgnoreCase)
    {
        ["black"] = "000000",
        ["blue"] = "0000FF",
        ["cyan"] = "00FFFF",
        ["green"] = "00FF00",
        ["magenta"] = "FF00FF",
        ["red"] = "FF0000",
        ["yellow"] = "FFFF00",
        ["white"] = "FFFFFF",
        ["darkBlue"] = "000080",
        ["darkCyan"] = "008080",
        ["darkGreen"] = "008000",
        ["darkMagenta"] = "800080",
        ["darkRed"] = "800000",
        ["darkYellow"] = "808000",
        ["darkGray"] = "808080",
        ["lightGray"] = "C0C0C0",
    };

    public static TextLook Plain { get; } = new(null, null, null, null, null);

    public bool IsHidden => Hidden == true;

    /// <summary>Whether it is there and a person would not see it: too small, too narrow, or in the colour of what lies behind.</summary>
    public bool IsHardlyVisible =>
        HalfPoints <= SmallestHalfPoints
        || WidthPercent < NarrowestPercent
        || (Color is { } color && Contrast(color, Fill ?? Paper) < FaintestContrast);

    /// <summary>What run properties say themselves.</summary>
    public static TextLook Of(XElement? runProperties)
    {
        if (runProperties is null)
            return Plain;

        var isSeeThrough = IsSeeThrough(runProperties.Element(Word2010 + "textFill"));
        return new TextLook(
            isSeeThrough ? Paper : ColorOf(runProperties.Element(W.Main + "color")),
            isSeeThrough ? Paper : HighlightOf(runProperties.Element(W.Main + "highlight")) ?? FillOf(runProperties.Element(W.Main + "shd")),
            NumberOf(runProperties.Element(W.Main + "sz")),
            NumberOf(runProperties.Element(W.Main + "w")),
            IsHiddenIn(runProperties));
    }

    /// <summary>The fill of a paragraph's or a cell's shading; null for none.</summary>
    public static string? FillOf(XElement? shading) =>
        shading?.Attribute(W.Main + "fill")?.Value is { Length: 6 } fill && IsHex(fill) ? fill : null;

    /// <summary>This look where it says something, the other where it does not.</summary>
    public TextLook Over(TextLook below) => new(
        Color ?? below.Color,
        Fill ?? below.Fill,
        HalfPoints ?? below.HalfPoints,
        WidthPercent ?? below.WidthPercent,
        Hidden ?? below.Hidden);

    private static bool? IsHiddenIn(XElement properties)
    {
        bool? hidden = null;
        foreach (var name in (string[])["vanish", "specVanish", "webHidden"])
        {
            if (properties.Element(W.Main + name) is { } toggle)
                hidden = hidden == true || toggle.IsOn();
        }

        return hidden;
    }

    private static string? ColorOf(XElement? color)
    {
        if (color?.Attribute(W.Main + "themeColor")?.Value is "background1" or "light1")
            return Paper;

        return color.Val() is { Length: 6 } value && IsHex(value) ? value : null;
    }

    private static string? HighlightOf(XElement? highlight) =>
        highlight.Val() is { } name && Highlights.TryGetValue(name, out var color) ? color : null;

    // Text effects of Word 2010: no fill, or one that lets everything through.
    private static bool IsSeeThrough(XElement? fill) =>
        fill is not null
        && (fill.Element(Word2010 + "noFill") is not null
            || fill.Descendants(Word2010 + "alpha").Any(alpha => int.TryParse(alpha.Attribute(Word2010 + "val")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var through) && through > OpaqueThousandths * 8 / 10));

    private static int? NumberOf(XElement? element) =>
        int.TryParse(element.Val(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsHex(string value) => value.All(char.IsAsciiHexDigit);

    // The contrast ratio of WCAG 2.2.
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        static double Channel(ReadOnlySpan<char> hex)
        {
            var value = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(color.AsSpan(0, 2))) + (0.7152 * Channel(color.AsSpan(2, 2))) + (0.0722 * Channel(color.AsSpan(4, 2)));
    }
}
