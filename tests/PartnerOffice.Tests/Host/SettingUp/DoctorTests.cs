using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Connections;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Features.SettingUp;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;
using Xunit;

namespace PartnerOffice.Tests.Host.SettingUp;

/// <summary>Whatever is wrong with a set-up is named by the doctor, with what to do and the command for whoever can do it.</summary>
public sealed partial class DoctorTests
{
    private static readonly string Site = SampleDistrict["library"]!["siteId"]!.ToString();
    private static readonly string Mailbox = SampleDistrict["mailbox"]!.ToString();
    private static readonly string ClientId = SampleDistrict["tenant"]!["clientId"]!.ToString();
    private const string Person = "jana.kopie@mse.onmicrosoft.example";

    private static JsonObject SampleDistrict => new SetUpWorld().District;

    /// <param name="Check">The line's name.</param>
    /// <param name="Remedy">What its remedy or its command says.</param>
    private sealed record Planted(string Check, CheckState State, string Remedy, Action<SetUpWorld> Plant);

    private static readonly Dictionary<string, Planted> Faults = new()
    {
        // What the partnership file says.
        ["no tenant"] = new("tenant", CheckState.Broken, "adminconsent", world => world.District["tenant"] = null),
        ["no library"] = new("library", CheckState.Broken, "library", world => world.District["library"] = null),
        ["no mailbox"] = new("mailbox", CheckState.Broken, "New-Mailbox -Shared", world => world.District["mailbox"] = null),
        ["a person's mailbox"] = new("mailbox-of-person", CheckState.Broken, "gemeinsames Postfach", world => world.District["mailbox"] = Person),
        ["one tenant twice"] = new("tenants", CheckState.Broken, "tenant.id", world => world.Json["districts"]![0]!["tenant"]!["id"] = world.District["tenant"]!["id"]!.ToString()),
        ["no coordinator"] = new("coordinator", CheckState.Broken, "roles", world =>
        {
            foreach (var role in world.District["roles"]!.AsArray().Where(role => role!["role"]!.ToString() == "coordinator")) role!["until"] = "2025-10-31";
        }),
        ["a coordinator without address"] = new("coordinator", CheckState.Broken, "Mailadresse", world =>
        {
            world.District["mailbox"] = null;
            foreach (var person in world.District["people"]!.AsArray()) person!["addresses"] = new JsonArray();
        }),
        ["no deputy"] = new("coordinator", CheckState.Warning, "deputy", world => Without(world.District["roles"]!.AsArray(), role => role["role"]!.ToString() == "coordinator" && role["deputy"] is not null)),
        ["one person alone releases"] = new("release", CheckState.Warning, "chair", world => Without(world.District["roles"]!.AsArray(), role => role["role"]!.ToString() == "chair" && role["deputy"] is not null)),
        ["use not agreed"] = new("use", CheckState.Warning, "agreedOn", world => world.Json["use"]!["agreedOn"]!.AsArray().RemoveAt(1)),
        ["unknown tenant"] = new("tenant-unknown", CheckState.Broken, "tenant.id", world => world.District["tenant"]!["id"] = "99999999-0000-4000-8000-000000000009"),
        ["unknown application"] = new("consent-missing", CheckState.Broken, "adminconsent", world => world.District["tenant"]!["clientId"] = "99999999-0000-4000-8000-000000000009"),
        ["unknown site"] = new("site", CheckState.Broken, "library.siteId", world => world.District["library"]!["siteId"] = "mse.sharepoint.example,a15e0000-0000-4000-8000-000000000091,a15e0000-0000-4000-8000-000000000092"),
        ["unknown drive"] = new("library", CheckState.Broken, "library.driveId", world => world.District["library"]!["driveId"] = "b!gibt-es-nicht-0001"),
        ["unknown list"] = new("list", CheckState.Broken, "library.listId", world => world.District["library"]!["listId"] = "a15e0000-0000-4000-8000-000000000093"),
        ["list of another library"] = new("list", CheckState.Broken, "library.driveId", world =>
        {
            world.Tenant = Library(site => site with { Libraries = [.. site.Libraries, new SeedLibrary("Zweite", "b!zweite-0001", "a15e0000-0000-4000-8000-000000000094")] });
            world.District["library"]!["listId"] = "a15e0000-0000-4000-8000-000000000094";
        }),
        ["tracker elsewhere"] = new("tracker", CheckState.Broken, "tracker new", world => world.Json["tracker"]!["path"] = "Tracker/Anders.xlsx"),

        // What the service signs in with.
        ["certificate not there"] = new("credential", CheckState.Broken, "ablegen", world => world.Identity = _ => throw CredentialException.NotThere(world.Partnership.Find(SetUpWorld.Host)!, "mse.pem")),
        ["certificate without key"] = new("credential", CheckState.Broken, "privatem Schlüssel", world => world.Identity = identity => new(identity.TenantId, identity.ClientId,
            System.Security.Cryptography.X509Certificates.X509CertificateLoader.LoadCertificate(identity.Certificate!.RawData))),
        ["certificate not registered"] = new("certificate-unknown", CheckState.Broken, "az ad app credential reset", world => world.Identity = identity => new(identity.TenantId, identity.ClientId, SetUpWorld.Certificate(-1, 300))),
        ["certificate expired"] = new("certificate-expired", CheckState.Broken, "openssl req", world => world.Identity = identity => new(identity.TenantId, identity.ClientId, SetUpWorld.Certificate(-30, -1))),
        ["certificate of tomorrow"] = new("certificate", CheckState.Broken, "Uhr", world => world.Identity = identity => new(identity.TenantId, identity.ClientId, SetUpWorld.Certificate(2, 300))),
        ["certificate ends in 59 days"] = Ending(59),
        ["certificate ends in 29 days"] = Ending(29),
        ["certificate ends in 6 days"] = Ending(6),
        ["trusted token not there"] = new("assertion-missing", CheckState.Broken, "tenant.credential.path", world => world.Identity = identity => new(identity.TenantId, identity.ClientId, new GraphCredential.OfAssertionFile(world.File("nicht-da")))),
        ["token of an untrusted issuer"] = new("federation", CheckState.Broken, "federated-credential create", world => world.Identity = identity =>
        {
            File.WriteAllText(world.File("token"), "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4Iiwic3ViIjoieSJ9.AAAA");
            return new(identity.TenantId, identity.ClientId, new GraphCredential.OfAssertionFile(world.File("token")));
        }),

        // What the tenant's administrators did or did not do.
        ["no Sites.Selected"] = new("permissions", CheckState.Broken, "adminconsent", world => world.Tenant = App(app => app with { Roles = [] })),
        ["the whole of SharePoint"] = new("permissions-broad", CheckState.Broken, "Sites.FullControl.All", world => world.Tenant = App(app => app with { Roles = ["Sites.Selected", "Sites.FullControl.All"] })),
        ["all mailboxes by consent"] = new("permissions-broad", CheckState.Broken, "Mail.ReadWrite", world => world.Tenant = App(app => app with { Roles = ["Sites.Selected", "Mail.ReadWrite"] })),
        ["no role on the site"] = new("site-grant", CheckState.Broken, $"/sites/{Site}/permissions", world => world.Tenant = Grants(grant => grant.Resource != Site)),
        ["reading only"] = new("library-write", CheckState.Broken, "\"write\"", world =>
        {
            world.Tenant = tenant => tenant with { Grants = [.. tenant.Grants.Select(grant => grant.Resource == Site ? grant with { Role = "read" } : grant)] };
            world.TriesWriting = true;
        }),
        ["other content on the site"] = new("site-content", CheckState.Broken, "eigene Site", world => world.Tenant = Library(site => site with
        {
            Libraries = [.. site.Libraries, new SeedLibrary("Mitgliederlisten", "b!mitglieder-0001", "a15e0000-0000-4000-8000-000000000095") { Folders = ["2026"] }],
        })),
        ["check-out is forced"] = new("library-checkout", CheckState.Broken, "ForceCheckout = $false", world =>
        {
            world.Tenant = Library(site => site with { Libraries = [site.Libraries[0] with { ForceCheckout = true }, .. site.Libraries.Skip(1)] });
            // The tracker lies in the same library; without one nobody has to check it in.
            world.Tracker = null;
            world.TriesWriting = true;
        }),
        ["people of the sample"] = new("placeholder-people", CheckState.Broken, "people", world => world.Json["id"] = "wirklich"),
        ["coordinators of the sample"] = new("placeholder-coordinator", CheckState.Broken, "Koordination", world => world.Json["id"] = "wirklich"),
        ["tracker of the sample"] = new("placeholder-tracker", CheckState.Broken, "tracker.driveId", world => world.Json["id"] = "wirklich"),
        ["people of the sample with Microsoft"] = new("placeholder-people", CheckState.Broken, "löschen", world => world.Json["graph"] = "microsoft"),
        ["open to everybody"] = new("site-open", CheckState.Broken, "Jeder, außer externen Benutzern", world => world.Tenant = Library(site => site with { OpenToEveryone = true })),
        ["no columns"] = new("columns", CheckState.Broken, "\"name\":\"POKey\"", world => world.Tenant = Columns(_ => [])),
        ["one column missing"] = new("columns", CheckState.Broken, "\"name\":\"POMeeting\"", world => world.Tenant = Columns(columns => columns.Where(column => column.Name != "POMeeting"))),
        ["column of another kind"] = new("column-type", CheckState.Broken, "POVersion", world => world.Tenant = Columns(columns => columns.Select(column => column.Name == "POVersion" ? column with { Type = SeedColumnType.Text } : column))),
        ["column that nobody may write"] = new("column-type", CheckState.Broken, "POMinutes", world => world.Tenant = Columns(columns => columns.Select(column => column.Name == "POMinutes" ? column with { ReadOnly = true } : column))),
        ["choice missing"] = new("column-choices", CheckState.Broken, "zurückgezogen", world => world.Tenant = Columns(columns => columns.Select(column => column.Name == "POState" ? column with { Choices = ["gültig", "ersetzt"] } : column))),
        ["key not unique"] = new("column-unique", CheckState.Warning, "enforceUniqueValues", world => world.Tenant = Columns(columns => columns.Select(column => column.Name == "POKey" ? column with { EnforceUniqueValues = false } : column))),
        ["foreign mandatory column"] = new("column-required", CheckState.Warning, "Pflicht", world => world.Tenant = Columns(columns => columns.Append(new SeedColumn("Aktenzeichen") { Required = true }))),
        ["a file where the folder is"] = new("folder", CheckState.Broken, "library.folder", world => world.District["library"]!["folder"] = "Tracker/Partnerschaft.xlsx"),
        ["no roles in Exchange"] = new("mailbox-grant", CheckState.Broken, "New-ManagementRoleAssignment", world => world.Tenant = Grants(grant => grant.Resource != Mailbox)),
        ["no role to send"] = new("mailbox-send", CheckState.Broken, "Application Mail.Send", world => world.Tenant = Grants(grant => grant.Role != "Application Mail.Send")),
        ["no role for the calendar"] = new("calendar", CheckState.Broken, "Application Calendars.ReadWrite", world => world.Tenant = Grants(grant => grant.Role != "Application Calendars.ReadWrite")),
        ["no role to write"] = new("mailbox-write", CheckState.Broken, "Application Mail.ReadWrite", world =>
        {
            world.Tenant = tenant => tenant with { Grants = [.. tenant.Grants.Select(grant => grant.Role == "Application Mail.ReadWrite" ? grant with { Role = "Application Mail.Read" } : grant)] };
            world.TriesWriting = true;
        }),
        ["mailbox does not exist"] = new("mailbox", CheckState.Broken, "New-Mailbox -Shared", world => world.Tenant = tenant => tenant with { Mailboxes = [] }),
        ["a role on somebody's mailbox"] = new("mailbox-scope", CheckState.Broken, "CustomResourceScope", world => world.Tenant = tenant => tenant with
        {
            Mailboxes = [.. tenant.Mailboxes, new SeedMailbox(Person)],
            Grants = [.. tenant.Grants, new SeedGrant(ClientId, Person, "Application Mail.Read")],
        }),

        // The tracker.
        ["no tracker"] = new("tracker", CheckState.Broken, "tracker new", world => world.Tracker = null),
        ["tracker that is no workbook"] = new("tracker-tables", CheckState.Broken, "", world => world.Tracker = "kein Excel"u8.ToArray()),
        ["workbook interface as application"] = new("workbook", CheckState.Broken, "»account«", world => world.Json["tracker"]!["write"] = "workbook"),
        ["account not signed in"] = new("login-required", CheckState.Broken, "partneroffice login --district mse", world => world.Json["tracker"]!["as"] = "account"),
        ["account that is no member of the site"] = new("tracker-access", CheckState.Broken, "Mitglied", world =>
        {
            world.Json["tracker"]!["as"] = "account";
            world.Tenant = Library(site => site with { Members = ["jemand@mse.onmicrosoft.example"] });
            world.Afterwards = _ => world.LoginAsync(Mailbox);
        }),
        ["workbook held alone"] = new("workbook", CheckState.Warning, "im Browser", world =>
        {
            (world.Json["tracker"]!["as"], world.Json["tracker"]!["write"]) = ("account", "workbook");
            world.Afterwards = async server =>
            {
                await world.LoginAsync(Mailbox);
                server.Faults.Add(new FaultRule("POST /drives/{drive-id}/items/{driveItem-id}/workbook/createSession") { Status = 409, Code = "accessConflict" });
            };
        }),

        // The machine.
        ["clock three minutes slow"] = new("clock", CheckState.Warning, "Zeitserver", world => world.SandboxTime = new FakeTimeProvider(DateTimeOffset.UtcNow.AddMinutes(3))),
        ["clock ten minutes fast"] = new("clock", CheckState.Broken, "set-ntp", world => world.SandboxTime = new FakeTimeProvider(DateTimeOffset.UtcNow.AddMinutes(-10))),
        ["secret damaged"] = new("secret", CheckState.Broken, "Sicherung", world => Put(world, "key", "kaputt")),
        ["others read the folder"] = new("data-directory", CheckState.Broken, "chmod 700", world =>
        {
            DataFolder.Make(world.Data);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(world.Data, (UnixFileMode)0b111_101_101);
        }),
        ["disk full"] = new("disk", CheckState.Broken, "500 MB", world => world.Settings = settings => settings with { FreeBytes = () => 20 * 1024 * 1024 }),
        ["template damaged"] = new("templates", CheckState.Broken, "templates build", world =>
        {
            Put(world, "tracker.xlsx", "kein Excel");
            world.Settings = settings => settings with { Templates = world.Data };
        }),
        ["Microsoft out of reach"] = new("sign-in", CheckState.Broken, "Firewall", world => world.Settings = settings => settings with { Graph = new() { Transport = new NoNetwork() } }),
        ["Microsoft asks for patience"] = new("site", CheckState.Skipped, "", world => world.Afterwards = server =>
        {
            server.Refusing("GET /sites/{site-id}", 429, TimeSpan.FromMinutes(5));
            return Task.CompletedTask;
        }),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_planted_fault_is_named_with_its_remedy(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && name == "others read the folder", "Windows has no mode bits.");
        await using var world = new SetUpWorld();
        Faults[name].Plant(world);

        var lines = await world.ExamineAsync();

        var line = Assert.Single(lines, line => line.Check == Faults[name].Check && line.State == Faults[name].State);
        Assert.Contains(Faults[name].Remedy, $"{line.Remedy?.German}\n{line.Message.German}\n{line.Command?.Text}", StringComparison.Ordinal);
        Assert.True(line.State == CheckState.Skipped || line.Remedy is not null);
        Assert.All(lines, AssertReadable);
    }

    [Fact]
    public async Task A_set_up_as_the_guide_asks_for_it_is_in_order_on_both_sides_and_nothing_is_left_behind()
    {
        await using var world = new SetUpWorld();
        await world.ExamineAsync(null);
        var before = world.Server.Describe();
        world.TriesWriting = true;

        var lines = await world.ExamineAsync(null);

        Assert.All(lines, line => Assert.True(line.State == CheckState.Ok, $"{line.Check}: {line.Message}"));
        Assert.All(lines, AssertReadable);
        // Graph deletes a message into the folder that people empty themselves.
        Assert.Equal(before, string.Join('\n', world.Server.Describe().Split('\n').Where(line => !line.TrimStart().StartsWith("DeletedItems:", StringComparison.Ordinal))));
        Assert.Contains(world.Doctor!.Pilot, answer => answer is { Question: "workbook-app-only", Answer: false });
        Assert.Contains(world.Doctor.Pilot, answer => answer is { Question: "sharepoint-rewrites-office-files", Answer: true });
        Assert.Contains(world.Doctor.Pilot, answer => answer is { Question: "getSchedule-across-tenants", Answer: null });
        Assert.True(Faults.Count >= 30);
    }

    [Fact]
    public async Task A_signed_in_account_opens_the_tracker_through_Excel()
    {
        await using var world = new SetUpWorld();
        (world.Json["tracker"]!["as"], world.Json["tracker"]!["write"]) = ("account", "workbook");
        world.Afterwards = _ => world.LoginAsync(Mailbox);

        var lines = await world.ExamineAsync();

        Assert.Single(lines, line => line is { Check: "workbook", State: CheckState.Ok });
        Assert.DoesNotContain(lines, line => line.State == CheckState.Broken);
    }

    [Theory]
    [InlineData("partner", "mse")]
    [InlineData("own", "steinfurt")]
    [InlineData("mse", "mse")]
    public async Task One_side_is_checked_with_its_own_credentials_alone(string side, string expected)
    {
        await using var world = new SetUpWorld();

        var lines = await world.ExamineAsync(side, district => district.Id.ToString() == expected
            ? world.Identities.Of(district)
            : throw new InvalidOperationException($"Nobody may ask for the credentials of {district.Id}."));

        var name = world.Partnership.Find(expected)!.ShortName;
        Assert.All(lines, line => Assert.True(line.District is null || line.District == name));
        Assert.Contains(lines, line => line is { Check: "sign-in", State: CheckState.Ok });
        Assert.DoesNotContain(lines, line => line.State == CheckState.Broken);
    }

    [Fact]
    public async Task The_commands_that_the_doctor_prints_repair_what_it_found()
    {
        await using var world = new SetUpWorld();
        world.Tenant = tenant => Columns(_ => [])(Grants(grant => grant.Resource != Site)(tenant)) with
        {
            Apps = [.. tenant.Apps, new SeedApp("dddddddd-0000-4000-8000-00000000000d", "Verwaltung") { Roles = ["Sites.FullControl.All"] }],
        };

        for (var round = 0; round < 3; round++)
        {
            var broken = (await world.ExamineAsync()).Where(line => line.State == CheckState.Broken).ToList();
            if (round == 0) Assert.Equal(["site-grant"], broken.Where(line => line.Check.StartsWith("site", StringComparison.Ordinal)).Select(line => line.Check));
            if (round == 1) Assert.Equal(["columns"], broken.Select(line => line.Check));
            if (round == 2) Assert.Empty(broken);
            foreach (var line in broken.Where(line => line.Command?.Role == AdminRole.SharePoint)) await CarryOutAsync(world, line.Command!.Text);
        }
    }

    /// <summary>Does what an administrator's PowerShell does with these lines.</summary>
    private static async Task CarryOutAsync(SetUpWorld world, string commands)
    {
        using var admin = new HttpClient(world.Server.CreateHandler());
        admin.DefaultRequestHeaders.Authorization = new("Bearer", world.Server.CreateAppToken(SampleDistrict["tenant"]!["id"]!.ToString(), "dddddddd-0000-4000-8000-00000000000d"));
        foreach (var match in commands.Split('\n').Select(line => GraphRequest().Match(line)).Where(match => match.Success))
        {
            using var content = new StringContent(match.Groups["body"].Value.Replace("''", "'", StringComparison.Ordinal), System.Text.Encoding.UTF8, "application/json");
            using var answer = await admin.PostAsync(new Uri(match.Groups["uri"].Value.Replace("https://graph.microsoft.com/v1.0", world.Server.GraphUri.AbsoluteUri, StringComparison.Ordinal)), content, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [GeneratedRegex("""^Invoke-MgGraphRequest -Method POST -Uri "(?<uri>[^"]+)" -Body '(?<body>.*)'$""")]
    private static partial Regex GraphRequest();

    // R15: what, where, what to do, in at most thirty words, to nobody in person.
    private static void AssertReadable(CheckLine line)
    {
        foreach (var text in new[] { line.Message, line.Remedy }.OfType<Bilingual>())
        {
            Assert.InRange(text.German.Split(' ').Length, 1, 30);
            Assert.InRange(text.English.Split(' ').Length, 1, 34);
            Assert.DoesNotMatch(Personal(), text.German);
        }
    }

    [GeneratedRegex(@"\b([Dd]u|[Dd]ein\w*|Sie|Ihre[nmrs]?|Ihnen)\b(?! (auf|in|für|auch))")]
    private static partial Regex Personal();

    private static Planted Ending(int days) => new("certificate", CheckState.Warning, "az ad app credential reset", world =>
    {
        var certificate = SetUpWorld.Certificate(-300, days + 1);
        world.Identity = identity => new(identity.TenantId, identity.ClientId, certificate);
        world.Tenant = App(app => app with { Certificates = [.. app.Certificates, certificate.ExportCertificatePem()] });
    });

    private static Func<SeedTenant, SeedTenant> App(Func<SeedApp, SeedApp> change) => tenant => tenant with { Apps = [change(tenant.Apps[0])] };

    private static Func<SeedTenant, SeedTenant> Grants(Func<SeedGrant, bool> keep) => tenant => tenant with { Grants = [.. tenant.Grants.Where(keep)] };

    private static Func<SeedTenant, SeedTenant> Library(Func<SeedSite, SeedSite> change) => tenant => tenant with { Sites = [change(tenant.Sites[0])] };

    private static Func<SeedTenant, SeedTenant> Columns(Func<IReadOnlyList<SeedColumn>, IEnumerable<SeedColumn>> change) =>
        Library(site => site with { Libraries = [site.Libraries[0] with { Columns = [.. change(site.Libraries[0].Columns)] }, .. site.Libraries.Skip(1)] });

    private static void Without(JsonArray array, Func<JsonNode, bool> goes)
    {
        foreach (var one in array.Where(one => goes(one!)).ToList()) array.Remove(one);
    }

    private static void Put(SetUpWorld world, string name, string text)
    {
        DataFolder.Make(world.Data);
        File.WriteAllText(Path.Combine(world.Data, name), text);
    }

    private sealed class NoNetwork : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException(HttpRequestError.NameResolutionError);
    }
}
