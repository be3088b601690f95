using System.Text.Json.Serialization;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What a release keeps, sealed, until the edition leaves: the allowed model, and the digest of the minutes it was made of.</summary>
/// <param name="ContentDigest">In hexadecimal (D4).</param>
/// <param name="Edition">As <see cref="FrozenEdition"/> wrote it.</param>
public sealed record FrozenMinutes(string ContentDigest, byte[] Edition)
{
    /// <summary>In a joint meeting the other board's edition, and what both may read; null otherwise (R22).</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FrozenPair? Joint { get; init; }
}
