using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>A partnership file as it was read.</summary>
/// <param name="Digest">SHA-256 of its bytes, in lower-case hexadecimal.</param>
internal sealed record StoredPartnership(byte[] Bytes, Partnership Partnership, string Digest);
