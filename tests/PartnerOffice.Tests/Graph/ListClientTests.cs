using System.Net;
using System.Text.Json;
using PartnerOffice.Graph;
using Xunit;

namespace PartnerOffice.Tests.Graph;

public sealed class ListClientTests
{
    private const string ListPath = "/v1.0/sites/steinfurt.example%2C11111111-0000-4000-8000-00000000000a%2C11111111-0000-4000-8000-00000000000b/lists/33333333-0000-4000-8000-000000000003";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Columns_say_what_they_take()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.OK, """
            {"value":[
              {"name":"POKey","displayName":"Schlüssel","text":{},"indexed":true,"enforceUniqueValues":true},
              {"name":"POState","displayName":"Zustand","choice":{"choices":["gültig","ersetzt","zurückgezogen"]},"required":true},
              {"name":"POMeeting","displayName":"Sitzung","dateTime":{"format":"dateOnly"}},
              {"name":"_UIVersionString","displayName":"Version","readOnly":true,"strange":{} }]}
            """);
        using var connection = graph.Connect();

        var columns = await connection.Lists.ColumnsAsync(Given.Site, Given.List, Now);

        Assert.Equal(["text", "choice", "dateTime", "unknown"], columns.Select(column => column.Type));
        Assert.True(columns[0] is { Name: "POKey", DisplayName: "Schlüssel", Indexed: true, Unique: true, Required: false });
        Assert.Equal(["gültig", "ersetzt", "zurückgezogen"], columns[1].Choices);
        Assert.Equal($"{ListPath}/columns", graph.Seen[0].Path);
    }

    [Fact]
    public async Task A_text_comes_back_as_it_was_written_whatever_it_looks_like()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.OK, """
            {"id":"7","eTag":"\"{E},3\"","driveItem":{"id":"01ITEM"},
             "fields":{"@odata.etag":"\"{E},3\"","POKey":"0D9F0C1E-2222-4222-8222-0123456789AB","POMinutes":"2026-07-14","POVersion":2,"Ratio":0.5,
                       "Checked":false,"POState":["gültig"],"Gone":null,"Link":{"Url":"https://x.example"} } }
            """);
        using var connection = graph.Connect();

        var item = await connection.Lists.FieldsAsync(Given.Site, Given.List, "7", Now);

        Assert.Equal(("7", "\"{E},3\"", (ItemId?)Given.Item), (item!.Id, item.ETag, item.DriveItem));
        Assert.Equal(
            ["0D9F0C1E-2222-4222-8222-0123456789AB", "2026-07-14", 2L, 0.5, false, null],
            ((IEnumerable<string>)["POKey", "POMinutes", "POVersion", "Ratio", "Checked", "Gone"]).Select(name => item.Fields[name]));
        Assert.Equal(["gültig"], Assert.IsAssignableFrom<IReadOnlyList<string>>(item.Fields["POState"]));
        Assert.Equal("""{"Url":"https://x.example"}""", item.Fields["Link"]);
        Assert.DoesNotContain("@odata.etag", item.Fields.Keys);
    }

    [Fact]
    public async Task Fields_are_written_as_the_columns_take_them_and_only_over_what_was_read()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.OK, """{"POKey":"k","POVersion":2}""");
        using var connection = graph.Connect();

        var after = await connection.Lists.UpdateFieldsAsync(
            Given.Site, Given.List, "7",
            new Dictionary<string, object?>
            {
                ["POKey"] = "k",
                ["POVersion"] = 2,
                ["POMeeting"] = new DateOnly(2026, 7, 14),
                ["Seen"] = new DateTimeOffset(2026, 7, 14, 20, 0, 0, TimeSpan.FromHours(2)),
                ["Tags"] = (List<string>)["a", "b"],
                ["Note"] = null,
            },
            "\"{E},3\"", Now);

        Assert.Equal(2L, after["POVersion"]);
        var request = Assert.Single(graph.Seen);
        Assert.Equal((HttpMethod.Patch, $"{ListPath}/items/7/fields"), (request.Method, request.Path));
        Assert.Equal(("\"{E},3\"", "application/json"), (request.Header("If-Match"), request.Header("Content-Type")));
        Assert.Equal(
            """{"POKey":"k","POVersion":2,"POMeeting":"2026-07-14","Seen":"2026-07-14T18:00:00Z","Tags@odata.type":"Collection(Edm.String)","Tags":["a","b"],"Note":null}""",
            JsonSerializer.Serialize(request.Json));
    }

    [Fact]
    public async Task A_value_that_no_column_takes_is_not_sent()
    {
        var graph = new ScriptedGraph();
        using var connection = graph.Connect();

        await Assert.ThrowsAsync<ArgumentException>(() => connection.Lists.UpdateFieldsAsync(
            Given.Site, Given.List, "7", new Dictionary<string, object?> { ["POKey"] = new object() }, null, Now));

        Assert.Empty(graph.Seen);
    }

    [Fact]
    public async Task Rows_are_found_by_a_value_over_all_pages_the_oldest_first()
    {
        var graph = new ScriptedGraph()
            .Answers(HttpStatusCode.OK, """{"value":[{"id":"12","eTag":"b","fields":{"POKey":"O'Neill"} }],"@odata.nextLink":"https://graph.example/v1.0/sites/x/lists/y/items?$skiptoken=1"}""")
            .Answers(HttpStatusCode.OK, """{"value":[{"id":"9","eTag":"a","fields":{"POKey":"O'Neill"} }]}""");
        using var connection = graph.Connect();

        var item = await connection.Lists.FindItemByFieldAsync(Given.Site, Given.List, "POKey", "O'Neill", Now);

        Assert.Equal("9", item?.Id);
        Assert.Contains("$filter=fields/POKey eq 'O''Neill'", graph.Seen[0].Query, StringComparison.Ordinal);
        Assert.Equal("Bearer a-token", graph.Seen[1].Header("Authorization"));
    }

    [Fact]
    public async Task No_row_is_null()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.OK, """{"value":[]}""").Refuses(404, "itemNotFound");
        using var connection = graph.Connect();

        Assert.Null(await connection.Lists.FindItemByFieldAsync(Given.Site, Given.List, "POKey", "k", Now));
        Assert.Null(await connection.Lists.FieldsAsync(Given.Site, Given.List, "7", Now));
    }

    [Fact]
    public async Task A_column_name_cannot_bend_the_filter()
    {
        using var connection = new ScriptedGraph().Connect();

        await Assert.ThrowsAsync<ArgumentException>(
            () => connection.Lists.FindItemByFieldAsync(Given.Site, Given.List, "POKey eq 'x' or Title", "k", Now));
    }
}
