using System.Xml.Linq;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>The lines of the standard form, taken from the delivered template: what it says today is what repair looks for.</summary>
internal sealed class FormLines
{
    private static readonly Lazy<FormLines> Delivered = new(() => new FormLines(new WordSource(PackageGate.Inspect(MinutesTemplate.Build(), PackageKind.Word)).Body));

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

        All = lines;
        BlockTags = blocks;
        SectionNames = [.. body.Elements(W.Paragraph).Where(paragraph => paragraph.Descendants(W.Main + "pStyle").FirstOrDefault().Val() == StyleNames.Heading(StyleNames.SectionLevel)).Select(paragraph => paragraph.Value.Trim())];
        Quorum = lines.Single(line => line.Controls.Any(control => control.Tag == Tags.QuorumPresent));
        JointQuorum = new FormLine(null,
        [
            new FormLine.Piece("Kreisverband ", null, null, []), new FormLine.Piece(null, "", null, []),
            new FormLine.Piece(", Leitung ", null, null, []), new FormLine.Piece(null, Tags.BoardChair, null, []), new FormLine.Piece(": ", null, null, []),
            .. Quorum.Pieces,
        ]);
    }

    public static FormLines OfTemplate => Delivered.Value;

    public IReadOnlyList<FormLine> All { get; }

    /// <summary>Controls round whole paragraphs in a cell, by the label to the left.</summary>
    public IReadOnlyDictionary<string, string> BlockTags { get; }

    /// <summary>The headings of the form's sections.</summary>
    public IReadOnlyList<string> SectionNames { get; }

    public FormLine Quorum { get; }

    /// <summary>The same where two boards met: the first value is the district.</summary>
    public FormLine JointQuorum { get; }

    /// <summary>What stands in the cell to the left of a paragraph's cell; null where it stands in none.</summary>
    public static string? LabelOf(XElement paragraph) =>
        paragraph.Ancestors(W.Cell).FirstOrDefault() is { } cell && cell.ElementsBeforeSelf(W.Cell).ToList() is [var left] && !cell.ElementsAfterSelf(W.Cell).Any()
            ? left.Value.Trim().TrimEnd(':')
            : null;
}
