using System.Globalization;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>What changed in a drive, or in its list, since the last look.</summary>
internal static class DeltaRoutes
{
    private const string WithoutParents = "deltaExcludeParent";

    private static readonly string[] Options = ["$select", "$expand", "$top", "token"];

    public static IEnumerable<Route> All()
    {
        foreach (var address in new[] { "/drives/{drive-id}/root", "/drives/{drive-id}/items/{driveItem-id}" })
        {
            // A delta with a mark costs one unit and one without costs two; where both share an address, the dearer one is counted.
            yield return new("GET", address + "/delta()", 2, Options, Delta);
            yield return new("GET", address + "/delta(token='{token}')", 1, Options, Delta);
        }

        yield return new("GET", "/sites/{site-id}/lists/{list-id}/items/delta()", 2, Options, ListDelta);
    }

    private static GraphAnswer Delta(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireReadFiles(call, drive);
        if (!DriveLookup.Item(call, drive).IsRoot)
        {
            throw GraphRefusal.BadRequest("In SharePoint a delta is told of a drive's root only.");
        }

        return Told(call, drive, told => WithTheirParents(call, drive, told).Select(item => Json(call, drive, item)), _ => true);
    }

    private static GraphAnswer ListDelta(GraphCall call)
    {
        var drive = ListRoutes.ListOf(call);
        Permissions.RequireReadFields(call, drive);
        return Told(call, drive, told => told.Select(item => item.Presence == Presence.Here ? ListItemJson.Item(call, drive, item, call.Query) : GoneRow(item)), item => !item.IsRoot);
    }

    private static GraphAnswer Told(GraphCall call, Drive drive, Func<List<ItemState>, IEnumerable<JsonObject>> json, Func<ItemState, bool> isMeant)
    {
        Settle(drive);
        var now = drive.World.Now;
        var given = call.Values.GetValueOrDefault("token") ?? call.Query["token"];
        var start = given switch
        {
            null or "" => new DeltaToken(drive.Root.UniqueId, -1, drive.LastTurn, now),
            "latest" => new DeltaToken(drive.Root.UniqueId, drive.LastTurn, drive.LastTurn, now),
            _ when DateTimeOffset.TryParse(given, CultureInfo.InvariantCulture, out _) => throw GraphRefusal.NotServed("a delta since a time"),
            _ => DeltaToken.Read(given, drive) is { } known && known.Issued + drive.World.Settings.DeltaTokenLifetime >= now ? known : throw Resync(call),
        };

        var news = drive.Items.Where(item => item.Turn > start.After && isMeant(item) && IsTold(call, item, start)).OrderBy(item => item.Turn).ToList();
        var size = call.Query.Top(drive.World.Settings.DeltaPageSize, atMost: 999);
        // A page ends between two turns: files of a sandbox of earlier days all stand at none.
        var told = news.TakeWhile((item, at) => at < size || item.Turn == news[at - 1].Turn).ToList();
        var isLast = told.Count == news.Count;
        var page = new JsonObject { ["value"] = new JsonArray([.. json(told)]) };
        if (isLast)
        {
            page["@odata.deltaLink"] = Link(call, new DeltaToken(start.Drive, drive.LastTurn, drive.LastTurn, now));
        }
        else
        {
            page["@odata.nextLink"] = Link(call, start with { After = told[^1].Turn, Issued = now });
        }

        return GraphAnswer.Ok(page);
    }

    // What people put into or took out of the folders counts as well.
    private static void Settle(Drive drive)
    {
        var folders = new Queue<string>([drive.Root.Id]);
        while (folders.TryDequeue(out var folder))
        {
            PeopleAtTheFiles.Settle(drive, folder);
            foreach (var item in drive.Children(folder))
            {
                if (item.IsFolder)
                {
                    folders.Enqueue(item.Id);
                }
                else
                {
                    PeopleAtTheFiles.Settle(drive, item);
                }
            }
        }
    }

    private static bool IsTold(GraphCall call, ItemState item, DeltaToken start) => item.Presence == Presence.Here
        ? item.UnseenCalls == 0 && (item.Published || item.CheckedOutBy == call.Caller.Actor)
        : item.Turn > start.GoneSince;

    // A change comes with the folders above it, so that a client can place it; the same folder may come again on the next page.
    private static IEnumerable<ItemState> WithTheirParents(GraphCall call, Drive drive, List<ItemState> told)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in told)
        {
            var above = new Stack<ItemState>([item]);
            while (!call.Prefers(WithoutParents) && item.Presence == Presence.Here && above.Peek().ParentId is { } parent)
            {
                above.Push(drive.Find(parent)!);
            }

            foreach (var one in above.Where(one => seen.Add(one.Id)))
            {
                yield return one;
            }
        }
    }

    private static JsonObject Json(GraphCall call, Drive drive, ItemState item)
    {
        if (item.Presence == Presence.Here)
        {
            return DriveItemJson.Item(call, drive, item, call.Query);
        }

        // Of what is gone SharePoint tells no name.
        return new JsonObject
        {
            ["id"] = item.Id,
            ["deleted"] = new JsonObject { ["state"] = "deleted" },
            ["parentReference"] = new JsonObject { ["driveType"] = "documentLibrary", ["driveId"] = drive.Library.DriveId, ["id"] = item.ParentId, ["siteId"] = drive.Site.Id },
        };
    }

    // Of a row that is gone its number is left.
    private static JsonObject GoneRow(ItemState item) => new()
    {
        ["id"] = item.ListItemId.ToString(CultureInfo.InvariantCulture),
        ["deleted"] = new JsonObject { ["state"] = "deleted" },
    };

    private static GraphRefusal Resync(GraphCall call) =>
        new(410, "resyncRequired", "Resync required. Replace any local items with the server's version (including deletes) if you are sure that the service was up to date with your local changes.", "resyncChangesApplyDifferences")
        {
            Headers = { ["Location"] = Link(call, null) },
        };

    private static string Link(GraphCall call, DeltaToken? token)
    {
        var path = call.RawPath[..call.RawPath.LastIndexOf('/')] + "/delta";
        var options = call.Query.Given.Where(option => option.Key is not "token").Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}");
        var all = string.Join('&', token is null ? options : options.Append($"token={token}"));
        return new Uri(call.BaseUri, path).AbsoluteUri + (all.Length > 0 ? "?" + all : "");
    }
}
