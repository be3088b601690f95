using System.Security.Cryptography;
using System.Text;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>Keeps a district's service account in the data directory, encrypted with the service's one secret.</summary>
/// <remarks>Without that secret, as in a copied backup, the account must be signed in again; nobody else can use it.</remarks>
internal sealed class AccountVault : IAccountVault
{
    private const byte Format = 1;
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    private readonly string _folder;
    private readonly DistrictId _district;
    private readonly byte[] _key;

    public AccountVault(string dataDirectory, DistrictId district, DeliverySecrets secrets)
    {
        _folder = Path.Combine(dataDirectory, "accounts");
        _district = district;
        _key = secrets.KeyFor($"account/{district}");
    }

    /// <summary>Whether somebody signed an account in here.</summary>
    public static bool HasAccount(string dataDirectory, DistrictId district) => File.Exists(Path.Combine(dataDirectory, "accounts", $"{district}.account"));

    /// <exception cref="CryptographicException">Kept with another secret, or damaged.</exception>
    public async ValueTask<byte[]?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        if (!File.Exists(path)) return null;

        var box = await File.ReadAllBytesAsync(path, cancellationToken);
        if (box.Length < 1 + NonceBytes + TagBytes || box[0] != Format) throw new CryptographicException("The account is not kept in a known way.");

        var plain = new byte[box.Length - 1 - NonceBytes - TagBytes];
        using var aes = new AesGcm(_key, TagBytes);
        aes.Decrypt(box.AsSpan(1, NonceBytes), box.AsSpan(1 + NonceBytes + TagBytes), box.AsSpan(1 + NonceBytes, TagBytes), plain, Bound(name));
        return plain;
    }

    public async ValueTask WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var box = new byte[1 + NonceBytes + TagBytes + content.Length];
        box[0] = Format;
        RandomNumberGenerator.Fill(box.AsSpan(1, NonceBytes));
        using (var aes = new AesGcm(_key, TagBytes))
            aes.Encrypt(box.AsSpan(1, NonceBytes), content.Span, box.AsSpan(1 + NonceBytes + TagBytes), box.AsSpan(1 + NonceBytes, TagBytes), Bound(name));

        Directory.CreateDirectory(_folder);
        var temporary = $"{PathOf(name)}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(temporary, options))
            await file.WriteAsync(box, cancellationToken);
        File.Move(temporary, PathOf(name), overwrite: true);
    }

    private string PathOf(string name) => Path.Combine(_folder, $"{_district}.{name}");

    // What is kept under one name opens under no other.
    private byte[] Bound(string name) => Encoding.UTF8.GetBytes($"{_district}/{name}");
}
