namespace PartnerOffice.Sandbox;

/// <summary>A tenant with its drives and mailboxes.</summary>
internal sealed class Tenant(World world, string folder, TenantState state)
{
    public World World => world;

    public string Folder => folder;

    public TenantState State { get; private set; } = state;

    public Dictionary<string, Drive> Drives { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, Mailbox> Mailboxes { get; } = new(StringComparer.OrdinalIgnoreCase);

    public int SentOutside { get; set; }

    public string SentOutsidePath => Path.Combine(folder, ".state", "sent-outside.json");

    public void Load()
    {
        foreach (var site in State.Sites)
        {
            foreach (var library in site.Libraries)
            {
                DriveFor(site, library).Load();
            }
        }

        foreach (var mailbox in State.Mailboxes)
        {
            MailboxFor(mailbox).Load();
        }

        SentOutside = File.Exists(SentOutsidePath) ? World.Read<int>(SentOutsidePath) : 0;
    }

    /// <summary>Takes over what seeding wrote: new libraries and mailboxes appear, known ones go on with their new description.</summary>
    public void Remember(TenantState newer)
    {
        State = newer;
        foreach (var site in newer.Sites)
        {
            foreach (var library in site.Libraries)
            {
                DriveFor(site, library);
            }
        }

        foreach (var mailbox in newer.Mailboxes)
        {
            MailboxFor(mailbox);
        }
    }

    public Mailbox? MailboxOf(string addressOrUserId) =>
        Mailboxes.GetValueOrDefault(addressOrUserId)
        ?? Mailboxes.Values.FirstOrDefault(mailbox => string.Equals(mailbox.State.UserId, addressOrUserId, StringComparison.OrdinalIgnoreCase));

    /// <summary>The account that signs in under this name; a mailbox's address is one too. Null for nobody.</summary>
    public UserState? UserOf(string name) =>
        State.Users.FirstOrDefault(user => string.Equals(user.UserPrincipalName, name, StringComparison.OrdinalIgnoreCase))
        ?? (Mailboxes.GetValueOrDefault(name) is { } mailbox ? new(mailbox.State.Address, mailbox.State.DisplayName, mailbox.State.UserId) : null);

    private Drive DriveFor(SiteState site, LibraryState library)
    {
        if (Drives.TryGetValue(library.DriveId, out var known))
        {
            known.Describe(site, library);
            return known;
        }

        return Drives[library.DriveId] = new Drive(this, site, library);
    }

    private Mailbox MailboxFor(MailboxState mailbox) =>
        Mailboxes.TryGetValue(mailbox.Address, out var known) ? known : Mailboxes[mailbox.Address] = new Mailbox(this, mailbox);
}
