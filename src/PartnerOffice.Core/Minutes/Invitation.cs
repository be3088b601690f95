namespace PartnerOffice.Core;

/// <summary>When and how the board was invited; <paramref name="Reason"/> says why the notice period was not kept.</summary>
public sealed record Invitation(DateOnly? SentOn, bool? InTime, string? Reason, string? How);
