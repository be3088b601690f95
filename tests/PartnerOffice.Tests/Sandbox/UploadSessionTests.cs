using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

public sealed class UploadSessionTests
{
    private const int Unit = 327_680;

    [Fact]
    public async Task A_file_arrives_in_fragments_in_their_order()
    {
        await using var sandbox = await StartAsync();
        var bytes = Bytes((Unit * 2) + 100);
        var url = await OpenAsync(sandbox, "gross.bin", new JsonObject { ["item"] = new JsonObject { ["@microsoft.graph.conflictBehavior"] = "fail", ["name"] = "gross.bin", ["fileSize"] = bytes.Length } });

        using var first = await PutAsync(sandbox, url, bytes, 0, Unit);
        using var odd = await PutAsync(sandbox, url, bytes, Unit, 1000);
        using var again = await PutAsync(sandbox, url, bytes, 0, Unit);
        using var gap = await PutAsync(sandbox, url, bytes, Unit * 2, 100);
        using var status = await GetAsync(sandbox, url);
        using var second = await PutAsync(sandbox, url, bytes, Unit, Unit);
        using var last = await PutAsync(sandbox, url, bytes, Unit * 2, 100);
        using var after = await GetAsync(sandbox, url);

        Assert.Equal(202, (int)first.StatusCode);
        Assert.Equal("invalidFragmentSize", (await ErrorOf(odd, 400)).Inner);
        Assert.Equal(("invalidRange", "fragmentOverlap"), await ErrorOf(again, 416));
        Assert.Equal(("invalidRange", "fragmentOutOfOrder"), await ErrorOf(gap, 416));
        Assert.StartsWith($"{Unit}-", (await JsonOf(status, 200))["nextExpectedRanges"]![0]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(202, (int)second.StatusCode);
        Assert.Equal(bytes.Length, (int)(await JsonOf(last, 201))["size"]!);
        Assert.Equal("uploadSessionNotFound", (await ErrorOf(after, 404)).Inner);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(sandbox.Server.DiskPathOf(DriveId, "gross.bin"), Cancel));
    }

    [Fact]
    public async Task A_session_goes_on_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("po-sandbox-").FullName;
        var bytes = Bytes(Unit + 7);
        Uri url;
        await using (var sandbox = await StartAsync(folder))
        {
            url = await OpenAsync(sandbox, "gross.bin", null);
            using var first = await PutAsync(sandbox, url, bytes, 0, Unit);
            Assert.Equal(202, (int)first.StatusCode);
        }

        await using var again = await StartAsync(folder);
        using var last = await PutAsync(again, new Uri(again.Server.BaseUri, url.PathAndQuery), bytes, Unit, 7);

        Assert.Equal(201, (int)last.StatusCode);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(again.Server.DiskPathOf(DriveId, "gross.bin"), Cancel));
    }

    [Fact]
    public async Task The_condition_is_checked_when_the_session_opens_and_again_when_it_ends()
    {
        await using var sandbox = await StartAsync();
        var item = await JsonOf(await sandbox.PutAsync("a.bin", "eins"), 201);
        var address = $"drives/{DriveId}/items/{item["id"]}/createUploadSession";
        var cTag = item["cTag"]!.ToString();

        using var opened = await sandbox.SendAsync(HttpMethod.Post, address, null, ("If-Match", cTag));
        await sandbox.PutAsync("a.bin", "zwei, von jemand anderem");
        using var end = await PutAsync(sandbox, new Uri((await JsonOf(opened, 200))["uploadUrl"]!.ToString()), Bytes(10), 0, 10);
        using var tooLate = await sandbox.SendAsync(HttpMethod.Post, address, null, ("If-Match", cTag));

        Assert.Equal("resourceModified", (await ErrorOf(end, 412)).Code);
        Assert.Equal("resourceModified", (await ErrorOf(tooLate, 412)).Code);
        Assert.Equal("zwei, von jemand anderem", await sandbox.ContentAsync("a.bin"));
    }

    [Fact]
    public async Task A_name_taken_meanwhile_is_found_at_the_last_fragment()
    {
        await using var sandbox = await StartAsync();
        var url = await OpenAsync(sandbox, "a.bin", null);
        await sandbox.PutAsync("a.bin", "schneller");

        using var response = await PutAsync(sandbox, url, Bytes(10), 0, 10);

        Assert.Equal("nameAlreadyExists", (await ErrorOf(response, 409)).Code);
    }

    [Fact]
    public async Task A_deferred_commit_shows_the_file_only_when_asked()
    {
        await using var sandbox = await StartAsync();
        var url = await OpenAsync(sandbox, "a.bin", new JsonObject { ["deferCommit"] = true });

        using var last = await PutAsync(sandbox, url, Bytes(10), 0, 10);
        using var before = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}/root:/a.bin");
        using var commit = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent([]) };
        using var plain = new HttpClient(sandbox.Server.CreateHandler());
        using var committed = await plain.SendAsync(commit, Cancel);

        Assert.Empty((await JsonOf(last, 202))["nextExpectedRanges"]!.AsArray());
        Assert.Equal(404, (int)before.StatusCode);
        Assert.Equal(201, (int)committed.StatusCode);
    }

    [Fact]
    public async Task A_session_expires_and_a_token_on_its_url_is_refused()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 15, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await StartAsync(time: time);
        var url = await OpenAsync(sandbox, "a.bin", null);

        using var withToken = await sandbox.Http.GetAsync(url, Cancel);
        time.Advance(TimeSpan.FromMinutes(16));
        using var expired = await GetAsync(sandbox, url);

        Assert.Equal(401, (int)withToken.StatusCode);
        Assert.Equal("uploadSessionNotFound", (await ErrorOf(expired, 404)).Inner);
    }

    private static async Task<Uri> OpenAsync(TwoTenants sandbox, string path, JsonObject? body)
    {
        using var response = await sandbox.SendAsync(HttpMethod.Post, $"drives/{DriveId}/root:/{path}:/createUploadSession", body);
        return new Uri((await JsonOf(response, 200))["uploadUrl"]!.ToString());
    }

    private static async Task<HttpResponseMessage> PutAsync(TwoTenants sandbox, Uri url, byte[] all, int from, int count)
    {
        using var plain = new HttpClient(sandbox.Server.CreateHandler());
        using var content = new ByteArrayContent(all, from, count);
        content.Headers.ContentRange = new ContentRangeHeaderValue(from, from + count - 1, all.Length);
        return await plain.PutAsync(url, content, Cancel);
    }

    private static async Task<HttpResponseMessage> GetAsync(TwoTenants sandbox, Uri url)
    {
        using var plain = new HttpClient(sandbox.Server.CreateHandler());
        return await plain.GetAsync(url, Cancel);
    }

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
