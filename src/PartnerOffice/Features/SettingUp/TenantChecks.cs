using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.SettingUp;

/// <summary>How the service gets into one tenant: what it signs in with, whether it is let in, and that it may not do more than agreed.</summary>
internal sealed class TenantChecks(GraphGround ground, DoctorSettings settings)
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan ClockLimit = TimeSpan.FromMinutes(5);

    private static readonly string[] Enough = ["Sites.Selected", "Lists.SelectedOperations.Selected"];

    // Each of them reaches the whole tenant; the partner gave one site and one mailbox (R19).
    private static readonly string[] TooMuch = ["Sites.", "Files.", "Mail.", "MailboxSettings.", "Calendars.", "User.", "Group.", "Directory.", "Application.", "Contacts.", "Chat.", "Exchange."];

    /// <summary>The way in; null where there is none, and the lines say why.</summary>
    public async Task<GraphConnection?> LookAsync(Checkup checkup, District district, CancellationToken cancellationToken)
    {
        if (district.Tenant is null)
        {
            checkup.Broken("tenant", district, new("Für diesen Kreisverband ist kein Microsoft 365 eingetragen; Übermittlungen an ihn warten.", "No Microsoft 365 is entered for this district; deliveries to it wait."),
                new("Anwendung zustimmen lassen, dann tenant in der Partnerschaftsdatei ausfüllen.", "Have the application consented to, then fill in tenant in the partnership file."), AdminCommands.Consent(district));
            return null;
        }

        if (Identity(checkup, district) is not { } identity) return null;
        if (identity.Certificate is { } certificate) CertificateWatch.Look(checkup, district, certificate, settings.Time.GetUtcNow());

        var connection = GraphConnection.Open(ground.Endpoint, identity, settings.Graph with { Time = settings.Time });
        GraphRights? rights = null;
        if (!await checkup.LookAsync("sign-in", district, async () => rights = await connection.RightsAsync(cancellationToken)))
        {
            connection.Dispose();
            return null;
        }

        checkup.Ok("sign-in", district, "Anmeldung: klappt.", "Signing in: works.");
        LookAtRights(checkup, district, rights);
        return connection;
    }

    /// <summary>Compares the clocks, once something was answered.</summary>
    public static void LookAtClock(Checkup checkup, District district, GraphConnection connection)
    {
        if (connection.ClockAhead is not { } ahead) return;
        var seconds = $"{Math.Abs(ahead.TotalSeconds):0}";
        var (wrong, remedy) = (
            new Bilingual($"Die Uhr dieses Rechners geht um {seconds} Sekunden {(ahead > TimeSpan.Zero ? "nach" : "vor")}.", $"This machine's clock is {seconds} seconds {(ahead > TimeSpan.Zero ? "slow" : "fast")}."),
            new Bilingual("Uhr von einem Zeitserver stellen lassen; ab fünf Minuten scheitert die Anmeldung.", "Have the clock set by a time server; from five minutes on signing in fails."));
        if (ahead.Duration() >= ClockLimit) checkup.Broken("clock", district, wrong, remedy, AdminCommands.Clock());
        else if (ahead.Duration() >= ClockTolerance) checkup.Warning("clock", district, wrong, remedy, AdminCommands.Clock());
        else checkup.Ok("clock", district, "Uhr: geht richtig.", "Clock: right.");
    }

    private GraphIdentity? Identity(Checkup checkup, District district)
    {
        try
        {
            if (ground.IdentityOf(district) is not { } identity) return null;
            if (identity.Certificate is not { HasPrivateKey: false }) return identity;

            checkup.Broken("credential", district, new("Zum Zertifikat fehlt der private Schlüssel.", "The certificate's private key is missing."),
                new("Zertifikat mit privatem Schlüssel ablegen (PEM oder PFX).", "Put the certificate with its private key in place (PEM or PFX)."), AdminCommands.AddCertificate(district));
        }
        catch (CredentialException refused)
        {
            checkup.Broken("credential", district, refused.Problem, refused.Remedy, AdminCommands.AddCertificate(district));
        }

        return null;
    }

    private static void LookAtRights(Checkup checkup, District district, GraphRights? rights)
    {
        const string check = "permissions";
        if (rights is null)
        {
            checkup.Skipped(check, district, "Microsoft lässt die eigenen Rechte nicht ablesen; sie werden unten ausprobiert.", "Microsoft does not let our rights be read; they are tried below.");
            return;
        }

        var broad = rights.Permissions.Where(one => !one.EndsWith(".Selected", StringComparison.OrdinalIgnoreCase) && TooMuch.Any(area => one.StartsWith(area, StringComparison.OrdinalIgnoreCase))).ToList();
        if (broad.Count > 0)
        {
            checkup.Broken("permissions-broad", district,
                new($"Die Anwendung darf mehr als vereinbart: {string.Join(", ", broad.Order(StringComparer.Ordinal))}.", $"The application may do more than agreed: {string.Join(", ", broad.Order(StringComparer.Ordinal))}."),
                new("Diese Rechte widerrufen; nötig ist nur Sites.Selected und der Zugriff auf ein Postfach.", "Withdraw these rights; only Sites.Selected and access to one mailbox are needed."), AdminCommands.WithdrawBroad(district, broad));
        }

        if (!Enough.Any(rights.Permissions.Contains))
        {
            checkup.Broken(check, district, new("Der Anwendung fehlt das Recht Sites.Selected.", "The application lacks the right Sites.Selected."),
                new("Das Recht an der Anwendung eintragen und hier als Administration zustimmen.", "Enter the right on the application and consent here as an administrator."), AdminCommands.Consent(district));
        }
        else if (broad.Count == 0)
        {
            checkup.Ok(check, district, "Rechte der Anwendung: wie vereinbart, nicht mehr.", "The application's rights: as agreed, not more.");
        }
    }
}
