namespace PartnerOffice.Sandbox;

/// <summary>Finds what a request addresses, as far as the one who asks may see it.</summary>
internal static class DriveLookup
{
    public static Drive Drive(GraphCall call) =>
        call.Tenant.Drives.GetValueOrDefault(call.Value("drive-id")) ?? throw GraphRefusal.ItemNotFound();

    /// <summary>The item addressed by id, by path from the root, or by path from another item.</summary>
    public static ItemState Item(GraphCall call, Drive drive) =>
        Find(call, drive) ?? throw GraphRefusal.ItemNotFound();

    public static ItemState? Find(GraphCall call, Drive drive)
    {
        var from = Start(call, drive);
        return call.Values.TryGetValue("item-path", out var path) && from is not null
            ? Seen(call, drive, ByPath(drive, from, path))
            : Seen(call, drive, from);
    }

    /// <summary>The folder a new file goes to and its name; folders on the way that are missing come back as names.</summary>
    public static (ItemState Folder, IReadOnlyList<string> MissingFolders, string Name) Target(GraphCall call, Drive drive)
    {
        var at = Seen(call, drive, Start(call, drive)) ?? throw GraphRefusal.ItemNotFound();
        var names = Names(call.Value("item-path"));
        if (names.Count == 0)
        {
            throw GraphRefusal.BadRequest("The name of the file is missing.");
        }

        ItemNames.RequireLength([.. drive.NamesOf(at), .. names]);
        var missing = new List<string>();
        foreach (var name in names.Take(names.Count - 1))
        {
            PeopleAtTheFiles.Settle(drive, at.Id);
            if (missing.Count == 0 && drive.Child(at.Id, name) is { } child)
            {
                at = child;
            }
            else
            {
                missing.Add(name);
            }
        }

        if (!at.IsFolder)
        {
            throw GraphRefusal.ItemNotFound();
        }

        PeopleAtTheFiles.Settle(drive, at.Id);
        return (at, missing, names[^1]);
    }

    public static ItemState? ByPath(Drive drive, ItemState from, string path)
    {
        var at = from;
        foreach (var name in Names(path))
        {
            PeopleAtTheFiles.Settle(drive, at.Id);
            if (drive.Child(at.Id, name) is not { } child)
            {
                return null;
            }

            at = child;
        }

        return at;
    }

    /// <summary>The item as the one who asks sees it now; null when they do not.</summary>
    public static ItemState? Seen(GraphCall call, Drive drive, ItemState? item)
    {
        if (item is not { Presence: Presence.Here })
        {
            return null;
        }

        if (item is { Published: false, CheckedOutBy: { } holder } && holder != call.Caller.Actor)
        {
            return null;
        }

        if (item.ParentId is { } parent && !item.IsFolder)
        {
            PeopleAtTheFiles.Settle(drive, parent);
            item = drive.Find(item.Id)!;
            if (item.Presence != Presence.Here)
            {
                return null;
            }
        }

        if (item.UnseenCalls > 0)
        {
            var change = drive.World.Begin();
            change.Save(drive, item with { UnseenCalls = item.UnseenCalls - 1 });
            change.Complete();
            return null;
        }

        return PeopleAtTheFiles.Settle(drive, item);
    }

    private static ItemState? Start(GraphCall call, Drive drive) =>
        call.Values.TryGetValue("driveItem-id", out var id) ? drive.Find(id) : drive.Root;

    private static List<string> Names(string path) => [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries)];
}
