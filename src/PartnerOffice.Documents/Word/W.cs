using System.Xml.Linq;

namespace PartnerOffice.Documents.Word;

/// <summary>The names of WordprocessingML that the reader knows.</summary>
internal static class W
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public static readonly XNamespace Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    public static readonly XName Paragraph = Main + "p";
    public static readonly XName ParagraphProperties = Main + "pPr";
    public static readonly XName Run = Main + "r";
    public static readonly XName RunProperties = Main + "rPr";
    public static readonly XName Table = Main + "tbl";
    public static readonly XName Row = Main + "tr";
    public static readonly XName Cell = Main + "tc";
    public static readonly XName Control = Main + "sdt";
    public static readonly XName ControlProperties = Main + "sdtPr";
    public static readonly XName ControlContent = Main + "sdtContent";
    public static readonly XName Hyperlink = Main + "hyperlink";
    public static readonly XName Style = Main + "style";
    public static readonly XName Value = Main + "val";

    public static string? Val(this XElement? element) => element?.Attribute(Value)?.Value;

    /// <summary>Whether a toggle (w:b, w:vanish …) is on: present without a value, or with one that is not off.</summary>
    public static bool IsOn(this XElement? toggle) => toggle is not null && toggle.Val() is not ("0" or "false" or "off" or "none");

    /// <summary>Whether a control shows the words that ask for its value instead of a value.</summary>
    public static bool ShowsPlaceholder(this XElement control) => control.Element(ControlProperties)?.Element(Main + "showingPlcHdr").IsOn() == true;

    public static string? TagOf(this XElement control) => control.Element(ControlProperties)?.Element(Main + "tag").Val();
}
