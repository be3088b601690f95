namespace PartnerOffice.Sandbox;

/// <summary>Puts content under a name, by the rules of conflictBehavior and If-Match.</summary>
internal static class FileWriter
{
    public const string Fail = "fail";
    public const string Replace = "replace";
    public const string Rename = "rename";

    /// <summary>Where the content goes: a known item, or a name in a folder, with folders to be made on the way.</summary>
    public sealed record Target(ItemState Folder, IReadOnlyList<string> MissingFolders, string Name, string? ItemId = null);

    public static string ReadBehavior(string? given, string unlessGiven) => given?.ToLowerInvariant() switch
    {
        null => unlessGiven,
        Fail => Fail,
        Replace => Replace,
        Rename => Rename,
        _ => throw GraphRefusal.BadRequest($"The value '{given}' is not a conflict behavior."),
    };

    /// <summary>What would stand in the way of the write, were it done now.</summary>
    public static ItemState? Check(GraphCall call, Drive drive, Target target, string behavior, string? ifMatch) =>
        Check(call.Caller.Actor, drive, target, behavior, ifMatch, item => DriveLookup.Seen(call, drive, item));

    /// <summary>The same once more when the content has arrived: what counts is what holds at the commit.</summary>
    public static (ItemState Item, bool IsNew) Write(Drive drive, Target target, string behavior, string? ifMatch, FileStore.NewContent content, Action<Change>? also = null)
    {
        var existing = Check(content.By, drive, target, behavior, ifMatch, item => item);
        var change = drive.World.Begin();
        also?.Invoke(change);
        ItemState written;
        if (existing is not null && behavior != Rename)
        {
            written = FileStore.Replace(change, drive, existing, content);
        }
        else
        {
            var folder = FolderMaker.Make(change, drive, target.Folder, target.MissingFolders, content.By);
            var disk = Path.Combine([drive.DiskPath(target.Folder), .. target.MissingFolders]);
            written = FileStore.Add(change, drive, folder, disk, ItemNames.Unused(target.Name, name => drive.Child(folder.Id, name) is not null), content);
            existing = null;
        }

        change.Complete();
        return (written, existing is null);
    }

    private static ItemState? Check(Actor by, Drive drive, Target target, string behavior, string? ifMatch, Func<ItemState, ItemState?> see)
    {
        var found = target.ItemId is { } id ? drive.Find(id) : target.MissingFolders.Count == 0 ? drive.Child(target.Folder.Id, target.Name) : null;
        if (found is { Presence: not Presence.Here })
        {
            throw GraphRefusal.ItemNotFound();
        }

        if (found is null)
        {
            Guards.RequireMatch(ifMatch, null);
            ItemNames.Require(target.Name, isFolder: false, target.Folder.IsRoot && target.MissingFolders.Count == 0);
            return null;
        }

        // A new file that Graph does not show yet cannot be replaced yet either.
        var existing = see(found) ?? throw GraphRefusal.ItemNotFound();
        if (behavior == Fail || existing.IsFolder)
        {
            throw GraphRefusal.NameAlreadyExists();
        }

        if (behavior == Replace)
        {
            Guards.RequireUnlocked(drive, existing, by);
            Guards.RequireMatch(ifMatch, existing);
        }

        return existing;
    }
}
