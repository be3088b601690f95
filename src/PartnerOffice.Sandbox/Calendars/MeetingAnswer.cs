namespace PartnerOffice.Sandbox;

/// <summary>What one person answered to an invitation.</summary>
/// <param name="From">The address.</param>
/// <param name="Response">In Graph's words: <c>accepted</c>, <c>declined</c> or <c>tentativelyAccepted</c>.</param>
/// <param name="At">When, by the sandbox's clock.</param>
/// <param name="Comment">What the person wrote beside.</param>
public sealed record MeetingAnswer(string From, string Response, DateTimeOffset At, string? Comment);
