using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Tests.Support;

/// <summary>Removes one carrier of every mark in a document, as people do without noticing.</summary>
internal static class MarkCarriers
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static void Remove(XElement body, string carrier)
    {
        switch (carrier)
        {
            case "control":
                // "Inhaltssteuerelement entfernen": the content stays.
                foreach (var control in body.Descendants(W + "sdt").Where(control => Tag(control) == "po:internal").ToList())
                    control.ReplaceWith(control.Element(W + "sdtContent")!.Nodes());
                break;
            case "style":
                // "Formatierung löschen".
                foreach (var style in body.Descendants().Where(element => element.Name.LocalName is "pStyle" or "rStyle" && element.Attribute(W + "val")?.Value.StartsWith("PONurVorstand", StringComparison.Ordinal) == true).ToList())
                    style.Remove();
                break;
            case "signs":
                foreach (var text in body.Descendants(W + "t"))
                    text.Value = text.Value.Replace(InternalSigns.Begin, "", StringComparison.Ordinal).Replace(InternalSigns.End, "", StringComparison.Ordinal);
                break;
            case "sign retyped":
                foreach (var text in body.Descendants(W + "t"))
                    text.Value = text.Value.Replace(InternalSigns.Begin, "(nur Vorstand)", StringComparison.Ordinal).Replace(InternalSigns.End, "(Ende)", StringComparison.Ordinal);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(carrier));
        }
    }

    private static string? Tag(XElement control) => control.Element(W + "sdtPr")?.Element(W + "tag")?.Attribute(W + "val")?.Value;
}
