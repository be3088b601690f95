using System.Text;
using System.Text.Json.Nodes;
using PartnerOffice.Sandbox;
using PartnerOffice.Tests.Support.Conformance;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

public sealed class ConformanceTests
{
    private static readonly (string, string) Slow = ("Prefer", "HonorNonIndexedQueriesWarningMayFailRandomly");

    [Fact]
    public async Task Every_route_is_in_Microsoft_s_description()
    {
        var description = Described();
        await using var sandbox = await StartAsync();

        Assert.All(sandbox.Server.Routes, route => Assert.True(description.Has(route.Method, route.Template), $"{route.Method} {route.Template}"));
        Assert.InRange(sandbox.Server.Routes.Count, 100, 400);
    }

    [Fact]
    public async Task Every_route_answers_as_Microsoft_describes_it()
    {
        Described();
        await using var sandbox = await StartAsync(
            settings: new SandboxSettings { Promotion = PropertyPromotion.Off, WorkbookForApps = true, WorkbookAnswersLate = true }, notifications: new Echo());
        var walk = new Walk(sandbox);

        // What is answered is judged by the watch over the whole assembly.
        await walk.DrivesAsync();
        await walk.ListsAsync();
        await walk.MailAsync();
        await walk.CalendarAsync();
        await walk.WorkbookAsync();
        await walk.SubscriptionsAsync();
        await walk.GrantsAsync();

        var unvisited = sandbox.Server.Routes.Except(walk.Seen).ToList();
        Assert.True(unvisited.Count == 0, string.Join(Environment.NewLine, unvisited));
    }

    [Theory]
    [InlineData("""{"id":"1","titel":"x"}""", "/titel: not described")]
    [InlineData("""{"id":"1","file":{"hashes":{"quickXorHash":"x","md5":"y"}}}""", "/file/hashes/md5: not described")]
    [InlineData("""{"id":"1","size":"12"}""", "/size: string where number is described")]
    [InlineData("""{"id":"1","size":1.5}""", "/size: a fraction where a whole number is described")]
    [InlineData("""{"id":null}""", "/id: null is not described")]
    [InlineData("""{"id":"1","createdDateTime":"14.07.2026"}""", "/createdDateTime: \"14.07.2026\" has another form")]
    [InlineData("""{"id":"1","children":{"id":"2"}}""", "/children: an object where array is described")]
    public void An_answer_that_Microsoft_does_not_describe_is_found(string answer, string wrong) =>
        Assert.Equal([$"answered GET /drives/d/items/i 200: {wrong}"], Judge("GET", "/drives/d/items/i", status: 200, answer: answer));

    [Theory]
    [InlineData("PATCH", "/drives/d/items/i", "", """{"titel":"x"}""", "/titel: not described")]
    [InlineData("PATCH", "/users/u/messages/m", "", """{"body":{"contentType":"markdown","content":"x"}}""", "/body/contentType: \"markdown\" is none of the described values")]
    [InlineData("POST", "/drives/d/items/i/workbook/createSession", "", """{"persistChanges":"ja"}""", "/persistChanges: string where boolean is described")]
    [InlineData("GET", "/drives/d/items/i", "?$filter=x", "", "?$filter: no such option here")]
    [InlineData("GET", "/drives/d/root:/a/b.docx", "?$select=id,titel", "", "?$select=titel: no such property in the answer")]
    [InlineData("GET", "/drives/d/items/i", "?$expand=listItem($select=id),liste", "", "?$expand=liste: no such property in the answer")]
    [InlineData("PUT", "/drives/d/root:/a.docx:/content", "?@microsoft.graph.conflictBehavior=never", "bytes", "?@microsoft.graph.conflictBehavior=never: not one of its values")]
    [InlineData("POST", "/users/u/messages/m/send", "", """{"comment":"x"}""", "body: none is described")]
    [InlineData("GET", "/drives/d/blaetter", "", "", "no such path is described")]
    [InlineData("DELETE", "/drives/d/items/i/content", "", "", "no such path is described")]
    public void A_request_that_Microsoft_does_not_describe_is_found(string method, string path, string query, string body, string wrong) =>
        Assert.Equal([$"asked {method} {path}: {wrong}"], Judge(method, path, query, body, status: 400, answer: """{"error":{"code":"invalidRequest","message":"x"}}"""));

    [Fact]
    public async Task A_test_in_which_the_sandbox_leaves_the_description_fails()
    {
        Described();
        await using var sandbox = await StartAsync();

        SandboxDiagnostics.Answered(() => new SandboxExchange(sandbox.Server, "GET", "/drives/d", "", "", null, default, 200, new JsonObject { ["id"] = "d", ["titel"] = "x" }));

        Assert.Equal(["answered GET /drives/d 200: /titel: not described"], ConformanceWatch.Take(TestContext.Current.Test!.UniqueID));
    }

    private static IReadOnlyList<string> Judge(string method, string path, string query = "", string body = "", int status = 200, string? answer = null) =>
    [
        .. ConformanceWatch.Judge(Described(), new SandboxExchange(
            "none", method, path, query, "NONISV|PartnerOffice|PartnerOffice/1.0", body.StartsWith('{') ? "application/json" : "application/octet-stream", Encoding.UTF8.GetBytes(body),
            status, answer is null ? null : JsonNode.Parse(answer)))
    ];

    private static GraphDescription Described()
    {
        Assert.SkipWhen(GraphDescription.Find() is null, GraphDescription.Missing);
        return GraphDescription.Find()!;
    }

    /// <summary>An address that wants to hear of changes.</summary>
    private sealed class Echo : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(new HttpResponseMessage
        {
            Content = new StringContent(Uri.UnescapeDataString(request.RequestUri!.Query.Split("validationToken=")[^1]), Encoding.UTF8, "text/plain"),
        });
    }

    /// <summary>Asks for everything once, so that every route gives a good answer that can be looked at.</summary>
    private sealed class Walk(TwoTenants sandbox)
    {
        public HashSet<(string, string)> Seen { get; } = [];

        public async Task DrivesAsync()
        {
            await AskAsync("GET", $"drives/{DriveId}");
            await AskAsync("GET", $"drives/{DriveId}/root?$expand=children");
            await AskAsync("POST", $"drives/{DriveId}/root/children", new JsonObject { ["name"] = "Ordner", ["folder"] = new JsonObject() });
            await AskAsync("GET", $"drives/{DriveId}/root/children");
            await AskAsync("PUT", $"drives/{DriveId}/root:/Ordner/a.txt:/content", "eins");
            var folder = (await AskAsync("GET", $"drives/{DriveId}/root:/Ordner"))!["id"]!.ToString();
            var file = (await AskAsync("GET", $"drives/{DriveId}/items/{folder}:/a.txt:?$expand=listItem($expand=fields)"))!["id"]!.ToString();
            foreach (var (item, directory) in new[]
            {
                ($"drives/{DriveId}/items/{file}", $"drives/{DriveId}/items/{folder}"), ($"drives/{DriveId}/root:/Ordner/a.txt:", $"drives/{DriveId}/root:/Ordner:"),
                ($"drives/{DriveId}/items/{folder}:/a.txt:", $"drives/{DriveId}/items/root:/Ordner:"),
            })
            {
                await AskAsync("GET", item + "?$select=id,name,publication,sharepointIds,file,webDavUrl");
                await AskAsync("PATCH", item, new JsonObject { ["description"] = "Protokoll" });
                await AskAsync("PUT", item + "/content", "zwei");
                await AskAsync("GET", item + "/content");
                await AskAsync("POST", item + "/checkout");
                await AskAsync("POST", item + "/checkin", new JsonObject { ["comment"] = "fertig" });
                await AskAsync("GET", item + "/versions");
                await AskAsync("GET", directory + "/children?$expand=listItem");
                await AskAsync("POST", directory + "/children", new JsonObject { ["name"] = "Neu", ["folder"] = new JsonObject(), ["@microsoft.graph.conflictBehavior"] = "rename" });
                await AskAsync("POST", item + "/createUploadSession", new JsonObject { ["item"] = new JsonObject { ["@microsoft.graph.conflictBehavior"] = "replace" } });
                await AskAsync("GET", item + "/listItem");
            }

            await AskAsync("GET", $"drives/{DriveId}/items/{file}/versions/1.0");
            await AskAsync("GET", $"drives/{DriveId}/items/{file}/versions/1.0/content");
            await AskAsync("POST", $"drives/{DriveId}/items/{file}/versions/1.0/restoreVersion");
            await AskAsync("POST", $"drives/{DriveId}/items/{file}/checkout");
            await AskAsync("POST", $"drives/{DriveId}/items/{file}/discardCheckout");
            await AskAsync("DELETE", $"drives/{DriveId}/items/{file}");
            await AskAsync("POST", $"drives/{DriveId}/items/{file}/restore");
            await AskAsync("POST", $"drives/{DriveId}/items/{file}/permanentDelete");
            await AskAsync("PUT", $"drives/{DriveId}/root:/b.txt:/content", "eins");
            await AskAsync("DELETE", $"drives/{DriveId}/root:/b.txt:");
            await AskAsync("DELETE", $"drives/{DriveId}/items/root:/Ordner:");
            foreach (var root in new[] { $"drives/{DriveId}/root", $"drives/{DriveId}/items/root" })
            {
                await AskAsync("GET", root + "/delta()?$top=1");
                await AskAsync("GET", root + "/delta(token='latest')");
            }

            await AskAsync("GET", $"drives/{DriveId}/items/{file}", expected: 404);
        }

        public async Task ListsAsync()
        {
            var file = (await AskAsync("PUT", $"drives/{DriveId}/root:/c.txt:/content", "eins"))!["id"]!.ToString();
            var site = $"sites/{Site}";
            var list = $"{site}/lists/{List}";
            foreach (var path in new[] { site, site + "/drive", site + "/drives", site + "/lists", list, list + "/drive", list + "/columns", list + "/items?$expand=fields,driveItem", $"drives/{DriveId}/list?$expand=columns" })
            {
                await AskAsync("GET", path);
            }

            await AskAsync("PATCH", $"drives/{DriveId}/items/{file}/listItem/fields", new JsonObject { ["POMinutes"] = "m-1" });
            await AskAsync("GET", $"drives/{DriveId}/items/{file}/listItem/fields");
            var id = (await AskAsync("GET", $"{list}/items?$filter=fields/POMinutes eq 'm-1'", header: Slow))!["value"]![0]!["id"]!.ToString();
            foreach (var item in new[] { $"{list}/items/{id}", $"drives/{DriveId}/list/items/{id}" })
            {
                await AskAsync("GET", item + "?$expand=fields,driveItem");
                await AskAsync("PATCH", item, new JsonObject { ["fields"] = new JsonObject { ["POMinutes"] = "m-2" } });
                await AskAsync("GET", item + "/fields");
                await AskAsync("PATCH", item + "/fields", new JsonObject { ["POMinutes"] = "m-3" });
            }

            await AskAsync("GET", $"{list}/items/{id}/driveItem");
            await AskAsync("GET", $"{list}/items/{id}/versions?$expand=fields");
            await AskAsync("GET", $"{list}/items/delta()?$expand=fields&$top=1");
        }

        public async Task SubscriptionsAsync()
        {
            var made = await AskAsync("POST", "subscriptions", new JsonObject
            {
                ["changeType"] = "updated",
                ["resource"] = $"/drives/{DriveId}/root",
                ["notificationUrl"] = "https://dienst.example/n",
                ["clientState"] = "x",
                ["expirationDateTime"] = DateTimeOffset.UtcNow.AddDays(1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            });
            var one = $"subscriptions/{made!["id"]}";
            await AskAsync("GET", "subscriptions");
            await AskAsync("GET", one);
            await AskAsync("PATCH", one, new JsonObject { ["expirationDateTime"] = made["expirationDateTime"]!.ToString() });
            await AskAsync("POST", one + "/reauthorize");
            await AskAsync("DELETE", one);
        }

        public async Task GrantsAsync()
        {
            using var admin = sandbox.ClientFor(North, AdminApp);
            foreach (var resource in new[] { $"sites/{Site}/permissions", $"sites/{Site}/lists/{List}/permissions" })
            {
                var granted = await AskAsync("POST", resource, new JsonObject
                {
                    ["roles"] = new JsonArray("read"),
                    ["grantedToIdentities"] = new JsonArray(new JsonObject { ["application"] = new JsonObject { ["id"] = App, ["displayName"] = "PartnerOffice" } }),
                }, http: admin);
                var one = $"{resource}/{granted!["id"]}";
                await AskAsync("GET", resource, http: admin);
                await AskAsync("GET", one, http: admin);
                await AskAsync("PATCH", one, new JsonObject { ["roles"] = new JsonArray("write") }, http: admin);
                if (resource.Contains("/lists/", StringComparison.Ordinal)) await AskAsync("DELETE", one, http: admin);
            }

            await AskAsync("GET", $"drives/{DriveId}/root/permissions");
            await AskAsync("GET", $"drives/{DriveId}/items/root/permissions");
            await AskAsync("POST", $"sites/{Site}/lists/{List}/columns", new JsonObject { ["name"] = "PONeu", ["displayName"] = "Neu", ["dateTime"] = new JsonObject { ["format"] = "dateOnly" } }, http: admin);
            await AskAsync("DELETE", $"sites/{Site}/permissions/{(await AskAsync("GET", $"sites/{Site}/permissions", http: admin))!["value"]![0]!["id"]}", http: admin);
        }

        public async Task MailAsync()
        {
            var messages = $"users/{Address}/messages";
            var draft = new JsonObject
            {
                ["subject"] = "x",
                ["toRecipients"] = new JsonArray(new JsonObject { ["emailAddress"] = new JsonObject { ["address"] = SouthAddress } }),
                ["singleValueExtendedProperties"] = new JsonArray(new JsonObject { ["id"] = KeyProperty, ["value"] = "k" }),
            };
            var id = (await AskAsync("POST", messages, draft, header: ("Prefer", "IdType=\"ImmutableId\"")))!["id"]!.ToString();
            await AskAsync("GET", $"{messages}/{id}?$expand=singleValueExtendedProperties($filter=id eq '{KeyProperty}')");
            await AskAsync("PATCH", $"{messages}/{id}", new JsonObject { ["subject"] = "y" });
            await AskAsync("POST", $"{messages}/{id}/send");
            await AskAsync("GET", messages + "?$select=subject,internetMessageHeaders");
            await AskAsync("GET", $"users/{Address}/mailFolders/sentitems/messages");
            await AskAsync("DELETE", $"{messages}/{id}");
        }

        public async Task CalendarAsync()
        {
            using var south = sandbox.ClientFor(South);
            var immutable = ("Prefer", "IdType=\"ImmutableId\", outlook.timezone=\"W. Europe Standard Time\"");
            var events = $"users/{Address}/events";
            var copies = $"users/{SouthAddress}/events";
            var made = await AskAsync("POST", events, EventTests.Meeting(SouthAddress, EventTests.Outside), immutable);
            await AskAsync("GET", events + "?$orderby=start/dateTime&$select=subject,start,attendees,cancelledOccurrences", header: immutable);
            await AskAsync("GET", $"{events}/{made!["id"]}?$expand=singleValueExtendedProperties($filter=id eq '{KeyProperty}')");
            await AskAsync("PATCH", $"{events}/{made["id"]}", new JsonObject { ["subject"] = "y", ["isOnlineMeeting"] = true, ["onlineMeetingProvider"] = "teamsForBusiness" });
            var copy = (await AskAsync("GET", copies, http: south))!["value"]![0]!;
            await AskAsync("POST", $"{copies}/{copy["id"]}/accept", new JsonObject { ["Comment"] = "x", ["SendResponse"] = true }, http: south);
            await AskAsync("POST", $"{copies}/{copy["id"]}/tentativelyAccept", new JsonObject { ["ProposedNewTime"] = new JsonObject { ["start"] = made["start"]!.DeepClone(), ["end"] = made["end"]!.DeepClone() } }, http: south);
            await AskAsync("GET", $"{events}/{made["id"]}");
            await AskAsync("POST", $"{copies}/{copy["id"]}/decline", http: south);
            await AskAsync("POST", $"{events}/{made["id"]}/cancel", new JsonObject { ["Comment"] = "x" });
            var series = EventTests.Meeting(SouthAddress);
            series["transactionId"] = "s";
            series["recurrence"] = JsonNode.Parse("""{"pattern":{"type":"weekly","interval":1,"daysOfWeek":["tuesday"]},"range":{"type":"numbered","startDate":"2026-09-01","numberOfOccurrences":4}}""");
            var master = await AskAsync("POST", events, series);
            const string window = "?startDateTime=2026-09-01T00:00:00Z&endDateTime=2026-10-01T00:00:00Z";
            await AskAsync("GET", $"{events}/{master!["id"]}/instances{window}");
            var view = await AskAsync("GET", $"users/{Address}/calendarView{window}&$select=subject,start,type");
            await AskAsync("PATCH", $"{events}/{view!["value"]![1]!["id"]}", new JsonObject { ["subject"] = "Ausnahme" });
            foreach (var path in new[] { $"users/{Address}/calendarView/delta", $"{events}/delta" })
            {
                var page = await AskAsync("GET", path + window, header: ("Prefer", "odata.maxpagesize=2"));
                await AskAsync("GET", new Uri(sandbox.Server.BaseUri, "v1.0/").MakeRelativeUri(new Uri((page!["@odata.nextLink"] ?? page["@odata.deltaLink"])!.ToString())).ToString());
            }

            await AskAsync("GET", $"users/{Address}/calendar");
            await AskAsync("GET", $"users/{Address}/calendars");
            await AskAsync("POST", $"users/{Address}/calendar/getSchedule", ScheduleTests.Question(Address, "privat@nord.example", SouthAddress));
            using var reader = sandbox.ClientFor(North, AdminApp);
            await AskAsync("GET", $"users/{Address}/mailboxSettings", http: reader);
            foreach (var (method, action) in new[] { ("DELETE", ""), ("POST", "/permanentDelete") })
            {
                var other = EventTests.Meeting(SouthAddress);
                other["transactionId"] = method;
                await AskAsync(method, $"{events}/{(await AskAsync("POST", events, other))!["id"]}{action}");
            }
        }

        public async Task WorkbookAsync()
        {
            var item = await JsonOf(await sandbox.PutAsync("Tracker.xlsx", WorkbookTests.Tracker()), 201);
            var book = $"drives/{DriveId}/items/{item["id"]}/workbook";
            var late = ("Prefer", "respond-async");
            foreach (var address in new[] { book, $"drives/{DriveId}/root:/Tracker.xlsx:/workbook", $"drives/{DriveId}/items/root:/Tracker.xlsx:/workbook" })
            {
                await AskAsync("GET", address + "/tables");
                await AskAsync("GET", address + "/worksheets");
                var opened = (await AskAsync("POST", address + "/createSession", new JsonObject { ["persistChanges"] = true }))!["id"]!.ToString();
                await AskAsync("POST", book + "/refreshSession", header: ("workbook-session-id", opened));
                await AskAsync("POST", book + "/closeSession", header: ("workbook-session-id", opened));
            }

            await PromiseAsync(book + "/createSession", new JsonObject { ["persistChanges"] = false });
            await PromiseAsync(book + "/tables/Beschluesse/rows/add", WorkbookTests.Rows(["'k-2", "'x", 1, true, null]));
            var table = book + "/tables/Beschluesse";
            await AskAsync("POST", table + "/rows", WorkbookTests.Rows(["'k-3", "'x", 1, true, null]));
            await AskAsync("POST", table + "/rows/add", WorkbookTests.Rows(["'k-4", "'x", 1, true, null]));
            foreach (var path in new[]
            {
                "", "/columns", "/columns/Ja", "/rows", "/rows/count()", "/rows/itemAt(index=0)", "/rows/0", "/rows/itemAt(index=0)/range()", "/rows/0/range()", "/dataBodyRange()", "/range()",
                "/columns/Ja/dataBodyRange()", "/columns/Ja/range()", "/headerRowRange()",
            })
            {
                await AskAsync("GET", table + path);
            }

            foreach (var path in new[] { "/rows/itemAt(index=0)", "/rows/0", "/rows/itemAt(index=0)/range()", "/rows/0/range()" })
            {
                await AskAsync("PATCH", table + path, WorkbookTests.Rows([null, "'y", null, null, null]));
            }

            foreach (var path in new[] { "/dataBodyRange()", "/range()", "/columns/Ja/dataBodyRange()" })
            {
                await AskAsync("PATCH", table + path, new JsonObject { ["numberFormat"] = "General" });
            }

            await AskAsync("DELETE", table + "/rows/itemAt(index=0)");
            await AskAsync("DELETE", table + "/rows/0");
            var sheet = book + "/worksheets/Tracker";
            foreach (var path in new[] { "", "/tables", "/usedRange()", "/usedRange(valuesOnly=true)", "/cell(row=1,column=0)", "/range(address='A1:B2')" })
            {
                await AskAsync("GET", sheet + path);
            }

            await AskAsync("PATCH", sheet + "/range(address='H1')", new JsonObject { ["values"] = new JsonArray(new JsonArray("'x")) });

            async Task PromiseAsync(string path, JsonNode body)
            {
                using var promised = await sandbox.SendAsync(HttpMethod.Post, path, body, late);
                var operation = new Uri(sandbox.Server.BaseUri, "v1.0/").MakeRelativeUri(promised.Headers.Location!).ToString();
                await AskAsync("GET", operation);
                var done = await AskAsync("GET", operation);
                await AskAsync("GET", new Uri(sandbox.Server.BaseUri, "v1.0/").MakeRelativeUri(new Uri(done!["resourceLocation"]!.ToString())).ToString());
            }
        }

        private async Task<JsonNode?> AskAsync(string method, string path, object? body = null, (string, string)? header = null, int? expected = null, HttpClient? http = null)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path)
            {
                Content = body switch { JsonNode json => System.Net.Http.Json.JsonContent.Create(json), string text => new StringContent(text), _ => null },
            };
            if (header is var (name, value))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await (http ?? sandbox.Http).SendAsync(request, Cancel);
            var content = await response.Content.ReadAsStringAsync(Cancel);
            Assert.True(expected is null ? response.IsSuccessStatusCode : (int)response.StatusCode == expected, $"{method} {path}: {(int)response.StatusCode} {content}");
            var entry = sandbox.Server.Requests.Entries.Last(candidate => candidate.Template is not null);
            Seen.Add((method, entry.Template!));
            if (response.Content.Headers.ContentType?.MediaType != "application/json" || content.Length == 0 || entry.Template!.EndsWith("/content", StringComparison.Ordinal) && method == "GET")
            {
                return null;
            }

            return JsonNode.Parse(content)!;
        }
    }
}
