namespace PartnerOffice.Core;

/// <summary>How many members were absent.</summary>
public sealed record Absences(int Excused, int Unexcused);
