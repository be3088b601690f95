namespace PartnerOffice.Features.Inviting;

/// <summary>A meeting that does not take place; without a consent the answer is the preview.</summary>
internal sealed record CancellationRequest(string? Consent = null);
