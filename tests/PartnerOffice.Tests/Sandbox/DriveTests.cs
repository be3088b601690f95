using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Sandbox;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

public sealed class DriveTests
{
    [Fact]
    public async Task An_uploaded_file_lies_on_disk_where_a_person_opens_it()
    {
        await using var sandbox = await StartAsync();

        using var response = await sandbox.PutAsync("2026/Protokoll%20%23%205%25%20Süd.txt", "Beschluss");
        var item = await JsonOf(response, 201);

        Assert.Equal("Protokoll # 5% Süd.txt", item["name"]!.ToString());
        Assert.Equal("Beschluss", await File.ReadAllTextAsync(Path.Combine(sandbox.Folder, "Kreisverband Nord", "drives", "Protokolle Partner", "2026", "Protokoll # 5% Süd.txt"), Cancel));
        Assert.Equal("Beschluss", await sandbox.ContentAsync("2026/Protokoll%20%23%205%25%20Süd.txt"));
        Assert.Equal("PartnerOffice", item["createdBy"]!["application"]!["displayName"]!.ToString());
        Assert.Equal($"/drives/{DriveId}/root:/2026", item["parentReference"]!["path"]!.ToString());
    }

    [Fact]
    public async Task All_ways_to_address_a_file_lead_to_the_same_file()
    {
        await using var sandbox = await StartAsync();
        var item = await JsonOf(await sandbox.PutAsync("a/b.txt", "x"), 201);
        var folder = await sandbox.GetAsync($"drives/{DriveId}/root:/a");

        foreach (var path in new[]
        {
            $"root:/a/b.txt", "root:/a/b.txt:", "root:/A/B.TXT", $"items/{item["id"]}", "items/root:/a/b.txt:", "items/root%3A%2Fa%2Fb.txt%3A", $"items/{folder["id"]}:/b.txt:",
        })
        {
            Assert.Equal(item["id"]!.ToString(), (await sandbox.GetAsync($"drives/{DriveId}/{path}"))["id"]!.ToString());
        }
    }

    [Fact]
    public async Task The_conflict_behavior_decides_what_a_second_upload_does()
    {
        await using var sandbox = await StartAsync();
        await sandbox.PutAsync("a.txt", "eins");

        using var refused = await sandbox.PutAsync("a.txt", "zwei", "?@microsoft.graph.conflictBehavior=fail");
        using var renamed = await sandbox.PutAsync("a.txt", "drei", "?@microsoft.graph.conflictBehavior=rename");
        using var replaced = await sandbox.PutAsync("a.txt", "vier");

        Assert.Equal("nameAlreadyExists", (await ErrorOf(refused, 409)).Code);
        Assert.Equal("a 1.txt", (await JsonOf(renamed, 201))["name"]!.ToString());
        Assert.Equal(200, (int)replaced.StatusCode);
        Assert.Equal("vier", await sandbox.ContentAsync("a.txt"));
    }

    [Fact]
    public async Task Every_content_keeps_its_version()
    {
        await using var sandbox = await StartAsync();
        var item = await JsonOf(await sandbox.PutAsync("a.txt", "eins"), 201);
        await sandbox.PutAsync("a.txt", "zwei");

        var versions = (await sandbox.GetAsync($"drives/{DriveId}/items/{item["id"]}/versions"))["value"]!.AsArray();
        var first = await sandbox.Http.GetStringAsync(new Uri($"drives/{DriveId}/items/{item["id"]}/versions/1.0/content", UriKind.Relative), Cancel);
        using var restored = await sandbox.SendAsync(HttpMethod.Post, $"drives/{DriveId}/items/{item["id"]}/versions/1.0/restoreVersion");

        Assert.Equal(["2.0", "1.0"], versions.Select(version => version!["id"]!.ToString()));
        Assert.Equal("eins", first);
        Assert.Equal(204, (int)restored.StatusCode);
        Assert.Equal("eins", await sandbox.ContentAsync("a.txt"));
        Assert.Empty(Directory.GetFiles(Path.Combine(sandbox.Folder, "Kreisverband Nord", ".versions"), "*.txt", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_content_tag_changes_with_the_content_only_and_both_tags_guard_a_write()
    {
        await using var sandbox = await StartAsync();
        var first = await JsonOf(await sandbox.PutAsync("a.txt", "eins"), 201);
        await JsonOf(await sandbox.SendAsync(HttpMethod.Patch, $"drives/{DriveId}/items/{first["id"]}/listItem/fields", new JsonObject { ["POMinutes"] = "m1" }), 200);
        var second = await sandbox.GetAsync($"drives/{DriveId}/items/{first["id"]}");

        using var stale = await sandbox.PutAsync("a.txt", "zwei", ifMatch: first["eTag"]!.ToString());
        using var malformed = await sandbox.PutAsync("a.txt", "zwei", ifMatch: "\"nonsense\"");
        using var good = await sandbox.PutAsync("a.txt", "zwei", ifMatch: first["cTag"]!.ToString());

        Assert.Equal(first["cTag"]!.ToString(), second["cTag"]!.ToString());
        Assert.NotEqual(first["eTag"]!.ToString(), second["eTag"]!.ToString());
        Assert.Equal("resourceModified", (await ErrorOf(stale, 412)).Code);
        Assert.Equal("malformedEntityTag", (await ErrorOf(malformed, 400)).Inner);
        Assert.NotEqual(first["cTag"]!.ToString(), (await JsonOf(good, 200))["cTag"]!.ToString());
    }

    [Theory]
    [InlineData("a%3Ab.txt")]
    [InlineData("a%22b.txt")]
    [InlineData("a.txt.")]
    [InlineData("%20a.txt")]
    [InlineData("CON")]
    [InlineData("~$a.docx")]
    [InlineData("x_vti_y.txt")]
    [InlineData("Forms")]
    public async Task Names_that_SharePoint_does_not_take_are_refused(string name)
    {
        await using var sandbox = await StartAsync();

        using var response = await sandbox.PutAsync(name, "x");

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(sandbox.Folder, "Kreisverband Nord", "drives"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_path_of_four_hundred_characters_is_too_long()
    {
        await using var sandbox = await StartAsync();
        var folder = string.Join('/', Enumerable.Repeat(new string('o', 98), 4));

        using var just = await sandbox.PutAsync(folder + "/ab", "x");
        using var over = await sandbox.PutAsync(folder + "/abcd", "x");

        Assert.Equal(201, (int)just.StatusCode);
        Assert.Equal("pathIsTooLong", (await ErrorOf(over, 400)).Inner);
    }

    [Fact]
    public async Task A_renamed_file_keeps_its_id_and_moves_on_disk()
    {
        await using var sandbox = await StartAsync();
        var item = await JsonOf(await sandbox.PutAsync("a.txt", "x"), 201);
        await sandbox.PutAsync("b.txt", "y");

        using var taken = await sandbox.SendAsync(HttpMethod.Patch, $"drives/{DriveId}/items/{item["id"]}", new JsonObject { ["name"] = "b.txt" });
        using var renamed = await sandbox.SendAsync(HttpMethod.Patch, $"drives/{DriveId}/items/{item["id"]}", new JsonObject { ["name"] = "c.txt" });
        using var unknown = await sandbox.SendAsync(HttpMethod.Patch, $"drives/{DriveId}/items/{item["id"]}", new JsonObject { ["titel"] = "c" });

        Assert.Equal("nameAlreadyExists", (await ErrorOf(taken, 409)).Code);
        Assert.Equal(item["id"]!.ToString(), (await JsonOf(renamed, 200))["id"]!.ToString());
        Assert.Equal("x", await File.ReadAllTextAsync(sandbox.Server.DiskPathOf(DriveId, "c.txt"), Cancel));
        Assert.Equal(400, (int)unknown.StatusCode);
    }

    [Fact]
    public async Task A_deleted_file_can_be_restored_and_one_deleted_for_good_cannot()
    {
        await using var sandbox = await StartAsync();
        var item = await JsonOf(await sandbox.PutAsync("a.txt", "geheim"), 201);

        using var deleted = await sandbox.SendAsync(HttpMethod.Delete, $"drives/{DriveId}/items/{item["id"]}");
        using var missing = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}/items/{item["id"]}");
        using var restored = await sandbox.SendAsync(HttpMethod.Post, $"drives/{DriveId}/items/{item["id"]}/restore");
        using var erased = await sandbox.SendAsync(HttpMethod.Post, $"drives/{DriveId}/items/{item["id"]}/permanentDelete");
        using var tooLate = await sandbox.SendAsync(HttpMethod.Post, $"drives/{DriveId}/items/{item["id"]}/restore");

        Assert.Equal(204, (int)deleted.StatusCode);
        Assert.Equal(404, (int)missing.StatusCode);
        Assert.Equal(200, (int)restored.StatusCode);
        Assert.Equal(204, (int)erased.StatusCode);
        Assert.Equal(404, (int)tooLate.StatusCode);
        Assert.DoesNotContain(Directory.GetFiles(sandbox.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("in-use", StringComparison.Ordinal)), file => File.ReadAllText(file).Contains("geheim", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_somebody_has_the_file_open_it_cannot_be_written()
    {
        await using var sandbox = await StartAsync();
        var item = await JsonOf(await sandbox.PutAsync("a.txt", "x"), 201);

        using (sandbox.Server.Open(DriveId, "a.txt"))
        {
            using var content = await sandbox.PutAsync("a.txt", "y");
            using var fields = await sandbox.SendAsync(HttpMethod.Patch, $"drives/{DriveId}/items/{item["id"]}/listItem/fields", new JsonObject { ["POMinutes"] = "m" });
            using var rename = await sandbox.SendAsync(HttpMethod.Patch, $"drives/{DriveId}/items/{item["id"]}", new JsonObject { ["name"] = "b.txt" });
            using var session = await sandbox.SendAsync(HttpMethod.Post, $"drives/{DriveId}/items/{item["id"]}/createUploadSession");
            using var delete = await sandbox.SendAsync(HttpMethod.Delete, $"drives/{DriveId}/items/{item["id"]}");
            foreach (var response in new[] { content, fields, rename, session, delete })
            {
                Assert.Equal("resourceLocked", (await ErrorOf(response, 423)).Inner);
            }
        }

        using var after = await sandbox.PutAsync("a.txt", "y");
        Assert.Equal(200, (int)after.StatusCode);
    }

    [Fact]
    public async Task A_file_that_Word_has_open_on_this_machine_is_open()
    {
        await using var sandbox = await StartAsync();
        await sandbox.PutAsync("Protokoll.docx", Docx("eins"));
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(sandbox.Server.DiskPathOf(DriveId, "Protokoll.docx"))!, "~$otokoll.docx"), "", Cancel);

        using var response = await sandbox.PutAsync("Protokoll.docx", Docx("zwei"));

        Assert.Equal(423, (int)response.StatusCode);
    }

    [Fact]
    public async Task What_a_person_saves_with_Word_becomes_a_version()
    {
        await using var sandbox = await StartAsync();
        var before = await JsonOf(await sandbox.PutAsync("a.txt", "von uns"), 201);
        await File.WriteAllTextAsync(sandbox.Server.DiskPathOf(DriveId, "a.txt"), "von einem Menschen", Cancel);

        var after = await sandbox.GetAsync($"drives/{DriveId}/root:/a.txt");
        using var guarded = await sandbox.PutAsync("a.txt", "noch einmal", ifMatch: before["cTag"]!.ToString());

        Assert.Equal(before["id"]!.ToString(), after["id"]!.ToString());
        Assert.NotEqual(before["cTag"]!.ToString(), after["cTag"]!.ToString());
        Assert.Equal(412, (int)guarded.StatusCode);
        Assert.Equal("von einem Menschen", await sandbox.ContentAsync("a.txt"));
        Assert.Equal("von uns", await sandbox.Http.GetStringAsync(new Uri($"drives/{DriveId}/items/{before["id"]}/versions/1.0/content", UriKind.Relative), Cancel));
    }

    [Fact]
    public async Task A_file_that_a_person_puts_into_the_folder_is_in_the_library_and_one_taken_out_is_not()
    {
        await using var sandbox = await StartAsync();
        await sandbox.PutAsync("a.txt", "x");
        var path = sandbox.Server.DiskPathOf(DriveId, "a.txt");
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(path)!, "b.txt"), "y", Cancel);
        File.Delete(path);

        var names = (await sandbox.GetAsync($"drives/{DriveId}/root/children"))["value"]!.AsArray().Select(item => item!["name"]!.ToString());

        Assert.Equal(["b.txt"], names);
    }

    [Fact]
    public async Task SharePoint_rewrites_an_Office_file_so_that_size_and_hash_differ_and_the_words_do_not()
    {
        await using var sandbox = await StartAsync(settings: new SandboxSettings());
        var ours = Docx("Beschluss 7");

        var item = await JsonOf(await sandbox.PutAsync("Protokoll.docx", ours), 201);
        var theirs = await sandbox.Http.GetByteArrayAsync(new Uri($"drives/{DriveId}/root:/Protokoll.docx:/content", UriKind.Relative), Cancel);

        Assert.NotEqual(ours.Length, (long)item["size"]!);
        Assert.Equal(theirs.Length, (long)item["size"]!);
        using var document = WordprocessingDocument.Open(new MemoryStream(theirs), false);
        Assert.Equal("Beschluss 7", document.MainDocumentPart!.Document.InnerText);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, Cancel));
        using var package = new ZipArchive(new MemoryStream(theirs));
        Assert.Contains(package.Entries, entry => entry.FullName.StartsWith("customXml/item", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_late_rewrite_changes_the_etag_after_the_upload_was_answered()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 15, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await StartAsync(time: time, settings: new SandboxSettings { Promotion = PropertyPromotion.Delayed, PromotionDelay = TimeSpan.FromMinutes(1) });
        var answered = await JsonOf(await sandbox.PutAsync("Protokoll.docx", Docx("x")), 201);

        var before = await sandbox.GetAsync($"drives/{DriveId}/root:/Protokoll.docx");
        time.Advance(TimeSpan.FromMinutes(1));
        var after = await sandbox.GetAsync($"drives/{DriveId}/root:/Protokoll.docx");

        Assert.Equal(answered["eTag"]!.ToString(), before["eTag"]!.ToString());
        Assert.NotEqual(before["eTag"]!.ToString(), after["eTag"]!.ToString());
        Assert.Equal(before["cTag"]!.ToString(), after["cTag"]!.ToString());
        Assert.NotEqual((long)before["size"]!, (long)after["size"]!);
    }

    [Fact]
    public async Task With_forced_checkout_a_file_is_invisible_to_others_until_it_is_checked_in()
    {
        await using var sandbox = await StartAsync(seed: seed => WithLibrary(seed, library => library with { ForceCheckout = true, Columns = [.. library.Columns, new SeedColumn("Anlass") { Required = true }] }));
        using var person = new HttpClient(sandbox.Server.CreateHandler()) { BaseAddress = sandbox.Http.BaseAddress };
        person.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Server.CreateUserToken(North, App, Address, "Files.Read"));
        var item = await JsonOf(await sandbox.PutAsync("a.txt", "x"), 201);
        var address = $"drives/{DriveId}/items/{item["id"]}";

        using var unseen = await person.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        var publication = (await sandbox.GetAsync(address + "?$select=id,publication"))["publication"]!;
        using var tooEarly = await sandbox.SendAsync(HttpMethod.Post, address + "/checkin", new JsonObject { ["checkInAs"] = "published" });
        await JsonOf(await sandbox.SendAsync(HttpMethod.Patch, address + "/listItem/fields", new JsonObject { ["Anlass"] = "Sitzung" }), 200);
        using var checkedIn = await sandbox.SendAsync(HttpMethod.Post, address + "/checkin", new JsonObject { ["checkInAs"] = "published", ["comment"] = "" });
        using var seen = await person.GetAsync(new Uri(address, UriKind.Relative), Cancel);

        Assert.Equal(404, (int)unseen.StatusCode);
        Assert.Equal("checkout", publication["level"]!.ToString());
        Assert.Equal(400, (int)tooEarly.StatusCode);
        Assert.Equal(204, (int)checkedIn.StatusCode);
        Assert.Equal(200, (int)seen.StatusCode);
    }

    [Fact]
    public async Task What_nobody_serves_is_501_and_what_is_misspelt_is_400()
    {
        await using var sandbox = await StartAsync();

        foreach (var (path, status) in new[]
        {
            ("planner/plans", 501), ($"drives/{DriveId}/root/thumbnails", 501), ($"drives/{DriveId}?$selekt=id", 400), ($"drives/{DriveId}?$select=titel", 400), ($"drives/{DriveId}/root?$expand=kinder", 400),
        })
        {
            using var response = await sandbox.SendAsync(HttpMethod.Get, path);
            Assert.Equal(status, (int)response.StatusCode);
        }

        using var header = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}", null, ("If-Matsch", "x"));
        using var preference = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}", null, ("Prefer", "IdType=Immutable"));
        using var id = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}", null, ("client-request-id", "17"));
        Assert.All(new[] { header, preference, id }, response => Assert.Equal(400, (int)response.StatusCode));
    }

    [Fact]
    public async Task Every_answer_says_that_it_is_the_sandbox_and_carries_the_ids()
    {
        await using var sandbox = await StartAsync();
        var id = Guid.NewGuid().ToString("D");

        using var found = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}", null, ("client-request-id", id));
        using var refused = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}/items/01ABC", null, ("client-request-id", id));

        foreach (var response in new[] { found, refused })
        {
            Assert.Equal("true", response.Headers.GetValues("X-PartnerOffice-Sandbox").Single());
            Assert.Equal(id, response.Headers.GetValues("client-request-id").Single());
            Assert.NotEmpty(response.Headers.GetValues("request-id").Single());
        }

        var inner = (await JsonOf(refused, 404))["error"]!["innerError"]!;
        Assert.Equal(refused.Headers.GetValues("request-id").Single(), inner["request-id"]!.ToString());
        Assert.Equal(id, inner["client-request-id"]!.ToString());
    }

    [Fact]
    public async Task Children_come_in_pages()
    {
        await using var sandbox = await StartAsync();
        foreach (var name in new[] { "a.txt", "b.txt", "c.txt" })
        {
            await sandbox.PutAsync(name, name);
        }

        var first = await sandbox.GetAsync($"drives/{DriveId}/root/children?$top=2&$select=name");
        using var response = await sandbox.Http.GetAsync(new Uri(first["@odata.nextLink"]!.ToString()), Cancel);
        var second = await JsonOf(response, 200);

        Assert.Equal(["a.txt", "b.txt"], first["value"]!.AsArray().Select(item => item!["name"]!.ToString()));
        Assert.Equal(["c.txt"], second["value"]!.AsArray().Select(item => item!["name"]!.ToString()));
        Assert.Null(second["@odata.nextLink"]);
    }

    [Fact]
    public async Task A_known_tag_spares_the_answer_and_a_range_gives_a_part()
    {
        await using var sandbox = await StartAsync();
        var item = await JsonOf(await sandbox.PutAsync("a.txt", "0123456789"), 201);

        using var same = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}/root:/a.txt", null, ("If-None-Match", item["eTag"]!.ToString()));
        using var other = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}/root:/a.txt", null, ("If-None-Match", "\"{0},1\""));
        using var part = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}/root:/a.txt:/content", null, ("Range", "bytes=2-4"));
        using var beyond = await sandbox.SendAsync(HttpMethod.Get, $"drives/{DriveId}/root:/a.txt:/content", null, ("Range", "bytes=10-"));

        Assert.Equal(304, (int)same.StatusCode);
        Assert.Equal(200, (int)other.StatusCode);
        Assert.Equal(206, (int)part.StatusCode);
        Assert.Equal("234", await part.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(416, (int)beyond.StatusCode);
    }

    internal static SandboxSeed WithLibrary(SandboxSeed seed, Func<SeedLibrary, SeedLibrary> change)
    {
        var north = seed.Tenants[0];
        return seed with { Tenants = [north with { Sites = [north.Sites[0] with { Libraries = [change(north.Sites[0].Libraries[0])] }] }, seed.Tenants[1]] };
    }

    private static byte[] Docx(string text)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new Text(text)))));
        }

        return stream.ToArray();
    }
}
