namespace PartnerOffice.Core;

/// <summary>A district's Microsoft 365 tenant, and how the service signs in there.</summary>
public sealed record TenantAccess(Guid Id, Guid ClientId, CredentialReference Credential);
