using System.Globalization;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Items, drives and versions as Graph writes them.</summary>
internal static class DriveItemJson
{
    private static readonly string[] Expandable = ["listItem", "children"];

    public static JsonObject Item(GraphCall call, Drive drive, ItemState item, ODataQuery query)
    {
        var json = Full(call, drive, item);
        foreach (var (name, options) in query.Expand)
        {
            if (name == "listItem" && !item.IsRoot)
            {
                json["listItem"] = ListItemJson.Item(call, drive, item, options);
            }
            else if (name == "children")
            {
                json["children"] = new JsonArray([.. drive.Children(item.Id).Select(child => Item(call, drive, child, options))]);
            }
        }

        query.Shape(json, GraphType.DriveItem, Expandable);
        return json;
    }

    public static JsonObject Drive(Drive drive)
    {
        var root = drive.Root;
        return new JsonObject
        {
            ["createdDateTime"] = Moment(drive.Library.Created),
            ["description"] = "",
            ["id"] = drive.Library.DriveId,
            ["lastModifiedDateTime"] = Moment(drive.Items.Max(item => item.Modified)),
            ["name"] = drive.Library.Name,
            ["webUrl"] = WebUrl(drive, root),
            ["driveType"] = "documentLibrary",
            ["createdBy"] = By(Actor.System),
            ["owner"] = new JsonObject { ["user"] = new JsonObject { ["displayName"] = "Systemkonto" } },
            ["quota"] = new JsonObject
            {
                ["deleted"] = 0,
                ["remaining"] = 27487790694400 - Used(drive),
                ["state"] = "normal",
                ["total"] = 27487790694400,
                ["used"] = Used(drive),
            },
            ["sharePointIds"] = ListIds(drive),
        };
    }

    public static JsonObject Version(Drive drive, ItemState item, VersionState version)
    {
        _ = drive;
        return new JsonObject
        {
            ["id"] = version.Label.ToString(),
            ["lastModifiedDateTime"] = Moment(version.Modified),
            ["size"] = version.Size,
            ["publication"] = new JsonObject { ["level"] = version.Label.Minor == 0 ? "published" : "draft", ["versionId"] = version.Label.ToString() },
            ["lastModifiedBy"] = By(version.ModifiedBy),
        };
    }

    public static JsonObject By(Actor actor)
    {
        var by = new JsonObject();
        if (actor.AppId is not null)
        {
            by["application"] = new JsonObject { ["id"] = actor.AppId, ["displayName"] = actor.AppName };
        }

        by["user"] = actor switch
        {
            { UserId: { } id, Email: { } mail } => new JsonObject { ["email"] = mail, ["id"] = id, ["displayName"] = actor.UserName },
            { UserId: { } id } => new JsonObject { ["id"] = id, ["displayName"] = actor.UserName },
            { Email: { } mail } => new JsonObject { ["email"] = mail, ["displayName"] = actor.UserName },
            { AppId: not null } => new JsonObject { ["displayName"] = "SharePoint-App" },
            _ => new JsonObject { ["displayName"] = actor.UserName },
        };
        return by;
    }

    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string WebUrl(Drive drive, ItemState item) =>
        string.Join('/', [drive.Site.WebUrl.TrimEnd('/'), Uri.EscapeDataString(drive.Library.Name), .. drive.NamesOf(item).Select(Uri.EscapeDataString)]);

    public static JsonObject ListIds(Drive drive, ItemState? item = null)
    {
        var ids = new JsonObject { ["listId"] = drive.Library.ListId, ["siteId"] = drive.Site.Id, ["siteUrl"] = drive.Site.WebUrl, ["tenantId"] = drive.Tenant.State.Id };
        if (item is { IsRoot: false })
        {
            ids["listItemId"] = item.ListItemId.ToString(CultureInfo.InvariantCulture);
            ids["listItemUniqueId"] = item.UniqueId.ToString("D");
        }

        return ids;
    }

    private static JsonObject Full(GraphCall call, Drive drive, ItemState item)
    {
        var json = new JsonObject
        {
            ["createdDateTime"] = Moment(item.Created),
            ["eTag"] = item.ETag,
            ["id"] = item.Id,
            ["lastModifiedDateTime"] = Moment(item.Modified),
            ["name"] = item.Name,
            ["webUrl"] = WebUrl(drive, item),
            ["size"] = item.IsFolder ? drive.Items.Where(other => other.Presence == Presence.Here && IsBelow(drive, other, item)).Sum(other => other.Size) : item.Size,
            ["createdBy"] = By(item.CreatedBy),
            ["lastModifiedBy"] = By(item.ModifiedBy),
            ["parentReference"] = Parent(drive, item),
            ["fileSystemInfo"] = new JsonObject
            {
                ["createdDateTime"] = Moment(item.ClientCreated ?? item.Created),
                ["lastModifiedDateTime"] = Moment(item.ClientModified ?? item.Modified),
            },
            ["sharepointIds"] = ListIds(drive, item),
            ["description"] = item.Description,
        };
        if (item.IsRoot)
        {
            json["root"] = new JsonObject();
        }

        if (item.IsFolder)
        {
            json["folder"] = new JsonObject { ["childCount"] = drive.Children(item.Id).Count };
            return json;
        }

        json["cTag"] = item.CTag;
        json["@microsoft.graph.downloadUrl"] = Downloads.UrlOf(call.BaseUri, drive, item);
        json["file"] = new JsonObject { ["mimeType"] = MediaType.Of(item.Name), ["hashes"] = new JsonObject { ["quickXorHash"] = item.QuickXorHash } };
        json["publication"] = Publication(item);
        return json;
    }

    private static JsonObject Parent(Drive drive, ItemState item)
    {
        var reference = new JsonObject { ["driveType"] = "documentLibrary", ["driveId"] = drive.Library.DriveId };
        if (item.ParentId is { } parentId && drive.Find(parentId) is { } parent)
        {
            reference["id"] = parent.Id;
            reference["name"] = parent.IsRoot ? drive.Library.Name : parent.Name;
            reference["path"] = string.Join('/', [$"/drives/{drive.Library.DriveId}/root:", .. drive.NamesOf(parent).Select(Uri.EscapeDataString)]);
        }

        reference["siteId"] = drive.Site.Id;
        return reference;
    }

    private static JsonObject Publication(ItemState item)
    {
        var publication = new JsonObject
        {
            ["level"] = item.CheckedOutBy is not null ? "checkout" : item.Version.Minor == 0 ? "published" : "draft",
            ["versionId"] = item.Version.ToString(),
        };
        if (item.CheckedOutBy is { } by)
        {
            publication["checkedOutBy"] = By(by);
        }

        return publication;
    }

    private static bool IsBelow(Drive drive, ItemState item, ItemState folder)
    {
        for (var at = item; at?.ParentId is { } parent; at = drive.Find(parent))
        {
            if (parent == folder.Id)
            {
                return true;
            }
        }

        return false;
    }

    private static long Used(Drive drive) => drive.Items.Where(item => item.Presence == Presence.Here).Sum(item => item.Size);
}
