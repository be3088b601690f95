using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What a release keeps, sealed, until the edition leaves: the allowed model, and the digest of the minutes it was made of.</summary>
/// <param name="ContentDigest">In hexadecimal (D4).</param>
/// <param name="Edition">As <see cref="FrozenEdition"/> wrote it.</param>
public sealed record FrozenMinutes(string ContentDigest, byte[] Edition);
