using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>What a draft holds ready to write in, so that one that was taken offline can be gone on with (R25).</summary>
internal static class DraftPlaces
{
    /// <summary>How the form is filled again for a document whose controls were put back: with the same places, and nothing entered that nobody said.</summary>
    public static FillingMode ModeFor(WordSource source, Minutes minutes)
    {
        var reader = new LineReader(source, _ => { });
        var blocks = source.Body.Descendants(W.Control).Where(control => Tags.IsItem(control.TagOf())).ToList();
        var tables = new Dictionary<EntryId, DraftTables>();
        foreach (var block in blocks)
        {
            if (minutes.Items.FirstOrDefault(item => item.Number == ItemReader.NumberOf(block, reader)) is { } item)
                tables[item.Id] = TablesIn(block, reader);
        }

        // A spare item that nobody used is none of the minutes'.
        var isDraft = blocks.Count > minutes.Items.Count && minutes.Approval.State == ApprovalState.Draft;
        var mode = new FillingMode { IsDraft = isDraft, NotEntered = new FormTables(source, [], minutes.District, [], minutes.Date, BoardNames.In(source)).NotEntered(source.Body).ToHashSet() };
        return isDraft ? mode with { OpenTables = tables } : mode;
    }

    private static DraftTables TablesIn(XElement block, LineReader reader)
    {
        var found = DraftTables.None;
        foreach (var table in block.Descendants(W.Table))
        {
            var heads = table.Descendants(W.Row).FirstOrDefault()?.Elements(W.Cell).Select(cell => string.Join(" ", cell.Elements(W.Paragraph).Select(reader.Text))).ToList() ?? [];
            foreach (var kind in (DraftTables[])[DraftTables.Resolutions, DraftTables.Elections, DraftTables.Actions])
            {
                if (FixedTables.For(kind, isJoint: false).Concat(FixedTables.For(kind, isJoint: true)).Any(form => form.HasHeads(heads)))
                    found |= kind;
            }
        }

        return found;
    }
}
