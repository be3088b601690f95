using DocumentFormat.OpenXml.Wordprocessing;

namespace PartnerOffice.Documents.Word;

/// <summary>The document's list numberings. Each list has one of its own, so that neighbouring lists stay two.</summary>
internal sealed class NumberingPart
{
    private const int Bullets = 1;
    private const int Numbers = 2;
    private const int Levels = 3;

    private readonly Numbering numbering;
    private readonly Dictionary<bool, int> formats;
    private int next;

    public NumberingPart(string xml)
    {
        numbering = new Numbering(xml);
        next = numbering.Elements<NumberingInstance>().Select(instance => instance.NumberID?.Value ?? 0).DefaultIfEmpty(0).Max() + 1;
        formats = new Dictionary<bool, int> { [false] = FormatFor(NumberFormatValues.Bullet, Bullets), [true] = FormatFor(NumberFormatValues.Decimal, Numbers) };
    }

    public string OuterXml => numbering.OuterXml;

    /// <summary>A new list; an ordered one begins at 1.</summary>
    public int NewList(bool ordered)
    {
        var instance = new NumberingInstance { NumberID = next };
        instance.Append(new AbstractNumId { Val = formats[ordered] });
        if (ordered)
        {
            for (var level = 0; level < Levels; level++)
                instance.Append(new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = level });
        }

        numbering.Append(instance);
        return next++;
    }

    // A restyled template may have renumbered its formats: take the first of the kind that it has.
    private int FormatFor(NumberFormatValues kind, int ours)
    {
        var fitting = numbering.Elements<AbstractNum>()
            .Where(format => format.Elements<Level>().FirstOrDefault(level => level.LevelIndex?.Value == 0)?.NumberingFormat?.Val?.Value == kind)
            .Select(format => format.AbstractNumberId?.Value ?? ours)
            .ToList();
        return fitting.Contains(ours) ? ours : fitting.FirstOrDefault(ours);
    }
}
