using System.Globalization;

namespace PartnerOffice.Documents.Tracker;

/// <summary>The sheet of figures that people look at first; brought up to date after its tables changed (D11).</summary>
internal sealed class OverviewSheet
{
    private OverviewSheet(WorkbookModel workbook, string name, string part)
    {
        Part = part;
        using var reader = workbook.OpenSheet(name);
        while (reader.Read())
        {
            var row = reader.Row.Copy();
            foreach (var cell in row.Cells())
            {
                Cells.Add((row, cell));
                if (cell.HasFormula)
                    Named.Add(row.Text(cell.Formula));
            }
        }

        reader.Shell();
    }

    public string Part { get; }

    public List<(SheetRow Row, CellSpan Cell)> Cells { get; } = [];

    /// <summary>The columns that its formulas count.</summary>
    public NamedColumns Named { get; } = new();

    /// <summary>The overview as it stands, or null where people removed it.</summary>
    public static OverviewSheet? Of(WorkbookModel workbook)
    {
        var (name, part, _) = workbook.Sheets.FirstOrDefault(sheet => TrackerKey.Of(sheet.Name).Equals(TrackerTables.Overview, StringComparison.OrdinalIgnoreCase));
        return part is null ? null : new OverviewSheet(workbook, name, part);
    }

    /// <summary>Each formula gets its new value; one that we cannot calculate loses the old, and whoever opens the file calculates it.</summary>
    public void Refresh(WorkbookModel workbook, DateOnly? today)
    {
        var engine = new FormulaEngine(workbook, this, today);
        var splice = new Splice();
        foreach (var (row, cell) in Cells)
            if (cell.HasFormula)
                Refresh(splice, engine, row, cell);
        workbook.Change(Part, splice);
    }

    private static void Refresh(Splice splice, FormulaEngine engine, SheetRow row, in CellSpan cell)
    {
        if (engine.TryEvaluate(new(cell.Column, row.Number), out var value) && value is not null)
        {
            var (type, text) = value switch
            {
                double number => (null, number.ToString("R", CultureInfo.InvariantCulture)),
                bool truth => ("b", truth ? "1" : "0"),
                _ => ("str", (string)value),
            };
            FormulaCell.SetValue(splice, row, cell, type, text);
        }
        else if (cell.ValueElement.Length > 0)
        {
            FormulaCell.DropValue(splice, row, cell);
        }
    }
}
