namespace PartnerOffice.Graph;

/// <summary>The account that a person signed in.</summary>
public sealed record SignedInAccount(string UserName, string TenantId);
