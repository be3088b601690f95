using System.Net;
using System.Text.Json;
using PartnerOffice.Graph;
using Xunit;

namespace PartnerOffice.Tests.Graph;

public sealed class WorkbookClientTests
{
    private const string Workbook = "/v1.0/drives/b%21library/items/01ITEM/workbook";
    private const string Operation = "https://graph.example/v1.0/drives/b!library/items/01ITEM/workbook/operations/42";

    private static readonly WorkbookSession Session = new(Given.Drive, Given.Item, "cluster=x&session=y", Persists: true);

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_opens_at_once_or_after_a_while()
    {
        var graph = new ScriptedGraph()
            .Answers(HttpStatusCode.Created, """{"id":"s-1","persistChanges":true}""")
            .Answers(HttpStatusCode.Accepted, "", ("Location", Operation))
            .Answers(HttpStatusCode.OK, """{"status":"running"}""", ("Retry-After", "20"))
            .Answers(HttpStatusCode.OK, """{"status":"succeeded","resourceLocation":"https://graph.example/v1.0/drives/b!library/items/01ITEM/workbook/sessionInfoResource(key='k')"}""")
            .Answers(HttpStatusCode.OK, """{"id":"s-2","persistChanges":true}""");
        using var connection = graph.Connect();

        var first = await connection.Workbooks.OpenAsync(Given.Drive, Given.Item, persists: true, Now);
        var second = await connection.Workbooks.OpenAsync(Given.Drive, Given.Item, persists: true, Now);

        Assert.Equal(("s-1", "s-2"), (first.Id, second.Id));
        Assert.Equal((HttpMethod.Post, $"{Workbook}/createSession"), (graph.Seen[0].Method, graph.Seen[0].Path));
        Assert.True(graph.Seen[0].Json.GetProperty("persistChanges").GetBoolean());
        Assert.Equal("respond-async", graph.Seen[0].Header("Prefer"));
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20)], graph.Time.Waits);
        Assert.Single(graph.Seen.Skip(1).Select(request => request.Header("client-request-id")).Distinct());
    }

    [Fact]
    public async Task A_row_is_added_with_every_text_as_text()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.Created, """{"index":3,"values":[[]]}""");
        using var connection = graph.Connect();

        await connection.Workbooks.AddRowsAsync(Session, "Beschlüsse", [["B 2026-07-01", "=1+1", "07/2026", new DateOnly(2026, 7, 14), 7, 0.5, true, "", null]], Now);

        var request = Assert.Single(graph.Seen);
        Assert.Equal((HttpMethod.Post, $"{Workbook}/tables/Beschl%C3%BCsse/rows/add"), (request.Method, request.Path));
        Assert.Equal(Session.Id, request.Header("workbook-session-id"));
        Assert.Equal(
            """[["'B 2026-07-01","'=1+1","'07/2026",46217,7,0.5,true,"",null]]""",
            JsonSerializer.Serialize(request.Json.GetProperty("values")).Replace("\\u0027", "'", StringComparison.Ordinal).Replace("\\u002B", "+", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rows_head_and_key_column_are_read_in_the_session()
    {
        const string range = """{"address":"Sitzungen!A2:B3","values":[["k-1",46217],["",false]]}""";
        var graph = new ScriptedGraph().Answers(HttpStatusCode.OK, range).Answers(HttpStatusCode.OK, range).Answers(HttpStatusCode.OK, range).Answers(HttpStatusCode.OK, range);
        using var connection = graph.Connect();

        var rows = await connection.Workbooks.RowsAsync(Session, "Sitzungen", Now);
        await connection.Workbooks.HeaderAsync(Session, "Sitzungen", Now);
        await connection.Workbooks.ColumnAsync(Session, "Sitzungen", "Schlüssel", Now);
        await connection.Workbooks.RangeAsync(Session, "Übersicht", "A1:B2", Now);

        Assert.Equal("Sitzungen!A2:B3", rows.Address);
        Assert.Equal([["k-1", 46217.0], ["", false]], rows.Values);
        Assert.Equal(
            ["tables/Sitzungen/dataBodyRange()", "tables/Sitzungen/headerRowRange()", "tables/Sitzungen/columns/Schlüssel/dataBodyRange()", "worksheets/Übersicht/range(address='A1:B2')"],
            graph.Seen.Select(request => Uri.UnescapeDataString(request.Path)[(Workbook.Length - 1)..]));
        Assert.All(graph.Seen, request => Assert.Equal(Session.Id, request.Header("workbook-session-id")));
    }

    [Fact]
    public async Task Rows_and_ranges_are_written_where_they_stand()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.OK, "{}").Answers(HttpStatusCode.NoContent).Answers(HttpStatusCode.OK, "{}");
        using var connection = graph.Connect();

        await connection.Workbooks.UpdateRowAsync(Session, "Sitzungen", 4, ["x", null], Now);
        await connection.Workbooks.DeleteRowAsync(Session, "Sitzungen", 4, Now);
        await connection.Workbooks.UpdateRangeAsync(Session, "Sitzungen", "A1", [[1]], Now);

        Assert.Equal(["PATCH", "DELETE", "PATCH"], graph.Seen.Select(request => request.Method.Method));
        Assert.EndsWith("/tables/Sitzungen/rows/itemAt(index=4)", Uri.UnescapeDataString(graph.Seen[0].Path), StringComparison.Ordinal);
        Assert.Equal(graph.Seen[0].Path, graph.Seen[1].Path);
    }

    [Theory]
    [InlineData("accessConflict", typeof(LockedException), GraphOutcome.NotDone)]
    [InlineData("invalidSessionReCreatable", typeof(WorkbookSessionLostException), GraphOutcome.Unknown)]
    [InlineData("InsertDeleteConflict", typeof(InvalidRequestException), GraphOutcome.NotDone)]
    [InlineData("forbiddenUncategorized", typeof(AccessDeniedException), GraphOutcome.NotDone)]
    [InlineData("tooManyRequestsUncategorized", typeof(ThrottledException), GraphOutcome.NotDone)]
    [InlineData("gatewayTimeoutUncategorized", typeof(UnavailableException), GraphOutcome.Unknown)]
    [InlineData("newsFromExcel", typeof(UnavailableException), GraphOutcome.Unknown)]
    public async Task A_failure_told_inside_a_success_is_a_failure(string innerCode, Type expected, GraphOutcome outcome)
    {
        var graph = new ScriptedGraph()
            .Answers(HttpStatusCode.Accepted, "", ("Location", Operation))
            .Answers(HttpStatusCode.OK, $$"""{"status":"failed","error":{"code":"conflict","message":"x","innerError":{"code":"{{innerCode}}"} } }""");
        using var connection = graph.Connect();

        var failure = await Record.ExceptionAsync(() => connection.Workbooks.AddRowsAsync(Session, "Sitzungen", [["x"]], Now));

        Assert.Equal((expected, outcome), (failure?.GetType(), (failure as GraphException)?.Outcome));
    }

    [Fact]
    public async Task A_row_under_way_that_can_no_longer_be_looked_at_may_have_been_added()
    {
        foreach (var (status, code) in new[] { (404, "itemNotFound"), (429, "TooManyRequests"), (403, "accessDenied") })
        {
            var graph = new ScriptedGraph()
                .Answers(HttpStatusCode.Accepted, "", ("Location", Operation))
                .Refuses(status, code, null, ("Retry-After", "600"));
            using var connection = graph.Connect();

            var failure = await Assert.ThrowsAnyAsync<GraphException>(() => connection.Workbooks.AddRowsAsync(Session, "Sitzungen", [["x"]], Now));

            Assert.Equal(GraphOutcome.Unknown, failure.Outcome);
        }
    }

    [Fact]
    public async Task After_ten_minutes_of_running_the_outcome_is_open()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.Accepted, "", ("Location", Operation));
        for (var look = 0; look < 30; look++) graph.Answers(HttpStatusCode.OK, """{"status":"running"}""");
        using var connection = graph.Connect();

        var failure = await Assert.ThrowsAsync<UnavailableException>(() => connection.Workbooks.AddRowsAsync(Session, "Sitzungen", [["x"]], Now));

        Assert.Equal(GraphOutcome.Unknown, failure.Outcome);
        Assert.InRange(graph.Time.Waits.Sum(wait => wait.TotalMinutes), 10, 14);
    }

    [Fact]
    public async Task A_session_that_is_over_is_closed()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.NoContent).Refuses(404, "itemNotFound", "invalidSessionNotFound").Refuses(504, "gatewayTimeoutUncategorized");
        using var connection = graph.Connect();

        await connection.Workbooks.CloseAsync(Session, Now);
        await connection.Workbooks.CloseAsync(Session, Now);
        var failure = await Assert.ThrowsAsync<UnavailableException>(() => connection.Workbooks.CloseAsync(Session, Now));

        Assert.Equal(GraphOutcome.Unknown, failure.Outcome);
    }

    [Fact]
    public async Task What_is_no_address_or_no_cell_is_not_sent()
    {
        var graph = new ScriptedGraph();
        using var connection = graph.Connect();

        await Assert.ThrowsAsync<ArgumentException>(() => connection.Workbooks.RangeAsync(Session, "Sitzungen", "A1')/delete", Now));
        await Assert.ThrowsAsync<ArgumentException>(() => connection.Workbooks.AddRowsAsync(Session, "Sitzungen", [["a", "b"], ["c"]], Now));
        await Assert.ThrowsAsync<ArgumentException>(() => connection.Workbooks.AddRowsAsync(Session, "Sitzungen", [[new object()]], Now));

        Assert.Empty(graph.Seen);
    }
}
