using System.Globalization;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Brings the figures of the overview up to date after its tables changed (D11).</summary>
internal static class OverviewSheet
{
    /// <summary>Each formula gets its new value; one that we cannot calculate loses the old, and whoever opens the file calculates it.</summary>
    public static void Refresh(WorkbookModel workbook, DateOnly? today)
    {
        var (name, part, _) = workbook.Sheets.FirstOrDefault(sheet => TrackerKey.Of(sheet.Name).Equals(TrackerTables.Overview, StringComparison.OrdinalIgnoreCase));
        if (part is null)
            return;
        var sheet = new SheetModel(name, part, workbook.Part(part));
        var engine = new FormulaEngine(workbook, sheet, today);
        var splice = new Splice(sheet.Xml);
        foreach (var row in sheet.Rows)
            if (sheet.HasFormulas(row))
                foreach (var cell in sheet.Cells(row))
                    if (cell.HasFormula)
                        Refresh(splice, sheet, engine, cell, row.Number);
        workbook.Change(part, splice);
    }

    private static void Refresh(Splice splice, SheetModel sheet, FormulaEngine engine, in CellSpan cell, int row)
    {
        if (engine.TryEvaluate(new(cell.Column, row), out var value) && value is not null)
        {
            var (type, text) = value switch
            {
                double number => (null, number.ToString("R", CultureInfo.InvariantCulture)),
                bool truth => ("b", truth ? "1" : "0"),
                _ => ("str", (string)value),
            };
            FormulaCell.SetValue(splice, sheet, cell, type, text);
        }
        else if (cell.ValueElement.Length > 0)
        {
            FormulaCell.DropValue(splice, sheet, cell);
        }
    }
}
