using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Notices what people did to the files with their own programs, and what SharePoint still had to do.</summary>
internal static class PeopleAtTheFiles
{
    /// <summary>The item as it is now.</summary>
    public static ItemState Settle(Drive drive, ItemState item)
    {
        if (item.IsFolder || item.Presence != Presence.Here)
        {
            return item;
        }

        var file = new FileInfo(drive.DiskPath(item));
        if (!file.Exists)
        {
            return item;
        }

        if (item.DiskTime != new DateTimeOffset(file.LastWriteTimeUtc) || item.Size != file.Length)
        {
            item = TakeOver(drive, item, File.ReadAllBytes(file.FullName));
        }

        if (item.PromoteAt <= drive.World.Now)
        {
            var change = drive.World.Begin();
            item = FileStore.PromoteLate(change, drive, item);
            change.Save(drive, item);
            change.Complete();
        }

        return item;
    }

    /// <summary>Takes in files that were put into a folder, and counts as deleted what was taken out of it.</summary>
    public static void Settle(Drive drive, string folderId)
    {
        if (drive.Find(folderId) is not { IsFolder: true, Presence: Presence.Here } folder)
        {
            return;
        }

        var path = drive.DiskPath(folder);
        if (!Directory.Exists(path))
        {
            return;
        }

        // Asked several times for every request: so names are looked up, and nothing is sorted.
        var onDisk = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in NamesIn(path))
        {
            onDisk.Add(name);
            if (drive.Child(folderId, name) is null)
            {
                Adopt(drive, folder, Directory.Exists(Path.Combine(path, name)) ? new DirectoryInfo(Path.Combine(path, name)) : new FileInfo(Path.Combine(path, name)));
            }
        }

        foreach (var item in drive.ChildrenInAnyOrder(folderId).Where(item => !onDisk.Contains(item.Name) && !IsOpenOnThisMachine(drive, item)).ToList())
        {
            var change = drive.World.Begin();
            Recycle(change, drive, item, Actor.PersonAtTheFiles);
            change.Complete();
        }
    }

    /// <summary>A person sets columns, as the browser lets them.</summary>
    /// <exception cref="ArgumentException">A column does not take the value.</exception>
    public static void SetFields(Drive drive, ItemState item, Actor by, IReadOnlyDictionary<string, string?> fields)
    {
        try
        {
            FieldWriter.Lay(drive, item, by, new(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value))));
        }
        catch (GraphRefusal refusal)
        {
            throw new ArgumentException(refusal.Message, nameof(fields), refusal);
        }
    }

    /// <summary>A person saves a file under their own name.</summary>
    /// <exception cref="FileNotFoundException">There is no such folder.</exception>
    public static void Save(Drive drive, string path, Actor by, byte[] bytes)
    {
        var (folder, name) = path.LastIndexOf('/') is >= 0 and var cut ? (path[..cut], path[(cut + 1)..]) : ("", path);
        var parent = folder.Length == 0 ? drive.Root : DriveLookup.ByPath(drive, drive.Root, folder);
        if (parent is not { IsFolder: true })
        {
            throw new FileNotFoundException($"There is no folder {folder}.", path);
        }

        var change = drive.World.Begin();
        if (drive.Child(parent.Id, name) is { } known)
        {
            FileStore.Replace(change, drive, Settle(drive, known), new FileStore.NewContent(bytes, by));
        }
        else
        {
            FileStore.Add(change, drive, parent, drive.DiskPath(parent), name, new FileStore.NewContent(bytes, by));
        }

        change.Complete();
    }

    /// <summary>Who holds the file open: somebody of whom the sandbox was told, or Word, Excel or LibreOffice on this machine.</summary>
    public static string? OpenWith(Drive drive, ItemState item) =>
        item.OpenedBy
        ?? (IsOpenOnThisMachine(drive, item) ? Actor.PersonAtTheFiles.UserName
            // Excel's server keeps the file for a session of the workbook API as it does for a person.
            : drive.World.WorkbookSessions.HoldsOpen(item.Id) ? "Excel für das Web" : null);

    public static void Recycle(Change change, Drive drive, ItemState item, Actor by)
    {
        foreach (var child in drive.Children(item.Id))
        {
            Recycle(change, drive, child, by);
        }

        if (!item.IsFolder)
        {
            change.Files.Move(drive.DiskPath(item), drive.RecyclePath(item.Id));
        }
        else
        {
            // Its files have moved away before: what is deleted here is empty.
            change.Files.Delete(drive.DiskPath(item));
        }

        change.Save(drive, item with { Presence = Presence.InRecycleBin, Changes = item.Changes + 1, Modified = drive.World.Now, ModifiedBy = by });
    }

    private static ItemState TakeOver(Drive drive, ItemState item, byte[] bytes)
    {
        var change = drive.World.Begin();
        if (item.QuickXorHash == QuickXorHash.Of(bytes) && item.Size == bytes.Length)
        {
            item = item with { DiskTime = new DateTimeOffset(File.GetLastWriteTimeUtc(drive.DiskPath(item))) };
        }
        else
        {
            item = FileStore.NextVersion(drive, item with { CheckedOutBy = null }, Actor.PersonAtTheFiles) with
            {
                ContentChanges = item.ContentChanges + 1,
                Size = bytes.Length,
                QuickXorHash = QuickXorHash.Of(bytes),
                DiskTime = new DateTimeOffset(File.GetLastWriteTimeUtc(drive.DiskPath(item))),
            };
            change.Files.Put(drive.VersionPath(item.Id, item.Version), bytes);
        }

        change.Save(drive, item);
        change.Complete();
        return item;
    }

    private static void Adopt(Drive drive, ItemState folder, FileSystemInfo entry)
    {
        var change = drive.World.Begin();
        var now = drive.World.Now;
        var item = new ItemState
        {
            Id = Drive.NewItemId(),
            UniqueId = Guid.NewGuid(),
            ListItemId = drive.NextListItemId(),
            ParentId = folder.Id,
            Name = entry.Name,
            IsFolder = entry is DirectoryInfo,
            Created = now,
            Modified = now,
            CreatedBy = Actor.PersonAtTheFiles,
            ModifiedBy = Actor.PersonAtTheFiles,
        };
        if (entry is FileInfo)
        {
            var bytes = File.ReadAllBytes(entry.FullName);
            change.Files.Put(drive.VersionPath(item.Id, item.Version), bytes);
            item = item with { Size = bytes.Length, QuickXorHash = QuickXorHash.Of(bytes), DiskTime = new DateTimeOffset(entry.LastWriteTimeUtc) };
        }

        change.Save(drive, item);
        change.Complete();
    }

    public static bool IsOpenOnThisMachine(Drive drive, ItemState item)
    {
        var path = drive.DiskPath(item);
        var folder = Path.GetDirectoryName(path)!;
        var name = Path.GetFileName(path);
        // Word and Excel put "~$" before the name, in Word's case over its first two letters; LibreOffice writes its own lock.
        return File.Exists(Path.Combine(folder, "~$" + name))
            || (name.Length > 8 && File.Exists(Path.Combine(folder, "~$" + name[2..])))
            || File.Exists(Path.Combine(folder, $".~lock.{name}#"));
    }

    private static List<string> NamesIn(string path) =>
        [.. new FileSystemEnumerable<string>(path, (ref entry) => entry.FileName.ToString(), new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref entry) => !IsScratch(entry.FileName),
        }];

    private static bool IsScratch(ReadOnlySpan<char> name) =>
        name.StartsWith('.') || name.StartsWith('~') || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase);
}
