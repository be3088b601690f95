using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PartnerOffice.Documents.Word;

/// <summary>Finds and fills content controls by their tag.</summary>
internal static class Controls
{
    public static string? TagOf(OpenXmlElement control) =>
        (control as SdtElement)?.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value;

    public static IEnumerable<SdtElement> In(OpenXmlElement root) => root.Descendants<SdtElement>();

    public static IEnumerable<SdtElement> Tagged(OpenXmlElement root, string tag) => In(root).Where(control => TagOf(control) == tag);

    /// <summary>Puts a value into a control in a line, in the format of what stood there.</summary>
    public static void Fill(SdtElement control, string text)
    {
        // A placeholder's grey look would stay with the real value.
        control.SdtProperties!.RemoveAllChildren<ShowingPlaceholder>();
        var content = control.ChildElements.First(child => child is SdtContentRun or SdtContentBlock or SdtContentCell);
        var format = content.Descendants<RunProperties>().FirstOrDefault(properties => properties.RunStyle?.Val?.Value != "PlaceholderText");
        var run = new Run();
        if (format is not null)
            run.Append(format.CloneNode(true));
        run.Append(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

        // The template may have the control round a run, a paragraph or a cell: only the runs are ours.
        var line = content is SdtContentRun ? content : content.Descendants<Paragraph>().FirstOrDefault() ?? content.AppendChild(new Paragraph());
        foreach (var old in line.ChildElements.Where(child => child is not ParagraphProperties).ToList())
            old.Remove();
        line.Append(run);
    }

    /// <summary>Gives a drop-down the words that can be chosen; a control that people made of it has no list any more, and needs none.</summary>
    public static void Offer(SdtElement control, IEnumerable<string> words)
    {
        if (control.SdtProperties!.GetFirstChild<SdtContentDropDownList>() is not { } list)
            return;

        list.RemoveAllChildren<ListItem>();
        foreach (var word in words)
            list.Append(new ListItem { DisplayText = word, Value = word });
    }

    public static void SetTag(SdtElement control, string tag) => control.SdtProperties!.GetFirstChild<Tag>()!.Val = tag;

    /// <summary>Gives every control a number of its own, in the order of the document: clones carry their model's.</summary>
    public static void Number(params IEnumerable<OpenXmlElement> roots)
    {
        var next = 1;
        foreach (var control in roots.SelectMany(In))
        {
            var id = control.SdtProperties!.GetFirstChild<SdtId>() ?? control.SdtProperties.AppendChild(new SdtId());
            id.Val = next++;
        }
    }
}
