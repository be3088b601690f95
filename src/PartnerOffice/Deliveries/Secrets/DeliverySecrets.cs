using System.Security.Cryptography;
using System.Text;
using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What is derived from the service's one secret: the keys of effects, keyed digests, and the seal on what waits.</summary>
/// <remarks>
/// Step keys stand in the partner's library and in messages, so they must say nothing about the minutes and nobody else may
/// be able to make one: HMAC, with a key of its own per partnership.
/// </remarks>
internal sealed class DeliverySecrets
{
    public const int KeyBytes = 32;

    private const byte Format = 1;
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    private readonly byte[] _master;
    private readonly byte[] _seal;

    public DeliverySecrets(byte[] master)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(master.Length, KeyBytes, nameof(master));
        _master = master;
        _seal = Derive("payload");
    }

    /// <summary>The key of one step of one delivery: 64 hexadecimal digits.</summary>
    public string StepKey(PartnershipId partnership, DeliveryId delivery, DeliveryStep step) =>
        Hmac(partnership, FormattableString.Invariant($"{delivery}/{step}"));

    /// <summary>The digest of the minutes' content as the ledger keeps it: useless for trying out candidates (D13).</summary>
    public string KeyedDigest(PartnershipId partnership, string digest) => Hmac(partnership, $"digest/{digest}");

    /// <summary>The key of the marks of what we last wrote into a partnership's workbooks (R27).</summary>
    public byte[] TrackerKey(PartnershipId partnership) => Derive($"tracker/{partnership}");

    /// <summary>The first half of a step key as the GUID that Graph wants for its request id.</summary>
    public static Guid RequestId(string stepKey) => new(Convert.FromHexString(stepKey).AsSpan(0, 16), bigEndian: true);

    /// <summary>Encrypts what waits, bound to its delivery: it opens in no other row.</summary>
    public byte[] Seal(DeliveryId delivery, ReadOnlySpan<byte> plain) => Seal(_seal, plain, delivery.Value.ToByteArray());

    /// <exception cref="CryptographicException">Another key, another delivery, or not what was sealed.</exception>
    public byte[] Open(DeliveryId delivery, ReadOnlySpan<byte> box) => Open(_seal, box, delivery.Value.ToByteArray());

    /// <summary>Encrypts something else that is kept here, bound to what it is for.</summary>
    public byte[] SealKept(string purpose, ReadOnlySpan<byte> plain) => Seal(KeyFor("sealed"), plain, Encoding.UTF8.GetBytes(purpose));

    /// <exception cref="CryptographicException">Another key, another purpose, or not what was sealed.</exception>
    public byte[] OpenKept(string purpose, ReadOnlySpan<byte> box) => Open(KeyFor("sealed"), box, Encoding.UTF8.GetBytes(purpose));

    /// <summary>A mark under which a text is found again, and that says nothing of it.</summary>
    public string MarkOf(string purpose, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(KeyFor($"mark/{purpose}"), Encoding.UTF8.GetBytes(text)));

    /// <summary>A key for something else that is kept here, of which no other key can be told.</summary>
    public byte[] KeyFor(string purpose) => Derive($"kept/{purpose}");

    private static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, byte[] bound)
    {
        var box = new byte[1 + NonceBytes + TagBytes + plain.Length];
        box[0] = Format;
        var nonce = box.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(1 + NonceBytes + TagBytes), box.AsSpan(1 + NonceBytes, TagBytes), bound);
        return box;
    }

    private static byte[] Open(byte[] key, ReadOnlySpan<byte> box, byte[] bound)
    {
        if (box.Length < 1 + NonceBytes + TagBytes || box[0] != Format)
            throw new CryptographicException("The payload is not sealed in a known way.");

        var plain = new byte[box.Length - 1 - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(
            box.Slice(1, NonceBytes), box[(1 + NonceBytes + TagBytes)..], box.Slice(1 + NonceBytes, TagBytes), plain, bound);
        return plain;
    }

    private string Hmac(PartnershipId partnership, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Derive($"partnership/{partnership}"), Encoding.UTF8.GetBytes(text)));

    private byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _master, KeyBytes, info: Encoding.UTF8.GetBytes($"partneroffice/{purpose}"));
}
