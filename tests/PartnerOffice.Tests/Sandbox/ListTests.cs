using System.Text.Json.Nodes;
using PartnerOffice.Sandbox;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

public sealed class ListTests
{
    [Fact]
    public async Task Fields_are_the_same_by_every_address_and_the_item_is_found_by_its_key()
    {
        await using var sandbox = await StartAsync();
        var item = await JsonOf(await sandbox.PutAsync("a.txt", "x"), 201);
        var id = (await sandbox.GetAsync($"drives/{DriveId}/items/{item["id"]}?$expand=listItem($select=id)"))["listItem"]!["id"]!.ToString();

        await JsonOf(await sandbox.SendAsync(HttpMethod.Patch, $"sites/{Site}/lists/{List}/items/{id}/fields", new JsonObject { ["POKey"] = "k-1", ["POVersion"] = 2, ["POMeeting"] = "2026-07-14" }), 200);

        foreach (var address in new[] { $"sites/{Site}/lists/{List}/items/{id}/fields", $"drives/{DriveId}/list/items/{id}/fields", $"drives/{DriveId}/items/{item["id"]}/listItem/fields" })
        {
            var fields = await sandbox.GetAsync(address);
            Assert.Equal("k-1", fields["POKey"]!.ToString());
            Assert.Equal(2, (int)fields["POVersion"]!);
            Assert.Equal("2026-07-14T00:00:00Z", fields["POMeeting"]!.ToString());
        }

        var found = (await sandbox.GetAsync($"sites/{Site}/lists/{List}/items?$expand=fields($select=POKey),driveItem($select=id)&$filter=fields/POKey eq 'k-1'"))["value"]!.AsArray();
        Assert.Equal(item["id"]!.ToString(), found.Single()!["driveItem"]!["id"]!.ToString());
        Assert.Empty((await sandbox.GetAsync($"sites/{Site}/lists/{List}/items?$filter=fields/POKey eq 'k-2'"))["value"]!.AsArray());
    }

    [Fact]
    public async Task A_unique_column_takes_a_value_once()
    {
        await using var sandbox = await StartAsync();
        var first = await JsonOf(await sandbox.PutAsync("a.txt", "x"), 201);
        var second = await JsonOf(await sandbox.PutAsync("b.txt", "y"), 201);
        var body = new JsonObject { ["POKey"] = "k-1" };
        await JsonOf(await sandbox.SendAsync(HttpMethod.Patch, $"drives/{DriveId}/items/{first["id"]}/listItem/fields", body.DeepClone()), 200);

        using var refused = await sandbox.SendAsync(HttpMethod.Patch, $"drives/{DriveId}/items/{second["id"]}/listItem/fields", body.DeepClone());
        using var again = await sandbox.SendAsync(HttpMethod.Patch, $"drives/{DriveId}/items/{first["id"]}/listItem/fields", body.DeepClone());

        Assert.Equal("nameAlreadyExists", (await ErrorOf(refused, 409)).Code);
        Assert.Equal(200, (int)again.StatusCode);
    }

    [Fact]
    public async Task A_change_of_fields_makes_a_version_and_is_guarded_by_the_tag()
    {
        await using var sandbox = await StartAsync();
        var item = await JsonOf(await sandbox.PutAsync("a.txt", "x"), 201);
        var address = $"drives/{DriveId}/items/{item["id"]}/listItem/fields";
        var tag = (await sandbox.GetAsync(address))["@odata.etag"]!.ToString();

        using var first = await sandbox.SendAsync(HttpMethod.Patch, address, new JsonObject { ["POMinutes"] = "m1" }, ("If-Match", tag));
        using var stale = await sandbox.SendAsync(HttpMethod.Patch, address, new JsonObject { ["POMinutes"] = "m2" }, ("If-Match", tag));

        Assert.Equal(200, (int)first.StatusCode);
        Assert.Equal("resourceModified", (await ErrorOf(stale, 412)).Code);
        Assert.Equal(2, (await sandbox.GetAsync($"drives/{DriveId}/items/{item["id"]}/versions"))["value"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("POKeys", "\"x\"")]
    [InlineData("POVersion", "\"zwei\"")]
    [InlineData("POState", "\"unbekannt\"")]
    [InlineData("POMeeting", "\"gestern\"")]
    [InlineData("Modified", "\"2026-07-14\"")]
    public async Task A_field_that_is_not_there_or_a_value_of_the_wrong_kind_is_refused(string name, string value)
    {
        await using var sandbox = await StartAsync();
        var item = await JsonOf(await sandbox.PutAsync("a.txt", "x"), 201);

        using var response = await sandbox.SendAsync(HttpMethod.Patch, $"drives/{DriveId}/items/{item["id"]}/listItem/fields", new JsonObject { [name] = JsonNode.Parse(value) });

        Assert.Equal("invalidRequest", (await ErrorOf(response, 400)).Code);
    }

    [Fact]
    public async Task The_columns_tell_their_kind_and_whether_they_are_unique()
    {
        await using var sandbox = await StartAsync();

        var columns = (await sandbox.GetAsync($"sites/{Site}/lists/{List}/columns"))["value"]!.AsArray().ToDictionary(column => column!["name"]!.ToString());

        Assert.True((bool)columns["POKey"]!["enforceUniqueValues"]!);
        Assert.NotNull(columns["POVersion"]!["number"]);
        Assert.Equal("dateOnly", columns["POMeeting"]!["dateTime"]!["format"]!.ToString());
        Assert.Equal("zurückgezogen", columns["POState"]!["choice"]!["choices"]![2]!.ToString());
    }

    [Fact]
    public async Task Filtering_by_a_column_without_index_needs_the_preference()
    {
        await using var sandbox = await StartAsync();
        var path = $"sites/{Site}/lists/{List}/items?$filter=fields/POMinutes eq 'm'";

        using var refused = await sandbox.SendAsync(HttpMethod.Get, path);
        using var allowed = await sandbox.SendAsync(HttpMethod.Get, path, null, ("Prefer", "HonorNonIndexedQueriesWarningMayFailRandomly"));

        Assert.Equal(400, (int)refused.StatusCode);
        Assert.Equal(200, (int)allowed.StatusCode);
    }

    [Fact]
    public async Task A_role_on_the_list_alone_does_not_show_the_site()
    {
        await using var sandbox = await StartAsync(seed: seed => seed with
        {
            Tenants = [seed.Tenants[0] with { Apps = [seed.Tenants[0].Apps[0] with { Roles = ["Lists.SelectedOperations.Selected"] }], Grants = [new SeedGrant(App, List, "write")] }, seed.Tenants[1]],
        });

        using var site = await sandbox.SendAsync(HttpMethod.Get, $"sites/{Site}");
        using var columns = await sandbox.SendAsync(HttpMethod.Get, $"sites/{Site}/lists/{List}/columns");
        using var upload = await sandbox.PutAsync("a.txt", "x");

        Assert.Equal(403, (int)site.StatusCode);
        Assert.Equal(200, (int)columns.StatusCode);
        Assert.Equal(201, (int)upload.StatusCode);
    }
}
