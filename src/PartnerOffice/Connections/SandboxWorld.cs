using PartnerOffice.Core;
using PartnerOffice.Graph;
using PartnerOffice.Sandbox;

namespace PartnerOffice.Connections;

/// <summary>The tenants of a partnership as the sandbox is to have them: set up as the guide asks the administrators to.</summary>
public static class SandboxWorld
{
    /// <summary>What our registration offers to the panes: our API in the name of the person who opened them.</summary>
    public const string AccessAsUser = "access_as_user";

    // One mailbox for mail and for joint meetings; with its calendar comes the question when the people of this tenant are free.
    private static readonly string[] MailboxRoles = ["Application Mail.ReadWrite", "Application Mail.Send", "Application Calendars.ReadWrite"];

    /// <summary>What the sandbox needs from the start for this partnership.</summary>
    /// <param name="identityOf">As whom the service comes; a district without one gets no tenant.</param>
    public static SandboxSeed SeedOf(Partnership partnership, Func<District, GraphIdentity?> identityOf)
    {
        ArgumentNullException.ThrowIfNull(partnership);
        ArgumentNullException.ThrowIfNull(identityOf);
        return new()
        {
            Tenants = [.. partnership.Districts
                .Select(district => (District: district, Identity: identityOf(district)))
                .Where(pair => pair.Identity is not null)
                .Select(pair => TenantOf(partnership, pair.District, pair.Identity!))],
        };
    }

    /// <summary>Our columns of a receiving library (D20).</summary>
    public static IReadOnlyList<SeedColumn> LibraryColumns { get; } =
    [
        new("POKey") { DisplayName = "Schlüssel", Indexed = true, EnforceUniqueValues = true },
        new("POMinutes") { DisplayName = "Protokoll" },
        new("POVersion", SeedColumnType.Number) { DisplayName = "Fassung" },
        new("POState", SeedColumnType.Choice) { DisplayName = "Stand", Choices = ["gültig", "ersetzt", "zurückgezogen"] },
        new("POMeeting", SeedColumnType.Date) { DisplayName = "Sitzung am" },
        new("PODistrict") { DisplayName = "Kreisverband" },
        new("POReceipt", SeedColumnType.Choice) { DisplayName = "Kenntnisnahme", Choices = ["zur Kenntnis genommen"] },
    ];

    /// <summary>The two columns of a board's own library (R14).</summary>
    public static IReadOnlyList<SeedColumn> BoardLibraryColumns { get; } =
    [
        new(BoardColumns.State, SeedColumnType.Choice) { Choices = BoardColumns.States },
        new(BoardColumns.Hint, SeedColumnType.Note),
    ];

    private static SeedTenant TenantOf(Partnership partnership, District district, GraphIdentity identity)
    {
        var sites = Sites(partnership, district).ToList();
        return new(identity.TenantId, district.Name)
        {
            Apps = [new(identity.ClientId, "PartnerOffice")
            {
                Certificates = identity.Certificate is { } certificate ? [certificate.ExportCertificatePem()] : [],
                Roles = ["Sites.Selected"],
                DelegatedScopes = ["Files.ReadWrite"],
                ExposedScopes = [AccessAsUser],
                AllowsPublicClients = true,
            }],
            Sites = sites,
            Mailboxes = [.. Mailboxes(district).DistinctBy(mailbox => mailbox.Address, StringComparer.OrdinalIgnoreCase)],
            Users = [.. district.People
                .Where(person => person.UserPrincipalName is not null)
                .Select(person => new SeedUser(person.UserPrincipalName!, person.Name) { ObjectId = person.ObjectId?.ToString("D") })],
            Grants =
            [
                // The board's own library is entered by the service only where the board granted it (R19).
                .. sites.Where(site => site.Id != district.BoardLibrary?.SiteId || district.OwnLibrary == OwnLibraryAccess.App).Select(site => new SeedGrant(identity.ClientId, site.Id, "write")),
                .. district.Mailbox is { } mailbox
                    ? MailboxRoles.Select(role => new SeedGrant(identity.ClientId, mailbox.ToString(), role))
                    : [],
            ],
        };
    }

    private static IEnumerable<SeedSite> Sites(Partnership partnership, District district)
    {
        if (district.BoardLibrary is { } board)
        {
            yield return new(board.SiteId, $"Vorstand {district.ShortName}")
            {
                Libraries = [new("Vorstandsprotokolle", board.DriveId, board.ListId.ToString("D")) { Columns = BoardLibraryColumns, Folders = board.Folder.Length > 0 ? [board.Folder] : [] }],
            };
        }

        if (district.Register is { } register)
        {
            yield return new(register.SiteId, $"Vorstand {district.ShortName}")
            {
                Libraries = [new("Vorstand", register.DriveId, Derived(register.DriveId)) { Folders = Path.GetDirectoryName(register.Path) is { Length: > 0 } folder ? [folder] : [] }],
            };
        }

        // What the partner picks up lies with us, on a site that holds nothing else.
        if (partnership.PartnerOf(district.Id) is { Tenant: null, PickUp: { } pickUp } partner)
        {
            yield return new(pickUp.SiteId, $"Abholung {partner.ShortName}")
            {
                Libraries = [new("Protokolle zum Abholen", pickUp.DriveId, pickUp.ListId.ToString("D")) { Columns = LibraryColumns, Folders = pickUp.Folder.Length > 0 ? [pickUp.Folder] : [] }],
            };
        }

        if (district.Library is not { } library) yield break;

        var libraries = new List<SeedLibrary>
        {
            new("Protokolle Partner", library.DriveId, library.ListId.ToString("D"))
            {
                Columns = LibraryColumns,
                Folders = library.Folder.Length > 0 ? [library.Folder] : [],
            },
        };
        // A tracker in a library of its own; its list has no id in the partnership file, and nobody needs one.
        var tracker = partnership.Tracker;
        if (tracker.District == district.Id && tracker.DriveId != library.DriveId)
            libraries.Add(new("Tracker", tracker.DriveId, new Guid(library.ListId.ToByteArray().Reverse().ToArray()).ToString("D")));
        yield return new(library.SiteId, $"Austausch {district.ShortName}") { Libraries = libraries };
    }

    // No file names this list's id, and nobody needs it; only it must stay the same.
    private static string Derived(string drive) => new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(drive))[..16]).ToString("D");

    private static IEnumerable<SeedMailbox> Mailboxes(District district)
    {
        if (district.Mailbox is { } own) yield return new(own.ToString()) { DisplayName = district.Name };
        // Only addresses of the tenant have a mailbox in it.
        foreach (var person in district.People.Where(person => person.Account == AccountKind.Tenant))
            foreach (var address in person.Addresses.Where(address => !address.IsPrivate))
                yield return new(address.Mail.ToString()) { DisplayName = person.Name };
    }
}
