using System.Text;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Changes the cached value of a formula, and nothing else of its cell.</summary>
internal static class FormulaCell
{
    /// <summary>Takes the value away, so that every program calculates it on opening.</summary>
    public static void DropValue(Splice splice, SheetRow row, in CellSpan cell)
    {
        SetType(splice, row, cell, null);
        splice.Cut(cell.ValueElement.Start, cell.ValueElement.Length);
    }

    /// <summary>Writes a value that we calculated.</summary>
    public static void SetValue(Splice splice, SheetRow row, in CellSpan cell, string? type, string value)
    {
        SetType(splice, row, cell, type);
        var xml = $"<{row.Words.Prefix}v>{XmlText.Escape(value)}</{row.Words.Prefix}v>";
        if (cell.ValueElement.Length > 0)
            Replace(splice, row, cell.ValueElement, xml);
        else
            splice.Insert(cell.FormulaEnd, xml);
    }

    private static void SetType(Splice splice, SheetRow row, in CellSpan cell, string? type)
    {
        if (cell.TypeSpan.Length > 0 && type is not null)
        {
            Replace(splice, row, cell.TypeSpan, type);
        }
        else if (cell.TypeSpan.Length > 0)
        {
            // From the blank before t= to the closing quote; blanks round "=" are legal, so look for the name itself.
            var start = row.Bytes((cell.Start, cell.TypeSpan.Start - cell.Start)).LastIndexOf((byte)'t') + cell.Start;
            splice.Cut(start - 1, cell.TypeSpan.Start + cell.TypeSpan.Length + 1 - (start - 1));
        }
        else if (type is not null)
        {
            splice.Insert(cell.TagEnd - 1, $" t=\"{type}\"");
        }
    }

    /// <summary>A figure that is right already is no change.</summary>
    private static void Replace(Splice splice, SheetRow row, (int Start, int Length) old, string with)
    {
        if (!row.Bytes(old).SequenceEqual(Encoding.UTF8.GetBytes(with)))
            splice.Replace(old.Start, old.Length, with);
    }
}
