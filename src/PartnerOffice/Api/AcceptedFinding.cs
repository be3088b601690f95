namespace PartnerOffice.Api;

/// <summary>A finding that a person let pass, as the check named it, and why.</summary>
internal sealed record AcceptedFinding(string Finding, string Reason);
