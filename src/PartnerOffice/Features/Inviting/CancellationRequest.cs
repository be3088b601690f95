namespace PartnerOffice.Features.Inviting;

/// <summary>A meeting that does not take place; without a consent the answer is the preview.</summary>
/// <param name="WithDays">Whether the singly planned days of a series are cancelled too.</param>
internal sealed record CancellationRequest(string? Consent = null, bool WithDays = false);
