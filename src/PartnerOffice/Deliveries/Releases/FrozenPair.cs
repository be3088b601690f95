using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What a joint meeting has beside the partner's edition, each as <see cref="FrozenEdition"/> wrote it (R22).</summary>
/// <param name="Back">The edition for the board whose district wrote the minutes.</param>
/// <param name="Both">What both boards may read.</param>
public sealed record FrozenPair(byte[] Back, byte[] Both);
