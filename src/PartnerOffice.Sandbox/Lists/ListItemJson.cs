using System.Globalization;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>List items, their fields and columns as Graph writes them.</summary>
internal static class ListItemJson
{
    private static readonly string[] Expandable = ["fields", "driveItem"];

    public static JsonObject Item(GraphCall call, Drive drive, ItemState item, ODataQuery query)
    {
        var json = new JsonObject
        {
            ["@odata.etag"] = item.ListItemETag,
            ["createdDateTime"] = DriveItemJson.Moment(item.Created),
            ["eTag"] = item.ListItemETag,
            ["id"] = item.ListItemId.ToString(CultureInfo.InvariantCulture),
            ["lastModifiedDateTime"] = DriveItemJson.Moment(item.Modified),
            ["webUrl"] = DriveItemJson.WebUrl(drive, item),
            ["createdBy"] = DriveItemJson.By(item.CreatedBy),
            ["lastModifiedBy"] = DriveItemJson.By(item.ModifiedBy),
            ["parentReference"] = new JsonObject { ["id"] = item.ParentId, ["siteId"] = drive.Site.Id },
            ["contentType"] = new JsonObject { ["id"] = item.IsFolder ? "0x0120" : "0x0101", ["name"] = item.IsFolder ? "Ordner" : "Dokument" },
            ["sharepointIds"] = DriveItemJson.ListIds(drive, item),
        };
        foreach (var (name, options) in query.Expand)
        {
            if (name == "fields")
            {
                json["fields"] = Fields(drive, item, options);
            }
            else if (name == "driveItem")
            {
                json["driveItem"] = DriveItemJson.Item(call, drive, item, options);
            }
        }

        query.Shape(json, GraphType.ListItem, Expandable);
        return json;
    }

    public static JsonObject Fields(Drive drive, ItemState item, ODataQuery query)
    {
        var fields = new JsonObject
        {
            ["@odata.etag"] = item.ListItemETag,
            ["id"] = item.ListItemId.ToString(CultureInfo.InvariantCulture),
            ["FileLeafRef"] = item.Name,
            ["LinkFilename"] = item.Name,
            ["ContentType"] = item.IsFolder ? "Ordner" : "Dokument",
            ["Created"] = DriveItemJson.Moment(item.Created),
            ["Modified"] = DriveItemJson.Moment(item.Modified),
            ["_UIVersionString"] = item.Version.ToString(),
        };
        if (!item.IsFolder)
        {
            fields["FileSizeDisplay"] = item.Size.ToString(CultureInfo.InvariantCulture);
            fields["DocIcon"] = Path.GetExtension(item.Name).TrimStart('.');
        }

        if (item.CheckedOutBy is { } by)
        {
            fields["CheckoutUser"] = by.UserName ?? by.AppName;
        }

        foreach (var (name, value) in item.Fields.Where(field => field.Value is not null))
        {
            fields[name] = value!.DeepClone();
        }

        if (query.Select is { Count: > 0 } selected)
        {
            foreach (var unknown in selected.Where(name => !fields.ContainsKey(name) && name != "Title" && drive.Library.Columns.All(column => column.Name != name)))
            {
                throw GraphRefusal.BadRequest($"Field '{unknown}' is not recognized");
            }

            foreach (var name in fields.Select(field => field.Key).Where(name => !name.StartsWith('@') && !selected.Contains(name)).ToArray())
            {
                fields.Remove(name);
            }
        }

        return fields;
    }

    /// <summary>Only what stands in the library's own columns.</summary>
    public static JsonObject Columns(ItemState item) => new(item.Fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
}
