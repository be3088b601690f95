namespace PartnerOffice.Core;

/// <summary>Where and when the minutes were written out.</summary>
public sealed record Issued(string? Place, DateOnly? Date);
