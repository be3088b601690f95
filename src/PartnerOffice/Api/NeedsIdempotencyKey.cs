namespace PartnerOffice.Api;

/// <summary>Marks an endpoint that records something: a repeated request must be recognisable as the same.</summary>
internal sealed class NeedsIdempotencyKey;
