using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Connections;

/// <summary>
/// Certificates with which the service signs in to the sandbox, one per district, made at the first use and kept in the data
/// directory. They open nothing but the sandbox; for Microsoft's Graph a district names its own.
/// </summary>
public sealed class SandboxIdentities(string dataDirectory)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);

    private readonly string _folder = Path.Combine(dataDirectory, "sandbox-identities");

    /// <summary>As whom the service enters this district's tenant of the sandbox; null where the district has no tenant yet.</summary>
    public GraphIdentity? Of(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        if (district.Tenant is not { } tenant) return null;

        var path = Path.Combine(_folder, $"{district.Id}.pfx");
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(_folder);
            using var alone = Deliveries.FileLock.Wait(path + ".lock");
            if (!File.Exists(path)) Make(path, district.Id);
        }

        return new(tenant.Id.ToString("D"), tenant.ClientId.ToString("D"), X509CertificateLoader.LoadPkcs12FromFile(path, null));
    }

    private static void Make(string path, DistrictId district)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN=PartnerOffice {district} (Sandbox)", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now + Lifetime);

        var temporary = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(temporary, options))
            file.Write(certificate.Export(X509ContentType.Pfx));
        File.Move(temporary, path, overwrite: false);
    }
}
