using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>The lines of one standard form, taken from the delivered template: what it says today is what repair looks for.</summary>
internal sealed class FormLines
{
    private static readonly Dictionary<TemplateForm, Lazy<FormLines>> Delivered = TemplateForm.All.ToDictionary(
        form => form, form => new Lazy<FormLines>(() => new FormLines(new WordSource(PackageGate.Inspect(MinutesTemplate.Build(form.FileName), PackageKind.Word)).Body)));

    private FormLines(XElement body)
    {
        var lines = new List<FormLine>();
        var blocks = new Dictionary<string, string>();
        foreach (var paragraph in body.Descendants(W.Paragraph).Where(paragraph => !paragraph.Ancestors(W.Control).Any(control => Tags.IsItem(control.TagOf()))))
        {
            var label = LabelOf(paragraph);
            if (label is not null && paragraph.Ancestors(W.Control).FirstOrDefault()?.TagOf() is { } tag)
                blocks[label] = tag;
            else if (FormLine.Of(label, paragraph) is { } line && !line.Controls.All(control => control.Tag!.StartsWith("po:frame.", StringComparison.Ordinal)))
                lines.Add(line);
        }

        // The form of two boards has the line twice, each with a board's name before the same figures.
        var quorums = lines.Where(line => line.Has(Tags.QuorumPresent)).ToList();
        Quorum = quorums[0] with { Pieces = [.. quorums[0].Pieces.SkipWhile(piece => piece.Tag != Tags.QuorumPresent)] };
        JointQuorum = new FormLine(null,
        [
            new FormLine.Piece(null, "", null, []), new FormLine.Piece(", Leitung ", null, null, []),
            new FormLine.Piece(null, Tags.BoardChair, null, []), new FormLine.Piece(": ", null, null, []),
            .. Quorum.Pieces,
        ]);
        Head = lines.Single(line => line.Label is null && line.Has(Tags.Number));
        Kind = lines.Single(line => line.Has(Tags.Kind));
        Identity = lines.Single(line => line.Has(Tags.MinutesId));
        Labelled = lines.Where(line => line.Label is not null).ToLookup(line => line.Label!, StringComparer.OrdinalIgnoreCase);
        BlockTags = blocks;
        SectionNames =
        [
            .. body.Elements(W.Paragraph).Where(paragraph => paragraph.Descendants(W.Main + "pStyle").FirstOrDefault().Val() == StyleNames.Heading(StyleNames.SectionLevel)).Select(paragraph => paragraph.Value.Trim()),

            // Every form gets these where its meeting has them.
            .. TemplateForm.OfBoard.Reports.Select(table => table.Name),
        ];
    }

    public static FormLines Of(TemplateForm form) => Delivered[form].Value;

    /// <summary>The line below the title. In the forms of members it is no more than "NUMBER vom DAY", so only its place tells it from other text.</summary>
    public FormLine Head { get; }

    /// <summary>The line that names the kind of meeting: the head's, or one of its own.</summary>
    public FormLine Kind { get; }

    /// <summary>The last line, with the ids.</summary>
    public FormLine Identity { get; }

    /// <summary>The lines with a label in the cell to their left.</summary>
    public ILookup<string, FormLine> Labelled { get; }

    /// <summary>Controls round whole paragraphs in a cell, by the label to the left.</summary>
    public IReadOnlyDictionary<string, string> BlockTags { get; }

    /// <summary>The headings of the form's sections.</summary>
    public IReadOnlyList<string> SectionNames { get; }

    public FormLine Quorum { get; }

    /// <summary>The same where two boards met: the first value is the district's name.</summary>
    public FormLine JointQuorum { get; }

    /// <summary>What stands in the cell to the left of a paragraph's cell; null where it stands in none.</summary>
    public static string? LabelOf(XElement paragraph) =>
        paragraph.Ancestors(W.Cell).FirstOrDefault() is { } cell && cell.ElementsBeforeSelf(W.Cell).ToList() is [var left] && !cell.ElementsAfterSelf(W.Cell).Any()
            ? left.Value.Trim().TrimEnd(':')
            : null;

    /// <summary>The lines of a document that can be its <see cref="Head"/>.</summary>
    public IReadOnlyList<XElement> HeadsIn(WordSource source)
    {
        var reader = new LineReader(source, _ => { });
        var heads = source.Body.Descendants(W.Paragraph).TakeWhile(paragraph => !EndsHead(paragraph, reader.Text(paragraph).Trim())).Where(paragraph => Head.ValuesIn(reader.Text(paragraph)) is not null).ToList();

        // A letterhead may say "vom" too; what has the look of a title is the title.
        var titles = heads.Where(paragraph => source.StyleOf(paragraph.Element(W.ParagraphProperties)?.Element(W.Main + "pStyle").Val()).IsTitle).ToList();
        return titles.Count > 0 ? titles : heads;
    }

    /// <summary>The kind of meeting that a document names where this form has it; null where it names none.</summary>
    public MeetingKind? KindIn(WordSource source)
    {
        var reader = new LineReader(source, _ => { });
        var places = Kind == Head ? HeadsIn(source) : source.Body.Descendants(W.Paragraph).Where(paragraph => Kind.Label!.Equals(LabelOf(paragraph), StringComparison.OrdinalIgnoreCase));
        return places.Select(paragraph => FormWords.Kinds.Read(Kind.ValueIn(reader.Text(paragraph), Tags.Kind))).FirstOrDefault(kind => kind is not null);
    }

    private bool EndsHead(XElement paragraph, string text) =>
        SectionNames.Contains(text, StringComparer.OrdinalIgnoreCase) || ItemRestorer.HeadingOf(text) is not null || (LabelOf(paragraph) is { } label && Labelled.Contains(label));
}
