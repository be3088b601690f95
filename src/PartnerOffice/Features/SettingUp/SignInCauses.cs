using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.SettingUp;

/// <summary>What Microsoft's number for a refused sign-in means here, and who repairs it.</summary>
internal static class SignInCauses
{
    public sealed record Cause(string Id, Bilingual Problem, Bilingual Remedy, AdminCommand? Command);

    public static Cause Of(GraphException failure, District district) => failure.Code switch
    {
        "AADSTS90002" or "AADSTS900023" => new("tenant-unknown",
            new("Dieses Microsoft 365 gibt es nicht.", "There is no such Microsoft 365."),
            new("Verzeichnis-ID in der Partnerschaftsdatei berichtigen (tenant.id).", "Correct the directory id in the partnership file (tenant.id)."), null),
        "AADSTS700016" or "AADSTS500011" => new("consent-missing",
            new("Die Anwendung ist hier unbekannt: Es fehlt die Zustimmung, oder die Anwendungs-ID stimmt nicht.", "The application is unknown here: consent is missing, or the application id is wrong."),
            new("Diese Adresse als Administration öffnen und zustimmen; sonst tenant.clientId prüfen.", "Open this address as an administrator and consent; else check tenant.clientId."), AdminCommands.Consent(district)),
        "AADSTS700027" or "AADSTS7000215" => new("certificate-unknown",
            new("Das Zertifikat ist an der Anwendung nicht hinterlegt.", "The certificate is not registered on the application."),
            new("Den öffentlichen Teil des Zertifikats an der Anwendung hinterlegen.", "Register the public part of the certificate on the application."), AdminCommands.AddCertificate(district)),
        "AADSTS7000222" => new("certificate-expired",
            new("Das Zertifikat ist abgelaufen.", "The certificate has expired."),
            new("Neues Zertifikat machen, hinterlegen und ablegen.", "Make a new certificate, register it and put it in place."), AdminCommands.AddCertificate(district)),
        "AADSTS700024" => new("clock",
            new("Die Uhr dieses Rechners geht falsch; Microsoft nimmt die Anmeldung nicht an.", "This machine's clock is wrong; Microsoft does not take the sign-in."),
            new("Uhr stellen lassen.", "Have the clock set."), AdminCommands.Clock()),
        "AADSTS700213" or "AADSTS700212" or "AADSTS70021" or "AADSTS5002738" => new("federation",
            new("Die Anwendung vertraut dem Aussteller dieses Tokens nicht.", "The application does not trust the issuer of this token."),
            new("Vertrauensstellung an der Anwendung anlegen; Aussteller, Subjekt und Empfänger müssen genau stimmen.", "Make the federated credential on the application; issuer, subject and audience must match exactly."), AdminCommands.TrustIssuer(district)),
        "assertion-missing" => new("assertion-missing",
            new("Die Datei mit dem Token des Ausstellers fehlt.", "The file with the issuer's token is missing."),
            new("Pfad in der Partnerschaftsdatei prüfen (tenant.credential.path).", "Check the path in the partnership file (tenant.credential.path)."), null),
        "AADSTS7000218" => new("device-code-forbidden",
            new("Die Anwendung erlaubt die Anmeldung mit Code nicht.", "The application does not allow signing in by code."),
            new("An der Anwendung öffentliche Clientflows erlauben.", "Allow public client flows on the application."), AdminCommands.AllowDeviceCode(district)),
        "AADSTS65001" => new("account-consent-missing",
            new("Das Dienstkonto darf der Anwendung seine Dateien noch nicht geben.", "The service account may not give the application its files yet."),
            new("Diese Adresse als Administration öffnen und zustimmen.", "Open this address as an administrator and consent."), AdminCommands.Consent(district)),
        "AADSTS50034" => new("account-gone",
            new("Das Dienstkonto gibt es nicht mehr.", "The service account no longer exists."),
            new("Konto wiederherstellen oder ein anderes anmelden.", "Restore the account, or sign another one in."), AdminCommands.Login(district)),
        "AADSTS70020" or "AADSTS70018" => new("login-not-done",
            new("Die Anmeldung wurde abgelehnt oder nicht rechtzeitig bestätigt.", "The sign-in was declined or not confirmed in time."),
            new("Noch einmal beginnen und den neuen Code eingeben.", "Begin again and enter the new code."), AdminCommands.Login(district)),
        "login-required" or "AADSTS50173" or "AADSTS700082" or "AADSTS50076" or "AADSTS50078" or "AADSTS50079" => new("login-required",
            new("Das Dienstkonto ist nicht angemeldet, oder sein Passwort wurde geändert.", "The service account is not signed in, or its password was changed."),
            new("Dienstkonto anmelden.", "Sign the service account in."), AdminCommands.Login(district)),
        _ => new("sign-in",
            new($"Die Anmeldung wurde abgelehnt ({(failure.Code.Length > 0 ? failure.Code : "ohne Nummer")}).", $"The sign-in was refused ({(failure.Code.Length > 0 ? failure.Code : "no number")})."),
            new("Die Nummer bei Microsoft nachschlagen: https://login.microsoftonline.com/error", "Look the number up at Microsoft: https://login.microsoftonline.com/error"), null),
    };
}
