using Model = Microsoft.Graph.Models;

namespace PartnerOffice.Graph;

/// <summary>From the SDK's drive item to ours, and what to ask for so that ours is whole.</summary>
internal static class DriveItems
{
    public static string[] Select =>
        ["id", "name", "eTag", "cTag", "size", "lastModifiedDateTime", "webUrl", "createdBy", "lastModifiedBy", "file", "folder", "root", "deleted"];

    public static string[] Expand => ["listItem($select=id)"];

    public static DriveItem From(Model.DriveItem item) => new(
        IdOf(item),
        item.Name ?? "",
        item.ETag ?? "",
        // Folders have none.
        item.CTag ?? "",
        item.Size ?? 0,
        item.LastModifiedDateTime ?? default,
        Uri.TryCreate(item.WebUrl, UriKind.Absolute, out var address) ? address : null,
        item.CreatedBy?.Application?.Id,
        item.LastModifiedBy?.Application?.Id,
        item.File?.Hashes?.QuickXorHash,
        item.ListItem?.Id ?? item.SharepointIds?.ListItemId,
        item.Folder is not null || item.Root is not null);

    public static ItemId IdOf(Model.DriveItem item) =>
        ItemId.TryParse(item.Id, out var id) ? id : throw new FormatException("The answer has no item id.");

    /// <summary>True when the item can guard a later write; answers to uploads need not bring every property.</summary>
    public static bool IsWhole(Model.DriveItem item) => item is { ETag.Length: > 0, CTag.Length: > 0, Name.Length: > 0 };
}
