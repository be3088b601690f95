using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Drives, folders and files.</summary>
internal static class DriveRoutes
{
    private const string ConflictBehavior = "@microsoft.graph.conflictBehavior";
    private const long MaxUpload = 250L * 1024 * 1024;

    private static readonly string[] One = ["$select", "$expand"];
    private static readonly string[] Many = ["$select", "$expand", "$top", "$skiptoken", "$orderby", "$filter"];

    private static readonly string[] Addresses =
        ["/drives/{drive-id}/items/{driveItem-id}", "/drives/{drive-id}/root:/{item-path}:", "/drives/{drive-id}/items/{driveItem-id}:/{item-path}:"];

    public static IEnumerable<Route> All()
    {
        yield return new("GET", "/drives/{drive-id}", 1, One, GetDrive);
        yield return new("GET", "/drives/{drive-id}/root", 1, One, GetItem);
        yield return new("GET", "/drives/{drive-id}/root/children", 2, Many, ListChildren);
        yield return new("POST", "/drives/{drive-id}/root/children", 2, [], MakeFolder);
        foreach (var address in Addresses)
        {
            yield return new("GET", address, 1, One, GetItem);
            yield return new("PATCH", address, 2, One, UpdateItem);
            yield return new("DELETE", address, 2, [], DeleteItem);
            yield return new("GET", address + "/content", 1, ["format"], GetContent);
            yield return new("PUT", address + "/content", 2, [ConflictBehavior, .. One], PutContent);
            yield return new("GET", address + "/children", 2, Many, ListChildren);
            yield return new("POST", address + "/children", 2, [], MakeFolder);
            yield return new("POST", address + "/checkout", 2, [], CheckOut);
            yield return new("POST", address + "/checkin", 2, [], CheckIn);
            yield return new("GET", address + "/versions", 2, ["$select", "$top"], ListVersions);
        }

        const string byId = "/drives/{drive-id}/items/{driveItem-id}";
        yield return new("POST", byId + "/discardCheckout", 2, [], DiscardCheckOut);
        yield return new("POST", byId + "/permanentDelete", 2, [], DeleteForGood);
        yield return new("POST", byId + "/restore", 2, [], Restore);
        yield return new("GET", byId + "/versions/{driveItemVersion-id}", 1, ["$select"], GetVersion);
        yield return new("GET", byId + "/versions/{driveItemVersion-id}/content", 1, [], GetVersionContent);
        yield return new("POST", byId + "/versions/{driveItemVersion-id}/restoreVersion", 2, [], RestoreVersion);
    }

    private static GraphAnswer GetDrive(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireReadFiles(call, drive);
        var json = DriveItemJson.Drive(drive);
        call.Query.Shape(json, GraphType.Drive, []);
        return GraphAnswer.Ok(json);
    }

    private static GraphAnswer GetItem(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireReadFiles(call, drive);
        var item = DriveLookup.Item(call, drive);
        return Guards.Names(call.Headers.IfNoneMatch, item) ? new GraphAnswer(304) : GraphAnswer.Ok(DriveItemJson.Item(call, drive, item, call.Query));
    }

    private static GraphAnswer GetContent(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireReadFiles(call, drive);
        var item = DriveLookup.Item(call, drive);
        if (item.IsFolder)
        {
            throw GraphRefusal.BadRequest("You cannot get content for a folder.");
        }

        var format = call.Query["format"];
        if (format is not null)
        {
            PdfConversion.Require(format, item.Name, drive.World.Settings.ConvertsToPdf);
        }

        // Graph redirects to an address that needs no token. A client must follow without sending its token there.
        return new GraphAnswer(302).With("Location", Downloads.UrlOf(call.BaseUri, drive, item, format));
    }

    private static GraphAnswer PutContent(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireWriteFiles(call, drive);
        if (call.Body.Length > MaxUpload)
        {
            throw new GraphRefusal(413, "invalidRequest", "The request is too large. Use an upload session.", "requestEntityTooLarge");
        }

        var target = TargetOf(call, drive);
        var behavior = FileWriter.ReadBehavior(call.Query[ConflictBehavior], FileWriter.Replace);
        FileWriter.Check(call, drive, target, behavior, call.IfMatch);
        var (item, isNew) = FileWriter.Write(drive, target, behavior, call.IfMatch, new FileStore.NewContent(call.Body, call.Caller.Actor));
        var json = DriveItemJson.Item(call, drive, item, call.Query);
        return isNew ? GraphAnswer.Created(json) : GraphAnswer.Ok(json);
    }

    public static FileWriter.Target TargetOf(GraphCall call, Drive drive)
    {
        if (call.Values.ContainsKey("item-path"))
        {
            var (folder, missing, name) = DriveLookup.Target(call, drive);
            return new FileWriter.Target(folder, missing, name);
        }

        var item = DriveLookup.Item(call, drive);
        if (item.IsFolder)
        {
            throw GraphRefusal.BadRequest("A folder has no content. Name the file after the folder: items/{folder}:/{name}:/content.");
        }

        return new FileWriter.Target(drive.Find(item.ParentId!)!, [], item.Name, item.Id);
    }

    private static GraphAnswer ListChildren(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireReadFiles(call, drive);
        var folder = DriveLookup.Item(call, drive);
        PeopleAtTheFiles.Settle(drive, folder.Id);
        var children = drive.Children(folder.Id).Where(item => item.Published || item.CheckedOutBy == call.Caller.Actor)
            .Select(item => PeopleAtTheFiles.Settle(drive, item)).Where(item => item.UnseenCalls == 0);
        return GraphAnswer.Ok(Page(call, [.. children.Select(child => DriveItemJson.Item(call, drive, child, call.Query))]));
    }

    private static GraphAnswer MakeFolder(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireWriteFiles(call, drive);
        var body = call.ReadObject();
        RequireProperties(body, GraphType.DriveItem, "name", "folder", "description", ConflictBehavior);
        if (body["folder"] is not JsonObject || Text(body, "name") is not { } name)
        {
            throw GraphRefusal.BadRequest("A folder needs a name and the property folder.");
        }

        var parent = DriveLookup.Item(call, drive);
        if (!parent.IsFolder)
        {
            throw GraphRefusal.BadRequest("The parent is not a folder.");
        }

        ItemNames.RequireLength([.. drive.NamesOf(parent), name]);
        PeopleAtTheFiles.Settle(drive, parent.Id);
        var behavior = FileWriter.ReadBehavior(Text(body, ConflictBehavior), FileWriter.Fail);
        if (drive.Child(parent.Id, name) is { } existing && behavior != FileWriter.Rename)
        {
            return behavior == FileWriter.Replace && existing.IsFolder
                ? GraphAnswer.Ok(DriveItemJson.Item(call, drive, existing, call.Query))
                : throw GraphRefusal.NameAlreadyExists();
        }

        var change = drive.World.Begin();
        var free = ItemNames.Unused(name, taken => drive.Child(parent.Id, taken) is not null);
        var made = FolderMaker.Make(change, drive, parent, drive.DiskPath(parent, free), free, call.Caller.Actor);
        change.Complete();
        return GraphAnswer.Created(DriveItemJson.Item(call, drive, made, call.Query));
    }

    private static GraphAnswer UpdateItem(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireWriteFiles(call, drive);
        var item = DriveLookup.Item(call, drive);
        var body = call.ReadObject();
        RequireProperties(body, GraphType.DriveItem, "name", "description", "parentReference", "fileSystemInfo", ConflictBehavior);
        Guards.RequireMatch(call.IfMatch, item);
        Guards.RequireUnlocked(drive, item, call.Caller.Actor);
        if (item.IsRoot)
        {
            throw GraphRefusal.AccessDenied("The root cannot be changed.");
        }

        var parent = NewParent(drive, item, body);
        var name = Text(body, "name") ?? item.Name;
        ItemNames.Require(name, item.IsFolder, parent.IsRoot);
        ItemNames.RequireLength([.. drive.NamesOf(parent), name]);
        PeopleAtTheFiles.Settle(drive, parent.Id);
        var isMoved = parent.Id != item.ParentId || !string.Equals(name, item.Name, StringComparison.Ordinal);
        bool IsTaken(string candidate) => drive.Child(parent.Id, candidate) is { } other && other.Id != item.Id;
        if (isMoved && IsTaken(name))
        {
            name = FileWriter.ReadBehavior(Text(body, ConflictBehavior), FileWriter.Fail) == FileWriter.Rename
                ? ItemNames.Unused(name, IsTaken)
                : throw GraphRefusal.NameAlreadyExists();
        }

        var times = body["fileSystemInfo"] as JsonObject;
        var changed = item with
        {
            Name = name,
            ParentId = parent.Id,
            Description = Text(body, "description") ?? item.Description,
            ClientCreated = Time(times, "createdDateTime") ?? item.ClientCreated,
            ClientModified = Time(times, "lastModifiedDateTime") ?? item.ClientModified,
            Changes = item.Changes + 1,
            Modified = drive.World.Now,
            ModifiedBy = call.Caller.Actor,
        };
        var change = drive.World.Begin();
        if (isMoved)
        {
            change.Files.Move(drive.DiskPath(item), drive.DiskPath(parent, name));
        }

        change.Save(drive, changed);
        change.Complete();
        return GraphAnswer.Ok(DriveItemJson.Item(call, drive, changed, call.Query));
    }

    private static ItemState NewParent(Drive drive, ItemState item, JsonObject body)
    {
        if (body["parentReference"] is not JsonObject reference)
        {
            return drive.Find(item.ParentId!)!;
        }

        if (Text(reference, "driveId") is { } other && other != drive.Library.DriveId)
        {
            throw GraphRefusal.BadRequest("Items cannot be moved between drives this way.");
        }

        var parent = Text(reference, "id") is { } id ? drive.Find(id) : Text(reference, "path") is { } path
            ? DriveLookup.ByPath(drive, drive.Root, Uri.UnescapeDataString(path[(path.IndexOf(':', StringComparison.Ordinal) + 1)..])) : null;
        if (parent is not { IsFolder: true, Presence: Presence.Here })
        {
            throw GraphRefusal.ItemNotFound();
        }

        for (var at = parent; at is not null; at = at.ParentId is { } above ? drive.Find(above) : null)
        {
            if (at.Id == item.Id)
            {
                throw GraphRefusal.BadRequest("A folder cannot be moved into itself.");
            }
        }

        return parent;
    }

    private static GraphAnswer DeleteItem(GraphCall call)
    {
        var (drive, item) = ForDeletion(call);
        var change = drive.World.Begin();
        PeopleAtTheFiles.Recycle(change, drive, item, call.Caller.Actor);
        change.Complete();
        return GraphAnswer.NoContent();
    }

    private static GraphAnswer DeleteForGood(GraphCall call)
    {
        Permissions.RequirePermanentDelete(call, DriveLookup.Drive(call));
        var (drive, item) = ForDeletion(call);
        var change = drive.World.Begin();
        Erase(change, drive, item, call.Caller.Actor);
        change.Files.Delete(drive.DiskPath(item));
        change.Complete();
        return GraphAnswer.NoContent();
    }

    private static void Erase(Change change, Drive drive, ItemState item, Actor by)
    {
        foreach (var child in drive.Children(item.Id))
        {
            Erase(change, drive, child, by);
        }

        change.Files.Delete(drive.VersionFolder(item.Id));
        change.Save(drive, item with { Presence = Presence.Gone, Changes = item.Changes + 1, Modified = drive.World.Now, ModifiedBy = by, PastVersions = [], Fields = [] });
    }

    private static (Drive Drive, ItemState Item) ForDeletion(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireWriteFiles(call, drive);
        var item = DriveLookup.Item(call, drive);
        if (item.IsRoot)
        {
            throw GraphRefusal.AccessDenied("The root cannot be deleted.");
        }

        PeopleAtTheFiles.Settle(drive, item.Id);
        Guards.RequireMatch(call.IfMatch, item);
        Guards.RequireUnlocked(drive, item, call.Caller.Actor);
        return (drive, item);
    }

    private static GraphAnswer Restore(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireWriteFiles(call, drive);
        if (drive.Find(call.Value("driveItem-id")) is not { Presence: Presence.InRecycleBin, IsFolder: false } item
            || drive.Find(item.ParentId!) is not { Presence: Presence.Here } parent
            || !File.Exists(drive.RecyclePath(item.Id)))
        {
            throw GraphRefusal.ItemNotFound();
        }

        if (drive.Child(parent.Id, item.Name) is not null)
        {
            throw GraphRefusal.NameAlreadyExists();
        }

        var change = drive.World.Begin();
        var restored = item with { Presence = Presence.Here, Changes = item.Changes + 1, Modified = drive.World.Now, ModifiedBy = call.Caller.Actor };
        change.Files.Move(drive.RecyclePath(item.Id), drive.DiskPath(item));
        change.Save(drive, restored);
        change.Complete();
        return GraphAnswer.Ok(DriveItemJson.Item(call, drive, restored, call.Query));
    }

    private static GraphAnswer CheckOut(GraphCall call)
    {
        var (drive, item) = ForWriting(call);
        Guards.RequireUnlocked(drive, item, call.Caller.Actor);
        Save(drive, item with { CheckedOutBy = call.Caller.Actor, Changes = item.Changes + 1 });
        return GraphAnswer.NoContent();
    }

    private static GraphAnswer CheckIn(GraphCall call)
    {
        var (drive, item) = ForWriting(call);
        var body = call.ReadObject(mayBeEmpty: true);
        foreach (var name in body.Select(property => property.Key).Where(name => name is not ("comment" or "checkInAs") && !name.Contains('@', StringComparison.Ordinal)))
        {
            throw GraphRefusal.BadRequest($"The parameter '{name}' is not one of checkin.");
        }

        if (Text(body, "checkInAs") is { } level && level is not ("published" or "unspecified" or ""))
        {
            throw GraphRefusal.BadRequest($"The value '{level}' is not allowed for checkInAs.");
        }

        if (item.CheckedOutBy is not { } holder)
        {
            throw GraphRefusal.BadRequest("The file is not checked out.");
        }

        if (holder != call.Caller.Actor)
        {
            throw GraphRefusal.Locked($"{holder.UserName ?? holder.AppName}, who checked it out");
        }

        if (drive.Library.Columns.FirstOrDefault(column => column.Required && (!item.Fields.TryGetValue(column.Name, out var value) || value is null)) is { } missing)
        {
            throw GraphRefusal.BadRequest($"You must fill out all required properties before checking in this document: {missing.DisplayName ?? missing.Name}.");
        }

        var isFirst = !item.Published;
        var label = isFirst ? new VersionLabel(1, 0) : item.Version.NextMajor();
        var change = drive.World.Begin();
        change.Files.Copy(drive.DiskPath(item), drive.VersionPath(item.Id, label));
        change.Save(drive, item with
        {
            CheckedOutBy = null,
            Published = true,
            Version = label,
            PastVersions = isFirst ? [] : [.. item.PastVersions, new VersionState(item.Version, item.Modified, item.ModifiedBy, item.Size, Text(body, "comment"))],
            Changes = item.Changes + 1,
        });
        change.Complete();
        return GraphAnswer.NoContent();
    }

    private static GraphAnswer DiscardCheckOut(GraphCall call)
    {
        var (drive, item) = ForWriting(call);
        if (item.CheckedOutBy != call.Caller.Actor)
        {
            throw GraphRefusal.BadRequest("The file is not checked out by you.");
        }

        var change = drive.World.Begin();
        if (item.Published)
        {
            change.Save(drive, item with { CheckedOutBy = null, Changes = item.Changes + 1 });
        }
        else
        {
            PeopleAtTheFiles.Recycle(change, drive, item, call.Caller.Actor);
        }

        change.Complete();
        return GraphAnswer.NoContent();
    }

    private static GraphAnswer ListVersions(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireReadFiles(call, drive);
        var item = DriveLookup.Item(call, drive);
        return GraphAnswer.Ok(Page(call, [.. VersionsOf(item).Reverse().Select(version => Shaped(call, drive, item, version))]));
    }

    private static GraphAnswer GetVersion(GraphCall call)
    {
        var (drive, item, version) = TheVersion(call);
        return GraphAnswer.Ok(Shaped(call, drive, item, version));
    }

    private static GraphAnswer GetVersionContent(GraphCall call)
    {
        var (drive, item, version) = TheVersion(call);
        var path = drive.VersionPath(item.Id, version.Label);
        return File.Exists(path) ? GraphAnswer.Content(File.ReadAllBytes(path), MediaType.Of(item.Name)) : throw GraphRefusal.ItemNotFound();
    }

    private static GraphAnswer RestoreVersion(GraphCall call)
    {
        var (drive, item, version) = TheVersion(call);
        Permissions.RequireWriteFiles(call, drive);
        Guards.RequireUnlocked(drive, item, call.Caller.Actor);
        var change = drive.World.Begin();
        FileStore.Replace(change, drive, item, new FileStore.NewContent(File.ReadAllBytes(drive.VersionPath(item.Id, version.Label)), call.Caller.Actor));
        change.Complete();
        return GraphAnswer.NoContent();
    }

    private static (Drive Drive, ItemState Item, VersionState Version) TheVersion(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireReadFiles(call, drive);
        var item = DriveLookup.Item(call, drive);
        var version = VersionsOf(item).FirstOrDefault(candidate => candidate.Label.ToString() == call.Value("driveItemVersion-id"));
        return (drive, item, version ?? throw GraphRefusal.ItemNotFound());
    }

    private static IEnumerable<VersionState> VersionsOf(ItemState item) =>
        item.IsFolder ? [] : item.PastVersions.Append(new VersionState(item.Version, item.Modified, item.ModifiedBy, item.Size));

    private static JsonObject Shaped(GraphCall call, Drive drive, ItemState item, VersionState version)
    {
        var json = DriveItemJson.Version(drive, item, version);
        call.Query.Shape(json, GraphType.DriveItemVersion, []);
        return json;
    }

    private static (Drive Drive, ItemState Item) ForWriting(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireWriteFiles(call, drive);
        var item = DriveLookup.Item(call, drive);
        return item.IsFolder ? throw GraphRefusal.BadRequest("This is a folder.") : (drive, item);
    }

    private static void Save(Drive drive, ItemState item)
    {
        var change = drive.World.Begin();
        change.Save(drive, item);
        change.Complete();
    }

    /// <summary>Refuses what the type does not have, and what it has and nobody may write.</summary>
    public static void RequireProperties(JsonObject body, GraphType type, params string[] writable)
    {
        foreach (var name in body.Select(property => property.Key))
        {
            if (writable.Contains(name, StringComparer.Ordinal) || name.Contains("@odata.", StringComparison.Ordinal))
            {
                continue;
            }

            throw type.Has(name) ? GraphRefusal.BadRequest($"The property '{name}' cannot be written here.") : GraphRefusal.UnknownProperty(name, type.Name);
        }
    }

    public static string? Text(JsonObject? body, string name) => body?[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw GraphRefusal.BadRequest($"The value of '{name}' must be a text."),
    };

    public static bool? Flag(JsonObject body, string name) => body[name]?.GetValueKind() switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw GraphRefusal.BadRequest($"The value of '{name}' must be true or false."),
    };

    public static DateTimeOffset? Time(JsonObject? body, string name) => Text(body, name) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : throw GraphRefusal.BadRequest($"Cannot convert the literal '{text}' to the expected type 'Edm.DateTimeOffset'.");

    /// <summary>A collection, in pages where the client asks for few or there are many.</summary>
    /// <param name="isFiltered">Whether the <c>$filter</c> was applied before.</param>
    /// <param name="isSorted">Whether the <c>$orderby</c> was.</param>
    public static JsonObject Page(GraphCall call, List<JsonObject> all, int pageSize = 200, bool isFiltered = false, bool isSorted = false)
    {
        if (!isFiltered && call.Query["$filter"] is { } filter)
        {
            var parsed = ODataFilter.Parse(filter);
            all = [.. all.Where(parsed.Matches)];
        }

        if (!isSorted && call.Query["$orderby"] is { } order)
        {
            var by = order.Split(' ');
            all = [.. all.OrderBy(item => item[by[0]]?.ToString(), StringComparer.OrdinalIgnoreCase)];
            if (by is [_, "desc"])
            {
                all.Reverse();
            }
        }

        var skip = call.Query["$skiptoken"] is { } token ? SkipOf(token)
            : call.Query["$skip"] is { } number ? int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : throw GraphRefusal.BadRequest("Invalid $skip.")
            : 0;
        var top = call.Query.Top(pageSize, atMost: 999);
        var page = new JsonObject();
        if (all.Count > skip + top)
        {
            page["@odata.nextLink"] = NextLink(call, skip + top);
        }

        page["value"] = new JsonArray([.. all.Skip(skip).Take(top)]);
        return page;
    }

    private static string NextLink(GraphCall call, int skip)
    {
        var token = Convert.ToBase64String(Encoding.ASCII.GetBytes($"s!{skip}")).TrimEnd('=');
        var options = call.Query.Given.Where(option => option.Key is not ("$skiptoken" or "$skip")).Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}").Append($"$skiptoken={token}");
        return $"{new Uri(call.BaseUri, call.RawPath).AbsoluteUri}?{string.Join('&', options)}";
    }

    private static int SkipOf(string token)
    {
        try
        {
            var text = Encoding.ASCII.GetString(Convert.FromBase64String(token.PadRight((token.Length + 3) / 4 * 4, '=')));
            return int.Parse(text["s!".Length..], NumberStyles.None, CultureInfo.InvariantCulture);
        }
        catch (Exception broken) when (broken is FormatException or ArgumentOutOfRangeException or OverflowException)
        {
            throw GraphRefusal.BadRequest("The skip token is not one of ours.");
        }
    }
}
