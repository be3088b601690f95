namespace PartnerOffice.Graph;

/// <summary>Cells as they stand in the workbook.</summary>
/// <param name="Address">With the sheet, such as <c>Sitzungen!A2:M9</c>.</param>
/// <param name="Values">Row by row: text, double, bool; an empty cell is the empty text. Dates are serial numbers.</param>
public sealed record WorkbookRange(string Address, IReadOnlyList<IReadOnlyList<object>> Values);
