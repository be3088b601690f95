using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PartnerOffice.Sandbox;

/// <summary>Adds to the world what a seed names and the world lacks.</summary>
internal static class Seeder
{
    public static void Apply(World world, SandboxSeed seed)
    {
        foreach (var tenant in seed.Tenants)
        {
            Apply(world, tenant);
        }
    }

    private static void Apply(World world, SeedTenant seed)
    {
        if (!Guid.TryParse(seed.Id, out _))
        {
            throw new ArgumentException($"The tenant id '{seed.Id}' is not a GUID.", nameof(seed));
        }

        var known = world.Tenants.GetValueOrDefault(seed.Id);
        var before = known?.State ?? new TenantState { Id = seed.Id.ToLowerInvariant(), Name = seed.Name, Folder = world.FreeTenantFolder(seed.Name) };
        var after = before with
        {
            Apps = Merge(before.Apps, seed.Apps, (app, more) => Same(app.ClientId, more.ClientId), Add),
            Sites = Merge(before.Sites, seed.Sites, (site, more) => Same(site.Id, more.Id), (site, more) => Add(world, seed, site, more)),
            Mailboxes = Merge(before.Mailboxes, seed.Mailboxes, (mailbox, more) => Same(mailbox.Address, more.Address), (mailbox, more) => mailbox ?? New(more)),
            Users = Merge(before.Users, seed.Users, (user, more) => Same(user.UserPrincipalName, more.UserPrincipalName), (user, more) => user ?? New(more)),
            Grants = [.. before.Grants.Union(seed.Grants)],
        };

        var tenant = known ?? new Tenant(world, world.FolderOf(after), before);
        if (known is null || !Same(JsonSerializer.Serialize(before), JsonSerializer.Serialize(after)))
        {
            var change = world.Begin();
            change.Save(tenant, after);
            change.Complete();
            world.Tenants[after.Id] = tenant;
        }

        foreach (var library in seed.Sites.SelectMany(site => site.Libraries))
        {
            FillDrive(tenant.Drives[library.DriveId], library);
        }

        foreach (var mailbox in tenant.Mailboxes.Values)
        {
            foreach (var folder in new[] { Mailbox.Drafts, Mailbox.SentItems, Mailbox.Inbox, MailboxCalendar.Folder })
            {
                Directory.CreateDirectory(mailbox.FolderPath(folder));
            }
        }
    }

    private static void FillDrive(Drive drive, SeedLibrary seed)
    {
        drive.EnsureRoot();
        foreach (var names in seed.Folders.Select(folder => folder.Split('/', StringSplitOptions.RemoveEmptyEntries)))
        {
            var change = drive.World.Begin();
            FolderMaker.Make(change, drive, drive.Root, names, Actor.System);
            change.Complete();
        }
    }

    private static AppState Add(AppState? app, SeedApp more)
    {
        var before = app ?? new AppState(more.ClientId.ToLowerInvariant(), more.DisplayName);
        return before with
        {
            Certificates = [.. before.Certificates.Union(more.Certificates)],
            CertificateThumbprints = [.. before.CertificateThumbprints.Union(more.CertificateThumbprints, StringComparer.OrdinalIgnoreCase)],
            Roles = [.. before.Roles.Union(more.Roles)],
            Federations = [.. before.Federations.Union(more.Federations)],
            DelegatedScopes = [.. before.DelegatedScopes.Union(more.DelegatedScopes)],
            ExposedScopes = [.. before.ExposedScopes.Union(more.ExposedScopes)],
            AllowsPublicClients = before.AllowsPublicClients || more.AllowsPublicClients,
        };
    }

    private static SiteState Add(World world, SeedTenant tenant, SiteState? site, SeedSite more)
    {
        var before = site ?? new SiteState(more.Id, more.Name, more.WebUrl ?? $"https://{HostOf(tenant)}/sites/{Uri.EscapeDataString(more.Name)}")
        {
            Members = more.Members is null ? null : [.. more.Members],
            OpenToEveryone = more.OpenToEveryone,
        };
        return before with
        {
            Libraries = Merge(before.Libraries, more.Libraries, (library, other) => Same(library.DriveId, other.DriveId), (library, other) =>
                Add(library ?? new LibraryState(other.Name, other.DriveId, other.ListId, FolderFor(tenant, more, other), world.Now) { ForceCheckout = other.ForceCheckout }, other)),
        };
    }

    private static LibraryState Add(LibraryState library, SeedLibrary more) => library with
    {
        Columns = [.. library.Columns, .. more.Columns.Where(column => library.Columns.All(known => !Same(known.Name, column.Name)))],
    };

    private static MailboxState New(SeedMailbox seed) =>
        new(seed.Address, seed.DisplayName ?? seed.Address, seed.UserId ?? GuidFrom(seed.Address));

    private static UserState New(SeedUser seed) =>
        new(seed.UserPrincipalName, seed.DisplayName, seed.ObjectId ?? GuidFrom(seed.UserPrincipalName));

    // Two libraries of one tenant may bear the same name, in two sites; their folders may not.
    private static string FolderFor(SeedTenant tenant, SeedSite site, SeedLibrary library)
    {
        var name = FileNames.Plain(library.Name);
        var isAmbiguous = tenant.Sites.Sum(other => other.Libraries.Count(twin => Same(FileNames.Plain(twin.Name), name))) > 1;
        return isAmbiguous ? FileNames.Plain($"{site.Name} - {library.Name} {GuidFrom(library.DriveId)[..8]}") : name;
    }

    private static List<TState> Merge<TState, TSeed>(
        IReadOnlyList<TState> before, IReadOnlyList<TSeed> seeds, Func<TState, TSeed, bool> isSame, Func<TState?, TSeed, TState> add)
        where TState : class
    {
        var merged = new List<TState>(before);
        foreach (var seed in seeds)
        {
            var at = merged.FindIndex(state => isSame(state, seed));
            if (at < 0)
            {
                merged.Add(add(null, seed));
            }
            else
            {
                merged[at] = add(merged[at], seed);
            }
        }

        return merged;
    }

    private static string HostOf(SeedTenant tenant) => $"{tenant.Id[..8].ToLowerInvariant()}.sharepoint.example";

    private static string GuidFrom(string text) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToUpperInvariant()))[..16]).ToString("D");

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
