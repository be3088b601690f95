using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PartnerOffice.Sandbox;

/// <summary>The certificate of the sandbox's own host name, kept in its folder so that clients which trust it go on after a restart.</summary>
internal static class ServerCertificate
{
    public static X509Certificate2 LoadOrMake(string hiddenFolder)
    {
        var path = Path.Combine(hiddenFolder, "localhost.pfx");
        if (File.Exists(path))
        {
            var kept = X509CertificateLoader.LoadPkcs12FromFile(path, null, X509KeyStorageFlags.Exportable);
            if (kept.NotAfter > DateTime.Now.AddDays(1))
            {
                return kept;
            }

            kept.Dispose();
        }

        using var made = Make();
        SecretFile.Write(path, made.Export(X509ContentType.Pfx));
        // For programs that want to be told whom to trust: curl --cacert, NODE_EXTRA_CA_CERTS.
        File.WriteAllText(Path.Combine(hiddenFolder, "localhost.crt"), made.ExportCertificatePem());
        return X509CertificateLoader.LoadPkcs12FromFile(path, null, X509KeyStorageFlags.Exportable);
    }

    private static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        return request.CreateSelfSigned(DateTimeOffset.Now.AddDays(-1), DateTimeOffset.Now.AddYears(5));
    }
}
