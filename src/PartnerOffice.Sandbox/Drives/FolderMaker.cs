namespace PartnerOffice.Sandbox;

/// <summary>Makes folders along a path.</summary>
internal static class FolderMaker
{
    /// <summary>The folder at the end of the path; what is missing on the way is made.</summary>
    public static ItemState Make(Change change, Drive drive, ItemState from, IReadOnlyList<string> names, Actor by)
    {
        var at = from;
        var path = drive.DiskPath(from);
        foreach (var name in names)
        {
            path = Path.Combine(path, name);
            if (drive.Child(at.Id, name) is { } known)
            {
                at = known.IsFolder ? known : throw GraphRefusal.NameAlreadyExists();
                continue;
            }

            at = Make(change, drive, at, path, name, by);
        }

        return at;
    }

    public static ItemState Make(Change change, Drive drive, ItemState parent, string path, string name, Actor by)
    {
        ItemNames.Require(name, isFolder: true, parent.IsRoot);
        var now = drive.World.Now;
        var made = new ItemState
        {
            Id = Drive.NewItemId(),
            UniqueId = Guid.NewGuid(),
            ListItemId = drive.NextListItemId(),
            ParentId = parent.Id,
            Name = name,
            IsFolder = true,
            Created = now,
            Modified = now,
            CreatedBy = by,
            ModifiedBy = by,
        };
        change.Files.MakeFolder(path);
        change.Save(drive, made);
        return made;
    }
}
