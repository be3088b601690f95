namespace PartnerOffice.Core;

/// <summary>What was established about the quorum, in voting members; the rule itself is a setting of the district.</summary>
public sealed record Quorum(int? Elected, int? Required, int? Present, bool? Established, string? EstablishedBy, TimeOnly? EstablishedAt);
