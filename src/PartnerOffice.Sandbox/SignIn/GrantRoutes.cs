using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace PartnerOffice.Sandbox;

/// <summary>Roles of apps on sites and lists (Selected scopes), and who may open a library.</summary>
internal static class GrantRoutes
{
    // SharePoint's own name for "Everyone except external users".
    private const string Everyone = "c:0-.f|rolemanager|spo-grid-all-users/";

    private static readonly string[] Roles = ["read", "write", "owner", "fullcontrol"];

    public static IEnumerable<Route> All()
    {
        foreach (var address in new[] { "/sites/{site-id}/permissions", "/sites/{site-id}/lists/{list-id}/permissions" })
        {
            yield return new("GET", address, 5, ["$select"], call => GraphAnswer.Ok(DriveRoutes.Page(call, [.. Grants(call).Select(Json)])));
            yield return new("POST", address, 5, [], Grant);
            yield return new("GET", address + "/{permission-id}", 5, ["$select"], call => GraphAnswer.Ok(Json(One(call))));
            yield return new("PATCH", address + "/{permission-id}", 5, [], Change);
            yield return new("DELETE", address + "/{permission-id}", 5, [], Revoke);
        }

        yield return new("GET", "/drives/{drive-id}/root/permissions", 5, ["$select"], WhoMayOpen);
        yield return new("GET", "/drives/{drive-id}/items/{driveItem-id}/permissions", 5, ["$select"], WhoMayOpen);
    }

    private static GraphAnswer Grant(GraphCall call)
    {
        var resource = Resource(call);
        var body = call.ReadObject();
        DriveRoutes.RequireProperties(body, GraphType.Permission, "roles", "grantedToIdentities", "grantedTo", "grantedToV2", "grantedToIdentitiesV2");
        var app = (body["grantedToIdentities"]?[0] ?? body["grantedToIdentitiesV2"]?[0] ?? body["grantedTo"] ?? body["grantedToV2"])?["application"]?["id"]?.ToString();
        if (!Guid.TryParse(app, out _)) throw GraphRefusal.BadRequest("grantedToIdentities must name one application by its id.");

        var grant = new SeedGrant(app!.ToLowerInvariant(), resource, RoleOf(body));
        Save(call, [.. call.Tenant.State.Grants.Where(known => !Same(known, grant)), grant]);
        return GraphAnswer.Created(Json(grant));
    }

    private static GraphAnswer Change(GraphCall call)
    {
        var before = One(call);
        var after = before with { Role = RoleOf(call.ReadObject()) };
        Save(call, [.. call.Tenant.State.Grants.Where(known => known != before), after]);
        return GraphAnswer.Ok(Json(after));
    }

    private static GraphAnswer Revoke(GraphCall call)
    {
        var gone = One(call);
        Save(call, [.. call.Tenant.State.Grants.Where(known => known != gone)]);
        return GraphAnswer.NoContent();
    }

    private static GraphAnswer WhoMayOpen(GraphCall call)
    {
        var drive = DriveLookup.Drive(call);
        Permissions.RequireReadFiles(call, drive);
        if (call.Values.ContainsKey("driveItem-id")) DriveLookup.Item(call, drive);
        var permissions = new List<JsonObject>
        {
            new()
            {
                ["id"] = IdOf($"{drive.Site.Id}/members"),
                ["roles"] = new JsonArray("write"),
                ["grantedToV2"] = new JsonObject { ["siteGroup"] = new JsonObject { ["displayName"] = $"Mitglieder von {drive.Site.Name}", ["id"] = "5", ["loginName"] = $"Mitglieder von {drive.Site.Name}" } },
            },
        };
        if (drive.Site.OpenToEveryone)
        {
            permissions.Add(new()
            {
                ["id"] = IdOf($"{drive.Site.Id}/everyone"),
                ["roles"] = new JsonArray("read"),
                ["grantedToV2"] = new JsonObject { ["siteUser"] = new JsonObject { ["displayName"] = "Jeder, außer externen Benutzern", ["id"] = "7", ["loginName"] = Everyone + call.Tenant.State.Id } },
            });
        }

        return GraphAnswer.Ok(DriveRoutes.Page(call, permissions));
    }

    /// <summary>The site or list of the path, for somebody who may give roles on it.</summary>
    private static string Resource(GraphCall call)
    {
        if (!call.Values.ContainsKey("list-id"))
        {
            Permissions.RequireGrantSite(call);
            return ListRoutes.Site(call).Id;
        }

        var drive = ListRoutes.ListOf(call);
        Permissions.RequireGrantList(call, drive.Site);
        return drive.Library.ListId;
    }

    private static IEnumerable<SeedGrant> Grants(GraphCall call)
    {
        var resource = Resource(call);
        return call.Tenant.State.Grants.Where(grant => string.Equals(grant.Resource, resource, StringComparison.OrdinalIgnoreCase));
    }

    private static SeedGrant One(GraphCall call) => Grants(call).FirstOrDefault(grant => IdOf(grant) == call.Value("permission-id")) ?? throw GraphRefusal.ItemNotFound();

    private static JsonObject Json(SeedGrant grant) => new()
    {
        ["id"] = IdOf(grant),
        ["roles"] = new JsonArray(grant.Role),
        ["grantedToIdentitiesV2"] = new JsonArray(Identity(grant)),
        ["grantedToIdentities"] = new JsonArray(Identity(grant)),
    };

    private static JsonObject Identity(SeedGrant grant) => new() { ["application"] = new JsonObject { ["displayName"] = "PartnerOffice", ["id"] = grant.AppId } };

    private static string RoleOf(JsonObject body) => body["roles"] is JsonArray { Count: 1 } roles && Roles.Contains(roles[0]?.ToString(), StringComparer.OrdinalIgnoreCase)
        ? roles[0]!.ToString().ToLowerInvariant()
        : throw GraphRefusal.BadRequest("roles must be one of read, write, owner, fullcontrol.");

    // One role per app and resource: a second grant replaces the first.
    private static bool Same(SeedGrant left, SeedGrant right) =>
        string.Equals(left.AppId, right.AppId, StringComparison.OrdinalIgnoreCase) && string.Equals(left.Resource, right.Resource, StringComparison.OrdinalIgnoreCase);

    private static string IdOf(SeedGrant grant) => IdOf($"{grant.AppId}/{grant.Resource}");

    private static string IdOf(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToUpperInvariant()))[..18]).Replace('+', '-').Replace('/', '_');

    private static void Save(GraphCall call, List<SeedGrant> grants)
    {
        var change = call.Tenant.World.Begin();
        change.Save(call.Tenant, call.Tenant.State with { Grants = grants });
        change.Complete();
    }
}
