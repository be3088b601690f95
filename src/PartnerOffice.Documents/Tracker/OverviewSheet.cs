namespace PartnerOffice.Documents.Tracker;

/// <summary>Brings the figures of the overview up to date after its tables changed (D11).</summary>
internal static class OverviewSheet
{
    public static void Refresh(WorkbookModel workbook, DateOnly? today)
    {
        var (name, part, _) = workbook.Sheets.FirstOrDefault(sheet => TrackerKey.Of(sheet.Name).Equals(TrackerTables.Overview, StringComparison.OrdinalIgnoreCase));
        if (part is null)
            return;
        var sheet = new SheetModel(name, part, workbook.Part(part));
        var splice = new Splice(sheet.Xml);
        foreach (var row in sheet.Rows)
            if (sheet.HasFormulas(row))
                foreach (var cell in sheet.Cells(row))
                    if (cell.HasFormula && cell.ValueElement.Length > 0)
                        FormulaCell.DropValue(splice, sheet, cell);
        _ = today;
        workbook.Change(part, splice);
    }
}
