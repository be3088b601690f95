using System.Globalization;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Sites, and libraries seen as lists: columns, items, fields.</summary>
internal static class ListRoutes
{
    private const string SlowQueries = "HonorNonIndexedQueriesWarningMayFailRandomly";

    private static readonly string[] One = ["$select", "$expand"];
    private static readonly string[] Many = ["$select", "$expand", "$top", "$skiptoken", "$filter", "$orderby"];

    public static IEnumerable<Route> All()
    {
        yield return new("GET", "/sites/{site-id}", 1, One, GetSite);
        yield return new("GET", "/sites/{site-id}/drive", 1, One, call => GraphAnswer.Ok(ShapedDrive(call, DrivesOf(call)[0])));
        yield return new("GET", "/sites/{site-id}/drives", 2, Many, call => GraphAnswer.Ok(DriveRoutes.Page(call, [.. DrivesOf(call).Select(drive => ShapedDrive(call, drive))])));
        yield return new("GET", "/sites/{site-id}/lists", 2, Many, call => GraphAnswer.Ok(DriveRoutes.Page(call, [.. DrivesOf(call).Select(drive => ListJson(call, drive))])));
        yield return new("GET", "/sites/{site-id}/lists/{list-id}", 1, One, call => GraphAnswer.Ok(ListJson(call, ReadableList(call))));
        yield return new("GET", "/sites/{site-id}/lists/{list-id}/drive", 1, One, call => GraphAnswer.Ok(ShapedDrive(call, ReadableList(call))));
        yield return new("GET", "/sites/{site-id}/lists/{list-id}/columns", 2, Many, ListColumns);
        yield return new("POST", "/sites/{site-id}/lists/{list-id}/columns", 2, [], AddColumn);
        yield return new("GET", "/sites/{site-id}/lists/{list-id}/items", 2, Many, ListItems);
        yield return new("GET", "/drives/{drive-id}/list", 1, One, call => GraphAnswer.Ok(ListJson(call, ReadableList(call))));
        foreach (var address in new[] { "/sites/{site-id}/lists/{list-id}/items/{listItem-id}", "/drives/{drive-id}/list/items/{listItem-id}" })
        {
            yield return new("GET", address, 1, One, GetItem);
            yield return new("PATCH", address, 2, [], UpdateItem);
            yield return new("GET", address + "/fields", 1, One, GetFields);
            yield return new("PATCH", address + "/fields", 2, [], UpdateFields);
        }

        yield return new("GET", "/sites/{site-id}/lists/{list-id}/items/{listItem-id}/versions", 2, Many, ListVersions);
        yield return new("GET", "/sites/{site-id}/lists/{list-id}/items/{listItem-id}/driveItem", 1, One, GetDriveItem);
        yield return new("GET", "/drives/{drive-id}/items/{driveItem-id}/listItem", 1, One, GetItem);
        yield return new("GET", "/drives/{drive-id}/root:/{item-path}:/listItem", 1, One, GetItem);
        yield return new("GET", "/drives/{drive-id}/items/{driveItem-id}:/{item-path}:/listItem", 1, One, GetItem);
        yield return new("GET", "/drives/{drive-id}/items/{driveItem-id}/listItem/fields", 1, One, GetFields);
        yield return new("PATCH", "/drives/{drive-id}/items/{driveItem-id}/listItem/fields", 2, [], UpdateFields);
    }

    private static GraphAnswer GetSite(GraphCall call)
    {
        var site = Site(call);
        Permissions.RequireReadSite(call, site);
        var url = new Uri(site.WebUrl);
        var json = new JsonObject
        {
            ["createdDateTime"] = DriveItemJson.Moment(site.Libraries.Select(library => library.Created).DefaultIfEmpty().Min()),
            ["description"] = "",
            ["id"] = site.Id,
            ["lastModifiedDateTime"] = DriveItemJson.Moment(call.Tenant.World.Now),
            ["name"] = url.Segments[^1].Trim('/'),
            ["webUrl"] = site.WebUrl,
            ["displayName"] = site.Name,
            ["root"] = new JsonObject(),
            ["siteCollection"] = new JsonObject { ["hostname"] = url.Host },
        };
        call.Query.Shape(json, GraphType.Site, []);
        return GraphAnswer.Ok(json);
    }

    private static GraphAnswer ListColumns(GraphCall call)
    {
        var drive = ReadableList(call);
        return GraphAnswer.Ok(DriveRoutes.Page(call, [.. ColumnJson.Of(drive.Library).Select(column =>
        {
            call.Query.Shape(column, GraphType.Column, []);
            return column;
        })]));
    }

    private static GraphAnswer AddColumn(GraphCall call)
    {
        var drive = ListOf(call);
        if (!call.Caller.Permissions.Contains("Sites.Manage.All") && !call.Caller.Permissions.Contains("Sites.FullControl.All")) throw GraphRefusal.AccessDenied();

        var column = ColumnJson.Read(call.ReadObject());
        if (drive.Library.Columns.Any(known => string.Equals(known.Name, column.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new GraphRefusal(409, "nameAlreadyExists", "A column with this name exists already.");
        }

        var state = call.Tenant.State;
        var change = call.Tenant.World.Begin();
        change.Save(call.Tenant, state with
        {
            Sites = [.. state.Sites.Select(site => site with
            {
                Libraries = [.. site.Libraries.Select(library => library.DriveId == drive.Library.DriveId ? library with { Columns = [.. library.Columns, column] } : library)],
            })],
        });
        change.Complete();
        return GraphAnswer.Created(ColumnJson.Of(drive.Library).First(json => json["name"]!.ToString() == column.Name));
    }

    private static GraphAnswer ListItems(GraphCall call)
    {
        var drive = ReadableList(call);
        var filter = call.Query["$filter"] is { } text ? ODataFilter.Parse(text) : null;
        RequireIndexed(call, drive, filter);
        foreach (var folder in drive.Items.Where(item => item is { IsFolder: true, Presence: Presence.Here }).Select(item => item.Id).ToArray())
        {
            PeopleAtTheFiles.Settle(drive, folder);
        }

        // Our own columns no program changes but through us: by them a file is passed over without a look at the disk.
        var isByColumns = filter is not null && filter.Paths.All(path => drive.Library.Columns.Any(column => path == $"fields/{column.Name}"));
        var items = new List<JsonObject>();
        foreach (var item in drive.Items.Where(item => item is { IsRoot: false, Presence: Presence.Here, UnseenCalls: 0 }).OrderBy(item => item.ListItemId).ToArray())
        {
            if (item is { Published: false, CheckedOutBy: { } holder } && holder != call.Caller.Actor)
            {
                continue;
            }

            if (isByColumns && !filter!.Matches(new JsonObject { ["fields"] = ListItemJson.Columns(item) }))
            {
                continue;
            }

            var now = PeopleAtTheFiles.Settle(drive, item);
            if (filter is null || filter.Matches(new JsonObject { ["fields"] = ListItemJson.Fields(drive, now, ODataQuery.Parse([], [])) }))
            {
                items.Add(ListItemJson.Item(call, drive, now, call.Query));
            }
        }

        return GraphAnswer.Ok(DriveRoutes.Page(call, items, isFiltered: true));
    }

    /// <summary>SharePoint filters by an unindexed column only for a client that says it knows what it does.</summary>
    private static void RequireIndexed(GraphCall call, Drive drive, ODataFilter? filter)
    {
        foreach (var path in filter?.Paths ?? [])
        {
            var name = path.StartsWith("fields/", StringComparison.Ordinal) ? path["fields/".Length..] : throw GraphRefusal.BadRequest($"Invalid filter clause: '{path}' is not a column.");
            var column = drive.Library.Columns.FirstOrDefault(candidate => candidate.Name == name);
            if (column is null && name is not ("Title" or "FileLeafRef" or "Created" or "Modified" or "ContentType"))
            {
                throw GraphRefusal.BadRequest($"Field '{name}' is not recognized");
            }

            if (column is not { Indexed: true } and not { EnforceUniqueValues: true } && name != "FileLeafRef" && !call.Prefers(SlowQueries))
            {
                throw GraphRefusal.BadRequest(
                    $"Field '{name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: {SlowQueries}' header to allow this, but be warned that such queries may fail on large lists.");
            }
        }
    }

    private static GraphAnswer GetItem(GraphCall call)
    {
        var (drive, item) = Item(call);
        return GraphAnswer.Ok(ListItemJson.Item(call, drive, item, call.Query));
    }

    private static GraphAnswer GetFields(GraphCall call)
    {
        var (drive, item) = Item(call);
        return GraphAnswer.Ok(ListItemJson.Fields(drive, item, call.Query));
    }

    private static GraphAnswer GetDriveItem(GraphCall call)
    {
        var (drive, item) = Item(call);
        return GraphAnswer.Ok(DriveItemJson.Item(call, drive, item, call.Query));
    }

    private static GraphAnswer ListVersions(GraphCall call)
    {
        var (drive, item) = Item(call);
        var present = new VersionState(item.Version, item.Modified, item.ModifiedBy, item.Size) { Fields = item.Fields };
        return GraphAnswer.Ok(DriveRoutes.Page(call, [.. item.PastVersions.Append(present).Reverse().Select(version =>
        {
            var json = DriveItemJson.Version(drive, item, version);
            json.Remove("size");
            if (call.Query.Expand.Any(expand => expand.Name == "fields"))
            {
                json["fields"] = ListItemJson.Fields(drive, item with { Version = version.Label, Modified = version.Modified, Fields = version.Fields }, ODataQuery.Parse([], []));
            }

            call.Query.Shape(json, GraphType.ListItemVersion, ["fields"]);
            return json;
        })]));
    }

    private static GraphAnswer UpdateFields(GraphCall call)
    {
        var (drive, item) = Item(call);
        Permissions.RequireWriteFields(call, drive);
        return GraphAnswer.Ok(ListItemJson.Fields(drive, FieldWriter.Write(call, drive, item, call.ReadObject()), ODataQuery.Parse([], [])));
    }

    private static GraphAnswer UpdateItem(GraphCall call)
    {
        var (drive, item) = Item(call);
        Permissions.RequireWriteFields(call, drive);
        var body = call.ReadObject();
        DriveRoutes.RequireProperties(body, GraphType.ListItem, "fields");
        var changed = FieldWriter.Write(call, drive, item, body["fields"] as JsonObject ?? throw GraphRefusal.BadRequest("The property fields is missing."));
        return GraphAnswer.Ok(ListItemJson.Item(call, drive, changed, call.Query));
    }

    private static (Drive Drive, ItemState Item) Item(GraphCall call)
    {
        if (!call.Values.TryGetValue("listItem-id", out var id))
        {
            var byFile = DriveLookup.Drive(call);
            Permissions.RequireReadFields(call, byFile);
            return (byFile, DriveLookup.Item(call, byFile));
        }

        var drive = ReadableList(call);
        return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && DriveLookup.Seen(call, drive, drive.FindByListItem(number)) is { } item
            ? (drive, item)
            : throw GraphRefusal.ItemNotFound();
    }

    private static Drive ReadableList(GraphCall call)
    {
        var drive = call.Values.ContainsKey("drive-id") ? DriveLookup.Drive(call) : ListOf(call);
        Permissions.RequireReadFields(call, drive);
        return drive;
    }

    public static Drive ListOf(GraphCall call)
    {
        var site = Site(call);
        var library = site.Libraries.FirstOrDefault(candidate =>
            string.Equals(candidate.ListId, call.Value("list-id").Trim('{', '}'), StringComparison.OrdinalIgnoreCase) || string.Equals(candidate.Name, call.Value("list-id"), StringComparison.OrdinalIgnoreCase));
        return library is null ? throw GraphRefusal.ItemNotFound() : call.Tenant.Drives[library.DriveId];
    }

    public static SiteState Site(GraphCall call) =>
        call.Tenant.State.Sites.FirstOrDefault(site => string.Equals(site.Id, call.Value("site-id"), StringComparison.OrdinalIgnoreCase)) ?? throw GraphRefusal.ItemNotFound();

    private static List<Drive> DrivesOf(GraphCall call)
    {
        var site = Site(call);
        Permissions.RequireReadSite(call, site);
        return [.. site.Libraries.Select(library => call.Tenant.Drives[library.DriveId])];
    }

    private static JsonObject ShapedDrive(GraphCall call, Drive drive)
    {
        var json = DriveItemJson.Drive(drive);
        call.Query.Shape(json, GraphType.Drive, []);
        return json;
    }

    private static JsonObject ListJson(GraphCall call, Drive drive)
    {
        var json = new JsonObject
        {
            ["createdDateTime"] = DriveItemJson.Moment(drive.Library.Created),
            ["description"] = "",
            ["eTag"] = $"\"{drive.Library.ListId},1\"",
            ["id"] = drive.Library.ListId,
            ["lastModifiedDateTime"] = DriveItemJson.Moment(drive.Items.Max(item => item.Modified)),
            ["name"] = drive.Library.Name,
            ["webUrl"] = DriveItemJson.WebUrl(drive, drive.Root),
            ["displayName"] = drive.Library.Name,
            ["parentReference"] = new JsonObject { ["siteId"] = drive.Site.Id },
            ["list"] = new JsonObject { ["contentTypesEnabled"] = false, ["hidden"] = false, ["template"] = "documentLibrary" },
            ["sharepointIds"] = DriveItemJson.ListIds(drive),
        };
        foreach (var (name, _) in call.Query.Expand.Where(expand => expand.Name == "columns"))
        {
            json[name] = new JsonArray([.. ColumnJson.Of(drive.Library)]);
        }

        call.Query.Shape(json, GraphType.List, ["columns"]);
        return json;
    }
}
