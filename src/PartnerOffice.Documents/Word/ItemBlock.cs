using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>One agenda item of the standard form: the block and the controls in it.</summary>
internal static class ItemBlock
{
    public static SdtElement Fill(SdtElement block, AgendaItem item, RichTextWriter text, FixedTableWriter tables, IReadOnlyList<FixedTable> open, IReadOnlyList<MinutesId> offered, BoardNames boards, FillingMode mode)
    {
        var audiences = new AudienceText(boards);
        Controls.SetTag(block, Tags.Item(item.Id));
        var title = Only(block, Tags.Title);
        Controls.Fill(title, item.Title);
        WriteNumber(title, item, tables);

        var audience = Only(block, Tags.Audience);
        Controls.Fill(audience, audiences.Write(item.Audience, item.BoardOf));
        if (boards.AreSeveral && !mode.IsEdition)
            Controls.Offer(audience, audiences.Choices);
        Controls.Fill(Only(block, Tags.Status), FormWords.Statuses[item.Status]);
        // When an item begins is known only in the meeting, and no control can be put in then (R2).
        if (item.Start is not null || mode.IsDraft)
        {
            var line = audience.Ancestors<Paragraph>().First();
            line.Append(Wml.Run(" · Beginn: "), Wml.Value(Tags.ItemStart, "Beginn", FormText.Time(item.Start)));
        }

        var content = Only(block, Tags.Text).GetFirstChild<SdtContentBlock>() ?? throw TemplateException.Missing(Tags.Text);
        content.RemoveAllChildren();
        content.Append(Text(item, text, tables, open));
        AppendNotes(block, item, offered);
        return block;
    }

    private static IEnumerable<OpenXmlElement> Text(AgendaItem item, RichTextWriter text, FixedTableWriter tables, IReadOnlyList<FixedTable> open)
    {
        OpenXmlElement? last = null;
        var words = text.Write(item.Text).ToList();

        // A draft's tables need a line above them to write in.
        if (open.Count > 0 && words.Count == 0)
            words.Add(Wml.Paragraph(null));
        foreach (var element in words.Concat(tables.Of(item, open)))
        {
            // Word makes one table of two neighbours; the reader passes over an empty paragraph.
            if (element is Table && last is Table)
                yield return Wml.Paragraph(StyleNames.Detail);
            last = element;
            yield return element;
        }

        // A control that ends with a table cannot be left with the cursor, and an empty one is no place to write.
        if (last is not Paragraph)
            yield return last is null ? Wml.Paragraph(null) : Wml.Paragraph(StyleNames.Detail);
    }

    private static void AppendNotes(SdtElement block, AgendaItem item, IReadOnlyList<MinutesId> offered)
    {
        var content = block.GetFirstChild<SdtContentBlock>()!;
        if (item.TakesNoteOf.Count > 0 || offered.Count > 0)
        {
            // What only arrived is offered with an empty box: a draft that nobody touched says of nothing that note was taken.
            content.Append(Wml.Paragraph(
                StyleNames.Detail,
                Wml.Run(offered.Count > 0 ? $"Zur Kenntnis genommen ({NoteTick.Open} durch {NoteTick.Ticked} ersetzen): " : "Zur Kenntnis genommen: "),
                Wml.Value(Tags.TakesNoteOf, "Zur Kenntnis genommen", string.Join(", ", item.TakesNoteOf.Select(id => id.ToString()).Concat(offered.Select(NoteTick.Offer))))));
        }

        if (item.PartnerNote is { } note)
            content.Append(Wml.Paragraph(StyleNames.PartnerNote, Wml.Run("Hinweis für den Partner: "), Wml.Value(Tags.PartnerNote, "Hinweis für den Partner", note)));
    }

    // The number stands before the title in the same line and is text: "4a" and "N 1" are numbers.
    private static void WriteNumber(SdtElement title, AgendaItem item, FixedTableWriter tables)
    {
        var line = title.Ancestors<Paragraph>().First();
        var before = line.ChildElements.TakeWhile(child => child != title).Where(child => child is not ParagraphProperties).ToList();
        var look = before.SelectMany(child => child.Descendants<RunProperties>()).FirstOrDefault();
        foreach (var old in before)
            old.Remove();

        var run = new Run(new Text($"TOP {item.Number}") { Space = SpaceProcessingModeValues.Preserve }, new TabChar());
        if (look is not null)
            run.PrependChild(look.CloneNode(true));
        foreach (var element in tables.Bookmarked(EntryBookmark.Item, item.Id.ToString(), run))
            title.InsertBeforeSelf(element);
    }

    private static SdtElement Only(SdtElement block, string tag) =>
        Controls.Tagged(block, tag).FirstOrDefault() ?? throw TemplateException.Missing(tag);
}
