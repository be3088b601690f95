using System.Security.Cryptography.X509Certificates;
using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary>Looks when a certificate ends: the classical way in which such a service stops one morning (D32).</summary>
internal static class CertificateWatch
{
    /// <summary>From so many days before its end on a person is told, each time more urgently.</summary>
    public static IReadOnlyList<int> Days { get; } = [60, 30, 7];

    public static void Look(Checkup checkup, District district, X509Certificate2 certificate, DateTimeOffset now)
    {
        const string check = "certificate";
        var (from, until) = (new DateTimeOffset(certificate.NotBefore), new DateTimeOffset(certificate.NotAfter));
        var left = (int)Math.Floor((until - now).TotalDays);
        var renew = new Bilingual("Neues Zertifikat machen, zusätzlich hinterlegen, ablegen; das alte erst danach entfernen.", "Make a new certificate, register it besides, put it in place; remove the old one only then.");
        if (now < from)
        {
            checkup.Broken(check, district, new($"Das Zertifikat gilt erst ab {from:dd.MM.yyyy}.", $"The certificate is valid from {from:yyyy-MM-dd} only."),
                new("Uhr dieses Rechners prüfen oder ein gültiges Zertifikat ablegen.", "Check this machine's clock, or put a valid certificate in place."), AdminCommands.Clock());
        }
        else if (now >= until)
        {
            checkup.Broken("certificate-expired", district, new($"Das Zertifikat ist am {until:dd.MM.yyyy} abgelaufen.", $"The certificate expired on {until:yyyy-MM-dd}."), renew, AdminCommands.AddCertificate(district));
        }
        else if (left < Days[0])
        {
            var urgency = left < Days[2] ? "dringend: " : "";
            checkup.Warning(check, district, new($"{urgency}Das Zertifikat läuft in {left} Tagen ab, am {until:dd.MM.yyyy}.".TrimStart(), $"The certificate expires in {left} days, on {until:yyyy-MM-dd}."), renew, AdminCommands.AddCertificate(district));
        }
        else
        {
            checkup.Ok(check, district, $"Zertifikat gilt bis {until:dd.MM.yyyy}.", $"The certificate is valid until {until:yyyy-MM-dd}.");
        }
    }
}
