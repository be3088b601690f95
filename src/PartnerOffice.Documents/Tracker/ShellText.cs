namespace PartnerOffice.Documents.Tracker;

/// <summary>A text outside a sheet's rows and where in the part it stands.</summary>
internal readonly record struct ShellText(int Start, int Length, string Value);
