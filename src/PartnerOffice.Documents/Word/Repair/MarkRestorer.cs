using System.Xml.Linq;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>Puts the control of a mark back where style and signs still agree. Where they do not, the reader asks and nothing leaves.</summary>
internal sealed class MarkRestorer(WordSource source)
{
    private readonly LineReader lines = new(source, _ => { });
    private readonly BoardNames boards = BoardNames.In(source);

    public void Run()
    {
        foreach (var text in source.Body.Descendants(W.Control).Where(control => control.TagOf() == Tags.Text).Select(control => control.Element(W.ControlContent)!).ToList())
            Passages(text);
        foreach (var paragraph in source.Body.Descendants(W.Paragraph).Where(paragraph => !paragraph.Ancestors(W.Control).Any(control => Tags.IsInternal(control.TagOf()))).ToList())
            Words(paragraph);
    }

    private void Passages(XElement content)
    {
        var passage = new List<XElement>();
        foreach (var element in content.Elements().ToList())
        {
            var sign = element.Name == W.Paragraph ? SignAlone(element) : null;
            if (sign is { IsEnd: false })
            {
                passage = [element];
            }
            else if (passage.Count > 0)
            {
                passage.Add(element);
                if (sign is not { IsEnd: true })
                    continue;
                if (passage.Skip(1).SkipLast(1).All(IsInStyle))
                    Wrap(passage);
                passage = [];
            }
        }
    }

    private InternalSign? SignAlone(XElement paragraph)
    {
        var text = lines.Text(paragraph);
        return InternalSigns.In(text).ToList() is [var sign] && InternalSigns.Without(text).Trim().Length == 0 ? sign : null;
    }

    private bool IsInStyle(XElement element) =>
        element.DescendantsAndSelf(W.Paragraph).All(paragraph => lines.Read(paragraph, inControl: false).All(piece => piece.InStyle || piece.IsBlank));

    // Whole runs between a pair of signs in one line, all in the style.
    private void Words(XElement paragraph)
    {
        var runs = new List<XElement>();
        foreach (var element in paragraph.Elements().Where(element => element.Name != W.ParagraphProperties).ToList())
        {
            var signs = InternalSigns.In(string.Concat(runs.Append(element).Select(run => run.Value))).ToList();
            if (runs.Count == 0 && !(element.Name == W.Run && element.Value.TrimStart().StartsWith('[')))
                continue;

            runs.Add(element);
            var isBegun = signs.Count > 0 && !signs[0].IsEnd && signs[0].Start == 0;
            if (signs is [{ IsEnd: false, Start: 0 }, { IsEnd: true } end] && end.Start + end.Length == string.Concat(runs.Select(run => run.Value)).Length)
            {
                if (lines.Read(new XElement(W.Paragraph, runs), inControl: false).All(piece => piece.InStyle))
                    Wrap(runs);
                runs = [];
            }
            else if (!isBegun && runs.Count > 3)
            {
                runs = [];
            }
        }
    }

    private void Wrap(List<XElement> elements)
    {
        // The sign alone says whose board it is; one that nobody knows stays nobody's.
        var sign = InternalSigns.In(string.Concat(elements.SelectMany(element => element.DescendantsAndSelf(W.Paragraph).Select(lines.Text).DefaultIfEmpty(element.Value)))).FirstOrDefault();
        var control = TagRestorer.Control(Tags.InternalOf(boards.IdOf(sign.Board)), [.. elements.Select(element => new XElement(element))]);
        elements[0].AddBeforeSelf(control);
        elements.ForEach(element => element.Remove());
    }
}
