using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary>What administrators type, filled in for one district. Only documented endpoints and commands, none of ours.</summary>
internal static class AdminCommands
{
    private const string Graph = "https://graph.microsoft.com/v1.0";

    private static readonly JsonSerializerOptions OneLine = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Lets the application into the tenant: an administrator opens the address and agrees.</summary>
    public static AdminCommand Consent(District district) => new(AdminRole.Directory, district.ShortName,
        $"https://login.microsoftonline.com/{Tenant(district)}/adminconsent?client_id={Client(district)}");

    /// <summary>The application itself, once, in the tenant of the district that runs the service.</summary>
    public static AdminCommand Register(District district, string name) => new(AdminRole.Directory, district.ShortName, Lines(
        Connect("Application.ReadWrite.All"),
        Post("/applications", new JsonObject
        {
            ["displayName"] = name,
            ["signInAudience"] = "AzureADMultipleOrgs",
            // Sites.Selected as an application, Files.ReadWrite for the service account; everything else is given on one site or mailbox.
            ["isFallbackPublicClient"] = true,
            ["requiredResourceAccess"] = new JsonArray(new JsonObject
            {
                ["resourceAppId"] = "00000003-0000-0000-c000-000000000000",
                ["resourceAccess"] = new JsonArray(
                    new JsonObject { ["id"] = "883ea226-0bf2-4a8f-9f9d-92c9162a727d", ["type"] = "Role" },
                    new JsonObject { ["id"] = "5c28f0bf-8a70-41f1-8ab2-9032436ddb65", ["type"] = "Scope" }),
            }),
        })));

    /// <summary>Registers a new certificate beside the old one, so that nothing stops meanwhile.</summary>
    public static AdminCommand AddCertificate(District district) => new(AdminRole.Directory, district.ShortName, Lines(
        "openssl req -x509 -newkey rsa:2048 -sha256 -days 365 -nodes -subj \"/CN=PartnerOffice\" -keyout partneroffice.key -out partneroffice.crt",
        "cat partneroffice.key partneroffice.crt > partneroffice.pem",
        $"az ad app credential reset --id {Client(district)} --cert \"@partneroffice.crt\" --append"));

    public static AdminCommand AllowDeviceCode(District district) => new(AdminRole.Directory, district.ShortName,
        $"az ad app update --id {Client(district)} --is-fallback-public-client true");

    public static AdminCommand TrustIssuer(District district) => new(AdminRole.Directory, district.ShortName, Lines(
        "# issuer und subject aus dem Token des Ausstellers eintragen",
        $"az ad app federated-credential create --id {Client(district)} --parameters '{{\"name\":\"partneroffice\",\"issuer\":\"ISSUER\",\"subject\":\"SUBJECT\",\"audiences\":[\"api://AzureADTokenExchange\"]}}'"));

    /// <summary>Takes permissions away that reach beyond the one site and the one mailbox.</summary>
    public static AdminCommand WithdrawBroad(District district, IEnumerable<string> permissions) => new(AdminRole.Directory, district.ShortName, Lines(
        "# Entra > Unternehmensanwendungen > PartnerOffice > Berechtigungen: diese Zeilen widerrufen",
        string.Join(Environment.NewLine, permissions.Order(StringComparer.Ordinal).Select(one => $"#   {one}"))));

    /// <summary>Gives the application its role on the one site.</summary>
    public static AdminCommand GrantSite(District district) => new(AdminRole.SharePoint, district.ShortName, Lines(
        Connect("Sites.FullControl.All"),
        Post($"/sites/{Site(district)}/permissions", Write(district))));

    /// <summary>Finds the ids of a site and its libraries, to be entered in the partnership file.</summary>
    public static AdminCommand FindIds(District district) => new(AdminRole.SharePoint, district.ShortName, Lines(
        Connect("Sites.Read.All"),
        "# ADRESSE: zum Beispiel kv.sharepoint.com:/sites/austausch",
        $"$site = Invoke-MgGraphRequest -Uri \"{Graph}/sites/ADRESSE\"",
        "$site.id",
        $"(Invoke-MgGraphRequest -Uri \"{Graph}/sites/$($site.id)/lists\").value | ForEach-Object {{ $_.displayName, $_.id, (Invoke-MgGraphRequest -Uri \"{Graph}/sites/$($site.id)/lists/$($_.id)/drive\").id }}"));

    /// <summary>Makes these of our columns.</summary>
    public static AdminCommand MakeColumns(District district, IEnumerable<LibraryColumn> columns) => new(AdminRole.SharePoint, district.ShortName, Lines(
        [Connect("Sites.Manage.All"), .. columns.Select(column => Post($"/sites/{Site(district)}/lists/{List(district)}/columns", column.Definition()))]));

    /// <summary>Makes columns of the board's own library.</summary>
    public static AdminCommand MakeBoardColumns(District district, IEnumerable<LibraryColumn> columns) => new(AdminRole.SharePoint, district.ShortName, Lines(
        [Connect("Sites.Manage.All"), .. columns.Select(column => Post($"/sites/{district.BoardLibrary?.SiteId ?? "SITE-DES-VORSTANDS"}/lists/{district.BoardLibrary?.ListId.ToString("D") ?? "LISTE-DES-VORSTANDS"}/columns", column.Definition()))]));

    /// <summary>Gives the application its role on the board's own site, where the board wants that (R19).</summary>
    public static AdminCommand GrantBoardSite(District district) => new(AdminRole.SharePoint, district.ShortName, Lines(
        Connect("Sites.FullControl.All"),
        Post($"/sites/{district.BoardLibrary?.SiteId ?? "SITE-DES-VORSTANDS"}/permissions", Write(district))));

    /// <summary>Corrects what an existing column of ours takes.</summary>
    public static AdminCommand ChangeColumn(District district, LibraryColumn column) => new(AdminRole.SharePoint, district.ShortName, Lines(
        Connect("Sites.Manage.All"),
        $"$column = (Invoke-MgGraphRequest -Uri \"{Graph}/sites/{Site(district)}/lists/{List(district)}/columns\").value | Where-Object {{ $_.name -eq '{column.Name}' }}",
        Send("PATCH", $"/sites/{Site(district)}/lists/{List(district)}/columns/$($column.id)", column.Corrections())));

    public static AdminCommand RemoveEveryone(District district) => new(AdminRole.SharePoint, district.ShortName, Lines(
        "# SharePoint > Website > Einstellungen > Websiteberechtigungen:",
        "#   »Jeder, außer externen Benutzern« entfernen, nur die benannten Mitglieder lassen"));

    /// <summary>Lets files be seen as soon as they are there; Graph has no property for it, so a person or PnP does it.</summary>
    public static AdminCommand FreeCheckout(District district) => new(AdminRole.SharePoint, district.ShortName, Lines(
        "# ADRESSE: zum Beispiel https://kv.sharepoint.com/sites/austausch",
        "Connect-PnPOnline -Url \"ADRESSE\" -Interactive",
        $"$list = Get-PnPList -Identity {List(district)}",
        "$list.ForceCheckout = $false",
        "$list.Update()",
        "Invoke-PnPQuery"));

    public static AdminCommand AddMember(District district) => new(AdminRole.SharePoint, district.ShortName, Lines(
        "# SharePoint > Website > Einstellungen > Websiteberechtigungen > Mitglieder hinzufügen:",
        "#   das Dienstkonto mit »Bearbeiten«"));

    /// <summary>Lets the application into one mailbox and no other (RBAC for Applications).</summary>
    public static AdminCommand GrantMailbox(District district) => new(AdminRole.Exchange, district.ShortName, Lines(
        "Connect-ExchangeOnline",
        $"$app = Get-MgServicePrincipal -Filter \"appId eq '{Client(district)}'\"",
        $"New-ServicePrincipal -AppId {Client(district)} -ObjectId $app.Id -DisplayName \"PartnerOffice\"",
        $"New-ManagementScope -Name \"PartnerOffice\" -RecipientRestrictionFilter \"PrimarySmtpAddress -eq '{district.Mailbox?.ToString() ?? "ADRESSE"}'\"",
        "New-ManagementRoleAssignment -App $app.Id -Role \"Application Mail.ReadWrite\" -CustomResourceScope \"PartnerOffice\"",
        "New-ManagementRoleAssignment -App $app.Id -Role \"Application Mail.Send\" -CustomResourceScope \"PartnerOffice\"",
        "New-ManagementRoleAssignment -App $app.Id -Role \"Application Calendars.ReadWrite\" -CustomResourceScope \"PartnerOffice\""));

    /// <summary>Narrows roles that reach every mailbox.</summary>
    public static AdminCommand NarrowMailbox(District district) => new(AdminRole.Exchange, district.ShortName, Lines(
        "Connect-ExchangeOnline",
        $"$app = Get-MgServicePrincipal -Filter \"appId eq '{Client(district)}'\"",
        "Get-ManagementRoleAssignment -RoleAssignee $app.Id | Format-Table Name, Role, CustomResourceScope",
        "# Zeilen ohne CustomResourceScope entfernen: Remove-ManagementRoleAssignment NAME"));

    public static AdminCommand MakeMailbox(District district) => new(AdminRole.Exchange, district.ShortName, Lines(
        "Connect-ExchangeOnline",
        $"New-Mailbox -Shared -Name \"Kreisvorstand {district.ShortName}\" -PrimarySmtpAddress {district.Mailbox?.ToString() ?? "ADRESSE"}"));

    public static AdminCommand LayTracker(Partnership partnership) => new(AdminRole.House, null, Lines(
        $"partneroffice tracker new \"{Path.GetFileName(partnership.Tracker.Path)}\"",
        $"# danach in SharePoint hochladen nach: {partnership.Tracker.Path}"));

    public static AdminCommand Login(District district) => new(AdminRole.Account, district.ShortName, $"partneroffice login --district {district.Id}");

    public static AdminCommand Clock() => new(AdminRole.House, null, OperatingSystem.IsWindows() ? "w32tm /resync" : "sudo timedatectl set-ntp true");

    private static JsonObject Write(District district) => new()
    {
        ["roles"] = new JsonArray("write"),
        ["grantedToIdentities"] = new JsonArray(new JsonObject { ["application"] = new JsonObject { ["id"] = Client(district), ["displayName"] = "PartnerOffice" } }),
    };

    private static string Connect(string scope) => $"Connect-MgGraph -Scopes {scope}";

    private static string Post(string path, JsonObject body) => Send("POST", path, body);

    private static string Send(string method, string path, JsonObject body) =>
        string.Create(CultureInfo.InvariantCulture, $"Invoke-MgGraphRequest -Method {method} -Uri \"{Graph}{path}\" -Body '{body.ToJsonString(OneLine).Replace("'", "''", StringComparison.Ordinal)}'");

    private static string Lines(params IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Tenant(District district) => district.Tenant?.Id.ToString("D") ?? "VERZEICHNIS-ID";

    private static string Client(District district) => district.Tenant?.ClientId.ToString("D") ?? "ANWENDUNGS-ID";

    private static string Site(District district) => district.Library?.SiteId ?? "SITE-ID";

    private static string List(District district) => district.Library?.ListId.ToString("D") ?? "LISTEN-ID";
}
