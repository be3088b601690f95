namespace PartnerOffice.Documents.Tracker;

/// <summary>What a cell shall be: a value or a formula that people's column continues.</summary>
internal readonly record struct CellWrite(int Style, TrackerValue? Value, string? Formula, bool IsArray);
