using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.Time.Testing;
using PartnerOffice.Sandbox;
using Xunit;
using static PartnerOffice.Tests.Sandbox.TwoTenants;

namespace PartnerOffice.Tests.Sandbox;

public sealed class WorkbookTests
{
    [Fact]
    public async Task An_app_by_itself_gets_no_workbook_unless_the_sandbox_is_told_otherwise()
    {
        await using var sandbox = await StartAsync();
        var workbook = await UploadAsync(sandbox);

        using var refused = await sandbox.SendAsync(HttpMethod.Post, workbook + "/createSession", new JsonObject { ["persistChanges"] = true });
        sandbox.Server.Settings.WorkbookForApps = true;
        using var allowed = await sandbox.SendAsync(HttpMethod.Post, workbook + "/createSession", new JsonObject { ["persistChanges"] = true });

        Assert.Equal("accessDenied", (await ErrorOf(refused, 403)).Code);
        Assert.NotNull((await JsonOf(allowed, 201))["id"]);
    }

    [Fact]
    public async Task A_person_s_account_adds_rows_and_finds_them_again()
    {
        await using var sandbox = await StartAsync();
        var workbook = await UploadAsync(sandbox);
        SignInAsPerson(sandbox);

        var added = await JsonOf(await sandbox.SendAsync(HttpMethod.Post, workbook + "/tables/Beschluesse/rows/add", Rows(["'k-2", "'Antrag", 5, true, null], ["'k-3", "", 1, false, null])), 201);
        var rows = (await sandbox.GetAsync(workbook + "/tables/Beschluesse/rows"))["value"]!.AsArray();
        using var patched = await sandbox.SendAsync(HttpMethod.Patch, workbook + "/tables/Beschluesse/rows/itemAt(index=1)", Rows([null, "'Geändert", null, null, null]));
        using var deleted = await sandbox.SendAsync(HttpMethod.Delete, workbook + "/tables/Beschluesse/rows/itemAt(index=0)");
        var body = await sandbox.GetAsync(workbook + "/tables/Beschluesse/dataBodyRange()?$select=values,address");

        Assert.Equal(1, (int)added["index"]!);
        Assert.Equal(["k-1", "k-2", "k-3"], rows.Select(row => row!["values"]![0]![0]!.ToString()));
        Assert.Equal(200, (int)patched.StatusCode);
        Assert.Equal(204, (int)deleted.StatusCode);
        Assert.Equal("""[["k-2","Geändert",5,true,""],["k-3","",1,false,""]]""", body["values"]!.ToJsonString(new(System.Text.Json.JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal("Tracker!A3:E4", body["address"]!.ToString());
        await AssertSoundAsync(sandbox);
    }

    [Fact]
    public async Task What_lies_below_the_table_moves_down_and_up_again()
    {
        await using var sandbox = await StartAsync();
        var workbook = await UploadAsync(sandbox);
        SignInAsPerson(sandbox);
        async Task<string> NoteAsync(string cell) => (await sandbox.GetAsync($"{workbook}/worksheets/Tracker/range(address='{cell}')"))["values"]![0]![0]!.ToString();

        await JsonOf(await sandbox.SendAsync(HttpMethod.Post, workbook + "/tables/Beschluesse/rows", Rows(["'k-2", "'x", 1, true, null])), 201);
        Assert.Equal("Anmerkung", await NoteAsync("B7"));
        Assert.Equal("daneben", await NoteAsync("G6"));
        await sandbox.SendAsync(HttpMethod.Delete, workbook + "/tables/Beschluesse/rows/itemAt(index=0)");

        Assert.Equal("Anmerkung", await NoteAsync("B6"));
        await AssertSoundAsync(sandbox);
    }

    [Theory]
    [InlineData("1.1", 46023.0, "d-mmm")]
    [InlineData("4-1", 46026.0, "d-mmm")]
    [InlineData("07/2026", 46204.0, "mmm-yy")]
    [InlineData("2026-07", 46204.0, "mmm-yy")]
    [InlineData("14.7.26", 46217.0, "m/d/yyyy")]
    [InlineData("14. Juli 2026", 46217.0, "m/d/yyyy")]
    [InlineData("2026-07-14", 46217.0, "m/d/yyyy")]
    [InlineData("007", 7.0, "General")]
    [InlineData("1e3", 1000.0, "General")]
    [InlineData("1,5", 1.5, "General")]
    [InlineData("50%", 0.5, "0%")]
    [InlineData("19:30", 0.8125, "h:mm")]
    [InlineData("wahr", true, "General")]
    [InlineData("'1.1", "1.1", "General")]
    [InlineData("'=1+1", "=1+1", "General")]
    [InlineData("einstimmig", "einstimmig", "General")]
    [InlineData("KV-ST 2026-07", "KV-ST 2026-07", "General")]
    public async Task Typed_text_becomes_what_Excel_makes_of_it(string typed, object value, string format)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 15, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await StartAsync(time: time);
        var workbook = await UploadAsync(sandbox);
        SignInAsPerson(sandbox);

        var cell = await JsonOf(await sandbox.SendAsync(HttpMethod.Patch, workbook + "/worksheets/Tracker/range(address='B3')", new JsonObject { ["values"] = new JsonArray(new JsonArray(typed)) }), 200);

        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(value), cell["values"]![0]![0]!.ToJsonString());
        Assert.Equal(format, cell["numberFormat"]![0]![0]!.ToString());
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("-abc")]
    [InlineData("@SUMME(A1)")]
    [InlineData("+A1")]
    public async Task Text_that_begins_like_a_formula_becomes_one(string typed)
    {
        await using var sandbox = await StartAsync();
        var workbook = await UploadAsync(sandbox);
        SignInAsPerson(sandbox);

        var cell = await JsonOf(await sandbox.SendAsync(HttpMethod.Patch, workbook + "/worksheets/Tracker/range(address='B3')", new JsonObject { ["values"] = new JsonArray(new JsonArray(typed)) }), 200);

        Assert.StartsWith("=", cell["formulas"]![0]![0]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("", cell["values"]![0]![0]!.ToString());
    }

    [Fact]
    public async Task A_cell_formatted_as_text_keeps_what_is_typed()
    {
        await using var sandbox = await StartAsync();
        var workbook = await UploadAsync(sandbox);
        SignInAsPerson(sandbox);

        var cell = await JsonOf(
            await sandbox.SendAsync(HttpMethod.Patch, workbook + "/worksheets/Tracker/range(address='B3')", new JsonObject { ["numberFormat"] = new JsonArray(new JsonArray("@")), ["values"] = new JsonArray(new JsonArray("1.1")) }), 200);

        Assert.Equal("1.1", cell["values"]![0]![0]!.ToString());
    }

    [Fact]
    public async Task A_closed_or_expired_session_writes_nothing_any_more()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 7, 15, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await StartAsync(time: time);
        var workbook = await UploadAsync(sandbox);
        SignInAsPerson(sandbox);
        var closed = await SessionAsync(sandbox, workbook, persists: true);
        var expired = await SessionAsync(sandbox, workbook, persists: true);

        using var close = await sandbox.SendAsync(HttpMethod.Post, workbook + "/closeSession", null, closed);
        using var afterClose = await sandbox.SendAsync(HttpMethod.Post, workbook + "/tables/Beschluesse/rows/add", Rows(["'k-2", "", 1, true, null]), closed);
        time.Advance(TimeSpan.FromMinutes(4));
        using var refreshed = await sandbox.SendAsync(HttpMethod.Post, workbook + "/refreshSession", null, expired);
        time.Advance(TimeSpan.FromMinutes(5));
        using var afterExpiry = await sandbox.SendAsync(HttpMethod.Post, workbook + "/tables/Beschluesse/rows/add", Rows(["'k-2", "", 1, true, null]), expired);

        Assert.Equal(204, (int)close.StatusCode);
        Assert.Equal("invalidSessionReCreatable", (await ErrorOf(afterClose, 404)).Inner);
        Assert.Equal(204, (int)refreshed.StatusCode);
        Assert.Equal("invalidSessionReCreatable", (await ErrorOf(afterExpiry, 404)).Inner);
        Assert.Single((await sandbox.GetAsync(workbook + "/tables/Beschluesse/rows"))["value"]!.AsArray());
    }

    [Fact]
    public async Task A_session_without_persistence_changes_only_its_own_copy()
    {
        await using var sandbox = await StartAsync();
        var workbook = await UploadAsync(sandbox);
        SignInAsPerson(sandbox);
        var session = await SessionAsync(sandbox, workbook, persists: false);

        await JsonOf(await sandbox.SendAsync(HttpMethod.Post, workbook + "/tables/Beschluesse/rows/add", Rows(["'k-2", "", 1, true, null]), session), 201);
        var inside = await JsonOf(await sandbox.SendAsync(HttpMethod.Get, workbook + "/tables/Beschluesse/rows", null, session), 200);
        var outside = await sandbox.GetAsync(workbook + "/tables/Beschluesse/rows");

        Assert.Equal(2, inside["value"]!.AsArray().Count);
        Assert.Single(outside["value"]!.AsArray());
    }

    [Fact]
    public async Task A_session_makes_one_version_and_keeps_the_file_from_being_replaced()
    {
        await using var sandbox = await StartAsync();
        var workbook = await UploadAsync(sandbox);
        SignInAsPerson(sandbox);
        var session = await SessionAsync(sandbox, workbook, persists: true);

        await JsonOf(await sandbox.SendAsync(HttpMethod.Post, workbook + "/tables/Beschluesse/rows/add", Rows(["'k-2", "", 1, true, null]), session), 201);
        await JsonOf(await sandbox.SendAsync(HttpMethod.Post, workbook + "/tables/Beschluesse/rows/add", Rows(["'k-3", "", 1, true, null]), session), 201);
        using var replace = await sandbox.PutAsync("Tracker.xlsx", Tracker());
        var versions = await sandbox.GetAsync($"drives/{DriveId}/root:/Tracker.xlsx:/versions");

        Assert.Equal("resourceLocked", (await ErrorOf(replace, 423)).Inner);
        Assert.Equal(2, versions["value"]!.AsArray().Count);
    }

    [Fact]
    public async Task People_in_the_browser_do_not_disturb_and_one_who_holds_it_alone_does()
    {
        await using var sandbox = await StartAsync();
        var workbook = await UploadAsync(sandbox);
        SignInAsPerson(sandbox);

        using (sandbox.Server.Open(DriveId, "Tracker.xlsx", "Excel im Browser"))
        {
            await JsonOf(await sandbox.SendAsync(HttpMethod.Post, workbook + "/tables/Beschluesse/rows/add", Rows(["'k-2", "", 1, true, null])), 201);
        }

        using var alone = sandbox.Server.Open(DriveId, "Tracker.xlsx", "Excel 2013", exclusively: true);
        using var refused = await sandbox.SendAsync(HttpMethod.Post, workbook + "/tables/Beschluesse/rows/add", Rows(["'k-3", "", 1, true, null]));

        Assert.Equal(("conflict", "accessConflict"), await ErrorOf(refused, 409));
    }

    [Fact]
    public async Task A_late_answer_is_a_promise_to_be_asked_for()
    {
        await using var sandbox = await StartAsync();
        var workbook = await UploadAsync(sandbox);
        SignInAsPerson(sandbox);
        sandbox.Server.Settings.WorkbookAnswersLate = true;

        using var promised = await sandbox.SendAsync(HttpMethod.Post, workbook + "/createSession", new JsonObject { ["persistChanges"] = true }, ("Prefer", "respond-async"));
        var first = await JsonOf(await sandbox.Http.GetAsync(promised.Headers.Location, Cancel), 200);
        var second = await JsonOf(await sandbox.Http.GetAsync(promised.Headers.Location, Cancel), 200);
        var session = await JsonOf(await sandbox.Http.GetAsync(new Uri(second["resourceLocation"]!.ToString()), Cancel), 200);
        using var used = await sandbox.SendAsync(HttpMethod.Get, workbook + "/tables", null, ("workbook-session-id", session["id"]!.ToString()));

        Assert.Equal(202, (int)promised.StatusCode);
        Assert.Equal("running", first["status"]!.ToString());
        Assert.Equal("succeeded", second["status"]!.ToString());
        Assert.Equal(200, (int)used.StatusCode);
    }

    [Theory]
    [InlineData("""{"values":[["nur","zwei"]]}""")]
    [InlineData("""{"values":"k"}""")]
    [InlineData("""{"values":[["a","b",1,true,{}]]}""")]
    [InlineData("""{"index":7,"values":[["a","b",1,true,""]]}""")]
    [InlineData("""{"rows":[["a","b",1,true,""]]}""")]
    public async Task Rows_that_do_not_fit_are_refused_and_change_nothing(string body)
    {
        await using var sandbox = await StartAsync();
        var workbook = await UploadAsync(sandbox);
        SignInAsPerson(sandbox);

        using var response = await sandbox.SendAsync(HttpMethod.Post, workbook + "/tables/Beschluesse/rows/add", JsonNode.Parse(body));

        Assert.Equal("badRequest", (await ErrorOf(response, 400)).Code);
        Assert.Single((await sandbox.GetAsync(workbook + "/tables/Beschluesse/rows"))["value"]!.AsArray());
    }

    internal static byte[] Tracker()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheet = book.AddNewPart<WorksheetPart>();
            static Cell Text(string cell, string text) => new() { CellReference = cell, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
            string[] heads = ["Schlüssel", "Wortlaut", "Ja", "Gültig", "Bemerkung"];
            sheet.Worksheet = new Worksheet(
                new SheetData(
                    new Row(heads.Select((head, index) => Text($"{(char)('A' + index)}2", head))) { RowIndex = 2 },
                    new Row(
                        Text("A3", "k-1"), Text("B3", "Erster"), new Cell { CellReference = "C3", CellValue = new CellValue("9") },
                        new Cell { CellReference = "D3", DataType = CellValues.Boolean, CellValue = new CellValue("1") })
                    { RowIndex = 3 },
                    new Row(Text("B6", "Anmerkung"), Text("G6", "daneben")) { RowIndex = 6 }),
                new TableParts(new TablePart { Id = "rId1" }) { Count = 1 });
            var table = sheet.AddNewPart<TableDefinitionPart>("rId1");
            table.Table = new Table
            {
                Id = 1,
                Name = "Beschluesse",
                DisplayName = "Beschluesse",
                Reference = "A2:E3",
                AutoFilter = new AutoFilter { Reference = "A2:E3" },
                TableColumns = new TableColumns(heads.Select((head, index) => new TableColumn { Id = (uint)index + 1, Name = head })) { Count = 5 },
            };
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "Tracker" }));
        }

        return stream.ToArray();
    }

    internal static JsonObject Rows(params object?[][] rows) =>
        new() { ["values"] = new JsonArray([.. rows.Select(row => new JsonArray([.. row.Select(cell => cell is null ? null : JsonValue.Create(cell) as JsonNode)]))]) };

    internal static void SignInAsPerson(TwoTenants sandbox) =>
        sandbox.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Server.CreateUserToken(North, App, Address, "Files.ReadWrite"));

    internal static async Task<string> UploadAsync(TwoTenants sandbox)
    {
        var item = await JsonOf(await sandbox.PutAsync("Tracker.xlsx", Tracker()), 201);
        return $"drives/{DriveId}/items/{item["id"]}/workbook";
    }

    private static async Task<(string Name, string Value)> SessionAsync(TwoTenants sandbox, string workbook, bool persists) =>
        ("workbook-session-id", (await JsonOf(await sandbox.SendAsync(HttpMethod.Post, workbook + "/createSession", new JsonObject { ["persistChanges"] = persists }), 201))["id"]!.ToString());

    private static async Task AssertSoundAsync(TwoTenants sandbox)
    {
        var bytes = await File.ReadAllBytesAsync(sandbox.Server.DiskPathOf(DriveId, "Tracker.xlsx"), Cancel);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, Cancel).Select(error => $"{error.Path?.XPath}: {error.Description}".ToString(CultureInfo.InvariantCulture)));
        Assert.DoesNotContain(document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<Cell>()), cell => cell.DataType?.Value == CellValues.InlineString);
    }
}
