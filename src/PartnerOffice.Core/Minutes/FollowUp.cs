namespace PartnerOffice.Core;

/// <summary>What became of an action of earlier minutes; <paramref name="Of"/> is "minutes id/action id".</summary>
public sealed record FollowUp(string Of, ActionState State, string? Note, Audience Audience);
