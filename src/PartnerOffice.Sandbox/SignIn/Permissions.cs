namespace PartnerOffice.Sandbox;

/// <summary>Who may do what: Graph's permissions, the Selected roles on one site or list, Exchange's roles on one mailbox.</summary>
internal static class Permissions
{
    private static readonly string[] ReadFiles =
        ["Files.Read.All", "Files.ReadWrite.All", "Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"];

    private static readonly string[] WriteFiles = ["Files.ReadWrite.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"];

    private static readonly string[] ReadLists = ["Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"];

    private static readonly string[] WriteLists = ["Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"];

    private static readonly string[] ReadRoles = ["read", "write", "owner", "fullcontrol"];

    private static readonly string[] WriteRoles = ["write", "owner", "fullcontrol"];

    public static void RequireReadFiles(GraphCall call, Drive drive) => Require(call, drive, [.. ReadFiles, .. Delegated(call, "Files.Read", "Files.ReadWrite")], ReadRoles);

    public static void RequireWriteFiles(GraphCall call, Drive drive) => Require(call, drive, [.. WriteFiles, .. Delegated(call, "Files.ReadWrite")], WriteRoles);

    /// <summary>Upload sessions need a Sites permission of an app; Files.ReadWrite.All is documented not to suffice.</summary>
    public static void RequireUploadSession(GraphCall call, Drive drive) => Require(call, drive, [.. WriteLists, .. Delegated(call, "Files.ReadWrite", "Files.ReadWrite.All")], WriteRoles);

    public static void RequireReadFields(GraphCall call, Drive drive) => Require(call, drive, ReadLists, ReadRoles);

    public static void RequireWriteFields(GraphCall call, Drive drive) => Require(call, drive, WriteLists, WriteRoles);

    public static void RequirePermanentDelete(GraphCall call, Drive drive)
    {
        string[] all = ["Files.ReadWrite.All", "Sites.ReadWrite.All", "Sites.FullControl.All"];
        if (!all.Any(call.Caller.Permissions.Contains) && !drive.World.Settings.PermanentDeleteForSelected)
        {
            throw GraphRefusal.AccessDenied();
        }

        RequireWriteFiles(call, drive);
    }

    /// <summary>With a role on a list only, the site itself is not readable: Selected roles never reach upwards.</summary>
    public static void RequireReadSite(GraphCall call, SiteState site)
    {
        if (!ReadLists.Any(call.Caller.Permissions.Contains)
            && !(call.Caller.Permissions.Contains("Sites.Selected") && IsGranted(call, site.Id, ReadRoles)))
        {
            throw GraphRefusal.AccessDenied();
        }
    }

    /// <summary>Who gives and takes roles on a site: an administrator's tool with full control, never an app that was given one (facts on Selected scopes).</summary>
    public static void RequireGrantSite(GraphCall call)
    {
        if (!call.Caller.Permissions.Contains("Sites.FullControl.All")) throw GraphRefusal.AccessDenied();
    }

    /// <summary>On a list also a site's owner among the apps.</summary>
    public static void RequireGrantList(GraphCall call, SiteState site)
    {
        if (!call.Caller.Permissions.Contains("Sites.FullControl.All")
            && !(call.Caller.Permissions.Contains("Sites.Selected") && IsGranted(call, site.Id, ["owner", "fullcontrol"])))
        {
            throw GraphRefusal.AccessDenied();
        }
    }

    public static bool MayReadFields(GraphCall call, Drive drive) => May(call, drive, ReadLists, ReadRoles);

    /// <summary>A permission of Exchange on one mailbox, such as <c>Mail.Read</c> or <c>Calendars.ReadWrite</c>.</summary>
    public static void RequireMailbox(GraphCall call, Mailbox mailbox, string need)
    {
        if (!MayMailbox(call, mailbox, need))
        {
            throw new GraphRefusal(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
        }
    }

    public static bool MayMailbox(GraphCall call, Mailbox mailbox, string need)
    {
        // More includes less: who may write may read.
        string[] enough = need switch
        {
            "Mail.Read" => ["Mail.Read", "Mail.ReadWrite"],
            "Calendars.ReadBasic" => ["Calendars.ReadBasic", "Calendars.Read", "Calendars.ReadWrite"],
            "Calendars.Read" => ["Calendars.Read", "Calendars.ReadWrite"],
            "MailboxSettings.Read" => ["MailboxSettings.Read", "MailboxSettings.ReadWrite"],
            _ => [need],
        };
        var isConsented = enough.Any(call.Caller.Permissions.Contains) && (call.Caller.IsAppOnly || call.Caller.UserId == mailbox.State.UserId);
        // Exchange's roles for applications count for an app by itself only.
        return isConsented || (call.Caller.IsAppOnly && IsGranted(call, mailbox.State.Address, [.. enough.Select(permission => "Application " + permission)]));
    }

    private static void Require(GraphCall call, Drive drive, string[] permissions, string[] roles)
    {
        if (!May(call, drive, permissions, roles))
        {
            throw GraphRefusal.AccessDenied();
        }
    }

    // An app that acts for a person reaches what both may: its scope and the person's own membership.
    private static bool May(GraphCall call, Drive drive, string[] permissions, string[] roles) =>
        (call.Caller.IsAppOnly || drive.Site.Members is not { } members || members.Contains(call.Caller.UserAddress ?? "", StringComparer.OrdinalIgnoreCase))
        && (permissions.Any(call.Caller.Permissions.Contains)
        || (call.Caller.Permissions.Contains("Sites.Selected") && IsGranted(call, drive.Site.Id, roles))
        || (call.Caller.Permissions.Contains("Lists.SelectedOperations.Selected") && IsGranted(call, drive.Library.ListId, roles)));

    private static bool IsGranted(GraphCall call, string resource, string[] roles) => call.Tenant.State.Grants.Any(grant =>
        string.Equals(grant.AppId, call.Caller.AppId, StringComparison.OrdinalIgnoreCase)
        && string.Equals(grant.Resource, resource, StringComparison.OrdinalIgnoreCase)
        && roles.Contains(grant.Role, StringComparer.OrdinalIgnoreCase));

    private static string[] Delegated(GraphCall call, params string[] scopes) => call.Caller.IsAppOnly ? [] : scopes;
}
