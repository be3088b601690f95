using PartnerOffice.Core;

namespace PartnerOffice.Documents.Edition;

/// <summary>What the texts of one edition may say: the values of its model and the words of the standard form, and what must be there.</summary>
internal sealed class AllowedTexts
{
    private readonly PhraseBook labels = new(FixedWords.Labels);
    private readonly PhraseBook whole;
    private readonly Dictionary<string, PhraseBook> ofItem;
    private readonly IReadOnlyList<Leaf> leaves;

    public AllowedTexts(PartnerEdition edition, IReadOnlyList<Leaf> leaves)
    {
        this.leaves = leaves;
        whole = Book(leaves);
        ofItem = leaves.Where(leaf => leaf.Item is not null).GroupBy(leaf => leaf.Item!).ToDictionary(group => group.Key, group => Book(group), StringComparer.Ordinal);
        Links = leaves.Where(leaf => leaf.Kind == LeafKind.Link).Select(leaf => leaf.Text).ToHashSet(StringComparer.Ordinal);

        var minutes = edition.Content;
        ItemIds = minutes.Items.Select(item => item.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        BoardIds = minutes.Boards.Select(board => board.District).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The targets of the model's links.</summary>
    public IReadOnlySet<string> Links { get; }

    /// <summary>The ids that the control of an agenda item may carry.</summary>
    public IReadOnlySet<string> ItemIds { get; }

    /// <summary>The ids that the control of a board may carry.</summary>
    public IReadOnlySet<string> BoardIds { get; }

    /// <summary>Whether a paragraph says only what it may; inside an agenda item only that item's own values.</summary>
    public bool Allow(string paragraph, string? item) =>
        PhraseBook.Covers(paragraph, labels, item is null ? whole : ofItem.GetValueOrDefault(item) ?? labels);

    /// <summary>Names the places whose words are not all in the document, or not in order.</summary>
    public IEnumerable<string> Missing(IReadOnlyList<(string Text, string? Item)> paragraphs)
    {
        // What is for the partner is all there, in order: each paragraph of the rich text is a paragraph of its item.
        foreach (var item in leaves.Where(leaf => leaf.Kind == LeafKind.Paragraph).GroupBy(leaf => leaf.Item))
        {
            using var found = paragraphs.Where(paragraph => paragraph.Item == item.Key).Select(paragraph => paragraph.Text).GetEnumerator();
            foreach (var leaf in item)
            {
                var text = PhraseBook.Plain(leaf.Text);
                var isThere = false;
                while (!isThere && found.MoveNext())
                    isThere = found.Current == text;
                if (!isThere)
                {
                    yield return leaf.Place;
                    break;
                }
            }
        }

        // What belongs to the whole document may stand on the edge of its pages.
        foreach (var same in leaves.Where(leaf => leaf.IsRequired).GroupBy(leaf => (Text: PhraseBook.Plain(leaf.Text), leaf.Item)))
        {
            var count = paragraphs.Count(paragraph => (same.Key.Item is null || paragraph.Item == same.Key.Item) && paragraph.Text.Contains(same.Key.Text, StringComparison.Ordinal));
            if (count < same.Count())
                yield return same.First().Place;
        }
    }

    private static PhraseBook Book(IEnumerable<Leaf> leaves) =>
        new(leaves.SelectMany(leaf => leaf.Kind == LeafKind.Choice ? FixedWords.For(leaf.Text) : [leaf.Text]));
}
