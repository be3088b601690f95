using System.Security.Cryptography;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Edition;

/// <summary>The bytes of a partner edition, rendered and verified: the only thing that may be published to a partner.</summary>
/// <remarks>Only the renderer makes one, after the verifier has looked at every part.</remarks>
public sealed class PartnerDocument
{
    internal PartnerDocument(PartnerEdition edition, byte[] bytes)
    {
        Edition = edition;
        Bytes = bytes;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    public PartnerEdition Edition { get; }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The digest of the bytes, in lower-case hexadecimal; a person's consent is bound to it.</summary>
    public string Sha256 { get; }
}
