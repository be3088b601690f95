using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>One step of a delivery, in words.</summary>
/// <param name="At">When it came to rest, or was last tried; null before the first try.</param>
/// <param name="Url">Where a person can open what was made.</param>
internal sealed record StepJson(DeliveryStep Step, string Name, StepState State, string Sentence, DateTimeOffset? At, string? Url);
