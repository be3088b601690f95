namespace PartnerOffice.Graph;

/// <summary>Cells as they stand in the workbook.</summary>
/// <param name="Address">With the sheet, such as <c>Sitzungen!A2:M9</c>.</param>
/// <param name="Values">Row by row: text, double, bool; an empty cell is the empty text. Dates are serial numbers.</param>
public sealed record WorkbookRange(string Address, IReadOnlyList<IReadOnlyList<object>> Values)
{
    /// <summary>What stands behind the values, where the answer says it: a formula with its "=", else the value itself.</summary>
    public IReadOnlyList<IReadOnlyList<object>> Formulas { get; init; } = [];

    /// <summary>Whether a cell is calculated, by row and column from 0. A text that begins with "=" is its own formula and is none.</summary>
    public bool IsFormula(int row, int column) =>
        Formulas.Count > row && Formulas[row][column] is string formula && formula.StartsWith('=') && !formula.Equals(Values[row][column]);
}
