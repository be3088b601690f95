namespace PartnerOffice.Core;

/// <summary>Money that a resolution provides.</summary>
/// <param name="Currency">ISO 4217, three letters.</param>
public sealed record Amount(decimal Value, string Currency, string? BudgetLine);
