using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PartnerOffice.Sandbox;

/// <summary>Upload sessions: opened with a token, filled without one.</summary>
internal static partial class UploadRoutes
{
    public const string Prefix = "/_upload/";

    private const string ConflictBehavior = "@microsoft.graph.conflictBehavior";
    private const int FragmentUnit = 327_680;
    private const int MaxFragment = 60 * 1024 * 1024;

    public static IEnumerable<Route> All()
    {
        yield return new("POST", "/drives/{drive-id}/items/{driveItem-id}/createUploadSession", 2, [], Open);
        yield return new("POST", "/drives/{drive-id}/root:/{item-path}:/createUploadSession", 2, [], Open);
        yield return new("POST", "/drives/{drive-id}/items/{driveItem-id}:/{item-path}:/createUploadSession", 2, [], Open);
    }

    /// <summary>What the upload URL answers. It carries its own right, and a token there is an error.</summary>
    public static GraphAnswer Answer(World world, GraphCallParts call)
    {
        if (call.Headers.ContainsKey("Authorization"))
        {
            throw new GraphRefusal(401, "unauthenticated", "The upload URL is pre-authenticated; the Authorization header must not be sent.");
        }

        var session = world.Upload(call.RawPath[Prefix.Length..]);
        if (session is null || world.Tenants.GetValueOrDefault(session.TenantId)?.Drives.GetValueOrDefault(session.DriveId) is not { } drive)
        {
            throw Gone();
        }

        if (session.Expires <= world.Now)
        {
            Forget(world, session);
            throw Gone();
        }

        return call.Method switch
        {
            "GET" => GraphAnswer.Ok(Status(session)),
            "PUT" => Put(world, drive, session, call),
            "POST" when call.Body.Length == 0 => Finish(drive, session, call),
            "DELETE" => Cancel(world, session),
            _ => throw GraphRefusal.BadRequest("An upload session takes PUT, GET, DELETE and an empty POST."),
        };
    }

    private static GraphAnswer Open(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireUploadSession(call, drive);
        var body = call.ReadObject(mayBeEmpty: true);
        foreach (var name in body.Select(property => property.Key).Where(name => name is not ("item" or "deferCommit") && !name.StartsWith('@')))
        {
            throw GraphRefusal.BadRequest($"The parameter '{name}' is not one of createUploadSession.");
        }

        var item = body["item"] as JsonObject ?? [];
        foreach (var name in item.Select(property => property.Key).Where(name =>
            name is not ("name" or "description" or "fileSize" or "fileSystemInfo" or "mediaSource" or "driveItemSource" or ConflictBehavior) && !name.Contains("@odata.", StringComparison.Ordinal)))
        {
            throw GraphRefusal.UnknownProperty(name, "driveItemUploadableProperties");
        }

        var target = DriveRoutes.TargetOf(call, drive);
        if (DriveRoutes.Text(item, "name") is { } given && given != target.Name)
        {
            throw GraphRefusal.BadRequest("The name in the body is not the name in the URL.");
        }

        // By its id one addresses a file that is there in order to replace it; by a path one may meet a stranger's file.
        var behavior = FileWriter.ReadBehavior(DriveRoutes.Text(item, ConflictBehavior), target.ItemId is null ? FileWriter.Fail : FileWriter.Replace);
        var existing = FileWriter.Check(call, drive, target, behavior, call.IfMatch);
        if (existing is not null && Guards.Names(call.Headers.IfNoneMatch, existing))
        {
            throw GraphRefusal.ResourceModified();
        }

        long? size = item["fileSize"] is not { } sizeGiven ? null : sizeGiven is JsonValue number && number.TryGetValue<long>(out var bytes) ? bytes : throw GraphRefusal.BadRequest("The value of 'fileSize' must be a whole number.");
        if (size is <= 0)
        {
            throw GraphRefusal.BadRequest("An upload session cannot make an empty file.");
        }

        var times = item["fileSystemInfo"] as JsonObject;
        var session = new UploadState
        {
            Id = $"{Guid.NewGuid():N}{Guid.NewGuid():N}",
            TenantId = call.Tenant.State.Id,
            DriveId = drive.Library.DriveId,
            ParentId = target.Folder.Id,
            MissingFolders = [.. target.MissingFolders],
            Name = target.Name,
            ItemId = behavior == FileWriter.Replace ? existing?.Id : null,
            ConflictBehavior = behavior,
            IfMatch = call.IfMatch,
            Description = DriveRoutes.Text(item, "description"),
            ClientCreated = DriveRoutes.Time(times, "createdDateTime"),
            ClientModified = DriveRoutes.Time(times, "lastModifiedDateTime"),
            DeferCommit = DriveRoutes.Flag(body, "deferCommit") ?? false,
            Total = size,
            Expires = drive.World.Now + drive.World.Settings.UploadSessionLifetime,
            By = call.Caller.Actor,
            Permissions = [.. call.Caller.Permissions],
        };
        Save(drive.World, session);
        var json = Status(session);
        json["uploadUrl"] = new Uri(call.BaseUri, Prefix + session.Id).AbsoluteUri;
        return GraphAnswer.Ok(json);
    }

    private static GraphAnswer Put(World world, Drive drive, UploadState session, GraphCallParts call)
    {
        var (first, last, total) = ReadRange(call);
        if (last - first + 1 != call.Body.Length)
        {
            throw GraphRefusal.BadRequest("The Content-Range header length does not match the provided number of bytes.", "invalidRange");
        }

        if (call.Body.Length > MaxFragment)
        {
            throw new GraphRefusal(413, "invalidRequest", "Fragments are limited to 60 MiB.", "fragmentTooLarge");
        }

        if (session.Total is { } promised && promised != total)
        {
            throw GraphRefusal.BadRequest("The total size differs from the one given before.", "invalidRange");
        }

        if (first != session.Received)
        {
            throw new GraphRefusal(416, "invalidRange", "The uploaded fragment overlaps with data that has already been received, or leaves a gap.", first < session.Received ? "fragmentOverlap" : "fragmentOutOfOrder");
        }

        var isLast = last + 1 == total;
        if (!isLast && call.Body.Length % FragmentUnit != 0)
        {
            throw GraphRefusal.BadRequest("Every fragment but the last must be a multiple of 327,680 bytes.", "invalidFragmentSize");
        }

        using (var part = new FileStream(world.PartOf(session.Id), FileMode.OpenOrCreate, FileAccess.Write))
        {
            // Bytes beyond what was acknowledged are of a fragment that died on the way.
            part.SetLength(session.Received);
            part.Position = session.Received;
            part.Write(call.Body);
        }

        var filled = session with { Received = last + 1, Total = total, Expires = world.Now + world.Settings.UploadSessionLifetime };
        Save(world, filled);
        return isLast && !filled.DeferCommit ? Finish(drive, filled, call) : GraphAnswer.Accepted(Status(filled));
    }

    private static GraphAnswer Finish(Drive drive, UploadState session, GraphCallParts call)
    {
        if (session.Received == 0 || session.Received != session.Total)
        {
            throw GraphRefusal.BadRequest("The file is not complete.");
        }

        var folder = drive.Find(session.ParentId) is { Presence: Presence.Here } there ? there : throw GraphRefusal.ItemNotFound();
        PeopleAtTheFiles.Settle(drive, folder.Id);
        if (session.ItemId is { } known && drive.Find(known) is { Presence: Presence.Here } present)
        {
            PeopleAtTheFiles.Settle(drive, present);
        }

        var content = new FileStore.NewContent(File.ReadAllBytes(drive.World.PartOf(session.Id)), session.By)
        {
            Description = session.Description,
            ClientCreated = session.ClientCreated,
            ClientModified = session.ClientModified,
        };
        var missing = session.MissingFolders.SkipWhile(name =>
        {
            if (drive.Child(folder.Id, name) is not { IsFolder: true } made)
            {
                return false;
            }

            folder = made;
            return true;
        }).ToArray();
        var target = new FileWriter.Target(folder, missing, session.Name, session.ItemId);
        var (item, isNew) = FileWriter.Write(drive, target, session.ConflictBehavior, session.IfMatch, content, change => change.Remove(session));
        var caller = new Caller(drive.Tenant, session.By.AppId ?? "", session.By.AppName ?? "", new HashSet<string>(session.Permissions), new HashSet<string>(session.Permissions), session.By.UserId, session.By.UserName);
        var json = DriveItemJson.Item(call.As(caller), drive, item, call.NoQuery);
        return isNew ? GraphAnswer.Created(json) : GraphAnswer.Ok(json);
    }

    private static GraphAnswer Cancel(World world, UploadState session)
    {
        Forget(world, session);
        return GraphAnswer.NoContent();
    }

    private static (long First, long Last, long Total) ReadRange(GraphCallParts call)
    {
        if (call.Headers.ContentRange is not [{ } text] || Range().Match(text) is not { Success: true } match)
        {
            throw GraphRefusal.BadRequest("The Content-Range header is missing or malformed.", "invalidRange");
        }

        long Number(string name) => long.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        return (Number("first"), Number("last"), Number("total"));
    }

    private static JsonObject Status(UploadState session) => new()
    {
        ["expirationDateTime"] = DriveItemJson.Moment(session.Expires),
        ["nextExpectedRanges"] = session.Received == session.Total ? new JsonArray() : new JsonArray($"{session.Received}-{(session.Total is { } total && session.Received > 0 ? total - 1 : "")}"),
    };

    private static void Save(World world, UploadState session)
    {
        var change = world.Begin();
        change.Save(session);
        change.Complete();
    }

    private static void Forget(World world, UploadState session)
    {
        var change = world.Begin();
        change.Remove(session);
        change.Complete();
    }

    private static GraphRefusal Gone() => new(404, "itemNotFound", "The upload session was not found", "uploadSessionNotFound");

    [GeneratedRegex(@"^bytes (?<first>\d{1,18})-(?<last>\d{1,18})/(?<total>\d{1,18})$")]
    private static partial Regex Range();
}
