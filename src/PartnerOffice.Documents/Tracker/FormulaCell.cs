namespace PartnerOffice.Documents.Tracker;

/// <summary>Changes the cached value of a formula, and nothing else of its cell.</summary>
internal static class FormulaCell
{
    /// <summary>Takes the value away, so that every program calculates it on opening.</summary>
    public static void DropValue(Splice splice, SheetModel sheet, in CellSpan cell)
    {
        SetType(splice, sheet, cell, null);
        splice.Cut(cell.ValueElement.Start, cell.ValueElement.Length);
    }

    /// <summary>Writes a value that we calculated.</summary>
    public static void SetValue(Splice splice, SheetModel sheet, in CellSpan cell, string? type, string value)
    {
        SetType(splice, sheet, cell, type);
        var xml = $"<{sheet.Prefix}v>{XmlText.Escape(value)}</{sheet.Prefix}v>";
        if (cell.ValueElement.Length > 0)
            splice.Replace(cell.ValueElement.Start, cell.ValueElement.Length, xml);
        else
            splice.Insert(cell.FormulaEnd, xml);
    }

    private static void SetType(Splice splice, SheetModel sheet, in CellSpan cell, string? type)
    {
        if (cell.TypeSpan.Length > 0 && type is not null)
        {
            splice.Replace(cell.TypeSpan.Start, cell.TypeSpan.Length, type);
        }
        else if (cell.TypeSpan.Length > 0)
        {
            // From the blank before t= to the closing quote; blanks round "=" are legal, so look for the name itself.
            var start = sheet.Xml.AsSpan(cell.Start, cell.TypeSpan.Start - cell.Start).LastIndexOf((byte)'t') + cell.Start;
            splice.Cut(start - 1, cell.TypeSpan.Start + cell.TypeSpan.Length + 1 - (start - 1));
        }
        else if (type is not null)
        {
            splice.Insert(cell.TagEnd - 1, $" t=\"{type}\"");
        }
    }
}
