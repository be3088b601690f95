using System.Security.Cryptography;
using System.Text;

namespace PartnerOffice.Deliveries;

/// <summary>GUIDs made from a name instead of chance: RFC 9562, version 5.</summary>
internal static class NameBasedGuid
{
    // SHA-1 is what version 5 is; it names, it protects nothing.
#pragma warning disable CA5350
    public static Guid Create(Guid space, string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
#pragma warning restore CA5350
}
