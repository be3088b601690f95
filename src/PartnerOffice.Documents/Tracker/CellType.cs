namespace PartnerOffice.Documents.Tracker;

internal enum CellType
{
    Number,
    Shared,
    Inline,
    FormulaText,
    Truth,
    IsoDate,
    Error,
}
