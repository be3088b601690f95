namespace PartnerOffice.Core;

/// <summary>A person who took no part in a vote, and why in one word (§ 34 BGB: no vote in own matters).</summary>
public sealed record Exclusion(string Name, string? Reason);
