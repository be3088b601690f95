namespace PartnerOffice.Sandbox;

/// <summary>Writes files into a drive: content, version and promotion as one change.</summary>
internal static class FileStore
{
    /// <summary>What comes with the bytes.</summary>
    public sealed record NewContent(byte[] Bytes, Actor By)
    {
        public string? Description { get; init; }

        public DateTimeOffset? ClientCreated { get; init; }

        public DateTimeOffset? ClientModified { get; init; }
    }

    public static ItemState Add(Change change, Drive drive, ItemState parent, string diskFolder, string name, NewContent content)
    {
        ItemNames.Require(name, isFolder: false, parent.IsRoot);
        var now = drive.World.Now;
        var item = new ItemState
        {
            Id = Drive.NewItemId(),
            UniqueId = Guid.NewGuid(),
            ListItemId = drive.NextListItemId(),
            ParentId = parent.Id,
            Name = name,
            Created = now,
            Modified = now,
            CreatedBy = content.By,
            ModifiedBy = content.By,
            ClientCreated = content.ClientCreated,
            ClientModified = content.ClientModified,
            Description = content.Description,
            // Forced check-out: the file is there for the one who uploaded it and for nobody else.
            CheckedOutBy = drive.Library.ForceCheckout ? content.By : null,
            Published = !drive.Library.ForceCheckout,
            Version = drive.Library.ForceCheckout ? new VersionLabel(0, 1) : new VersionLabel(1, 0),
        };
        return Put(change, drive, item, Path.Combine(diskFolder, name), content.Bytes);
    }

    public static ItemState Replace(Change change, Drive drive, ItemState item, NewContent content)
    {
        var path = drive.DiskPath(item);
        var newer = NextVersion(drive, item, content.By) with
        {
            ContentChanges = item.ContentChanges + 1,
            ClientModified = content.ClientModified,
            Description = content.Description ?? item.Description,
        };
        return Put(change, drive, newer, path, content.Bytes);
    }

    /// <summary>
    /// The item with one change more and, unless it is checked out, one version more. Whoever calls it lays down the new
    /// version's bytes, since under <c>.versions</c> lies every version, the present one included: a person's program may
    /// write over the file itself at any time.
    /// </summary>
    public static ItemState NextVersion(Drive drive, ItemState item, Actor by)
    {
        var changed = item with { Changes = item.Changes + 1, Modified = drive.World.Now, ModifiedBy = by };
        return item.IsFolder || item.CheckedOutBy is not null
            ? changed
            : changed with
            {
                Version = item.Version.NextMajor(),
                PastVersions = [.. item.PastVersions, new VersionState(item.Version, item.Modified, item.ModifiedBy, item.Size) { Fields = item.Fields }],
            };
    }

    /// <summary>What Excel for the web saves of a workbook that it holds open.</summary>
    public static void SaveOpen(Change change, Drive drive, ItemState item, byte[] bytes, Actor by, bool isNewVersion)
    {
        var saved = isNewVersion ? NextVersion(drive, item, by) : item with { Changes = item.Changes + 1, Modified = drive.World.Now, ModifiedBy = by };
        change.Save(drive, Lay(change, drive, saved with { ContentChanges = item.ContentChanges + 1 }, drive.DiskPath(item), bytes));
    }

    /// <summary>After a change of the columns SharePoint writes them into the file; content and cTag count as the same.</summary>
    public static ItemState LayAgain(Change change, Drive drive, ItemState item)
    {
        if (item.IsFolder)
        {
            return item;
        }

        var path = drive.DiskPath(item);
        var promotion = PromotionOf(drive, item.Name);
        if (promotion == PropertyPromotion.Immediate)
        {
            return Lay(change, drive, item, path, OfficePromotion.Rewrite(File.ReadAllBytes(path), item.UniqueId, item.Fields));
        }

        change.Files.Copy(path, drive.VersionPath(item.Id, item.Version));
        return item with { PromoteAt = promotion == PropertyPromotion.Delayed ? drive.World.Now + drive.World.Settings.PromotionDelay : null };
    }

    /// <summary>The promotion that was put off.</summary>
    public static ItemState PromoteLate(Change change, Drive drive, ItemState item)
    {
        var path = drive.DiskPath(item);
        var rewritten = OfficePromotion.Rewrite(File.ReadAllBytes(path), item.UniqueId, item.Fields);
        return Lay(change, drive, item with { PromoteAt = null, Changes = item.Changes + 1 }, path, rewritten);
    }

    private static ItemState Put(Change change, Drive drive, ItemState item, string path, byte[] content)
    {
        var promotion = content.Length > 0 ? PromotionOf(drive, item.Name) : PropertyPromotion.Off;
        var bytes = promotion == PropertyPromotion.Immediate ? OfficePromotion.Rewrite(content, item.UniqueId, item.Fields) : content;
        DateTimeOffset? later = promotion == PropertyPromotion.Delayed ? drive.World.Now + drive.World.Settings.PromotionDelay : null;
        var laid = Lay(change, drive, item with { PromoteAt = later }, path, bytes);
        change.Save(drive, laid);
        return laid;
    }

    private static ItemState Lay(Change change, Drive drive, ItemState item, string path, byte[] bytes)
    {
        change.Files.Put(drive.VersionPath(item.Id, item.Version), bytes);
        return item with { DiskTime = change.Files.Put(path, bytes), Size = bytes.Length, QuickXorHash = QuickXorHash.Of(bytes) };
    }

    private static PropertyPromotion PromotionOf(Drive drive, string name) =>
        MediaType.IsOffice(name) ? drive.World.Settings.Promotion : PropertyPromotion.Off;
}
