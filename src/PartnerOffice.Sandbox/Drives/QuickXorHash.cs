using System.Buffers.Binary;

namespace PartnerOffice.Sandbox;

/// <summary>The one hash that SharePoint tells: 160 bits, each byte laid over the ring 11 bits further on, the length over the end.</summary>
/// <remarks>Microsoft's "QuickXorHash Algorithm" (OneDrive code snippets). Not a hash against people, only against accidents.</remarks>
internal static class QuickXorHash
{
    private const int Bits = 160;
    private const int Shift = 11;

    public static string Of(ReadOnlySpan<byte> content)
    {
        Span<byte> ring = stackalloc byte[Bits / 8];
        var bit = 0;
        foreach (var value in content)
        {
            var (at, offset) = (bit / 8, bit % 8);
            ring[at] ^= (byte)(value << offset);
            if (offset > 0)
            {
                ring[(at + 1) % ring.Length] ^= (byte)(value >> (8 - offset));
            }

            bit = (bit + Shift) % Bits;
        }

        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, content.Length);
        for (var at = 0; at < length.Length; at++)
        {
            ring[ring.Length - length.Length + at] ^= length[at];
        }

        return Convert.ToBase64String(ring);
    }
}
