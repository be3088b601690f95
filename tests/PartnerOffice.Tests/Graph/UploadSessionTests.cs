using System.Net;
using PartnerOffice.Graph;
using Xunit;

namespace PartnerOffice.Tests.Graph;

public sealed class UploadSessionTests
{
    private const int Fragment = 5 * 1024 * 1024;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_large_new_file_goes_in_ordered_fragments_of_the_size_that_Graph_takes()
    {
        var server = new UploadServer();
        var content = Content(2 * Fragment + 7);
        using var connection = server.Connect();

        await connection.Drives.CreateAsync(Given.Drive, Given.Path, content, Given.Key, Now);

        Assert.Equal(content, server.Received);
        Assert.Equal([Fragment, Fragment, 7], server.Fragments);
        Assert.All(server.Fragments.SkipLast(1), size => Assert.Equal(0, size % 327_680));
        Assert.Equal("fail", server.Opened!.Json.GetProperty("item").GetProperty("@microsoft.graph.conflictBehavior").GetString());
        Assert.Equal(Given.Key, server.Opened.Header("client-request-id"));
    }

    public static TheoryData<int, string> EveryBreak()
    {
        var data = new TheoryData<int, string>();
        for (var fragment = 0; fragment < 12; fragment++)
            foreach (var how in fragment is 0 or 11 ? (string[])["before", "after", "503", "416"] : ["after"])
                data.Add(fragment, how);
        return data;
    }

    [Theory]
    [MemberData(nameof(EveryBreak))]
    public async Task Sixty_megabytes_broken_at_any_fragment_arrive_whole_and_once(int fragment, string how)
    {
        var server = new UploadServer { BreakAt = fragment, Break = how };
        var content = Content(12 * Fragment);
        using var connection = server.Connect();
        var isLostLastAnswer = fragment == 11 && how != "before";

        var failure = await Record.ExceptionAsync(() => connection.Drives.CreateAsync(Given.Drive, Given.Path, content, Given.Key, Now));

        Assert.Equal(content, server.Received);
        Assert.Equal(1, server.Commits);
        // The answer to the last fragment is the only sign that the file is there: without it the caller must look.
        if (isLostLastAnswer) Assert.Equal(GraphOutcome.Unknown, Assert.IsAssignableFrom<GraphException>(failure).Outcome);
        else Assert.Null(failure);
    }

    [Fact]
    public async Task An_upload_is_taken_up_after_a_crash_where_it_stood()
    {
        var server = new UploadServer { BreakAt = 1, Break = "down" };
        var content = Content(3 * Fragment);
        UploadSession upload;
        using (var before = server.Connect())
        {
            upload = await before.Drives.OpenUploadAsync(Given.Drive, Given.Path, content.Length, Given.Key, Now);
            await Assert.ThrowsAsync<GraphUnreachableException>(() => before.Drives.UploadAsync(Given.Drive, upload, content, Now));
        }
        server.Break = "";
        var sentBefore = server.Fragments.Count;
        using var after = server.Connect();

        var item = await after.Drives.UploadAsync(Given.Drive, new UploadSession(upload.Url, upload.Size, upload.Expires), content, Now);

        Assert.Equal(Given.Item, item.Id);
        Assert.Equal(content, server.Received);
        Assert.Equal((1, 2), (sentBefore, server.Fragments.Count - sentBefore));
    }

    [Fact]
    public async Task A_session_that_is_over_leaves_open_whether_the_file_is_there()
    {
        var graph = new ScriptedGraph().Refuses(404, "itemNotFound", "uploadSessionNotFound");
        using var connection = graph.Connect();

        var failure = await Assert.ThrowsAsync<NotFoundException>(() => connection.Drives.UploadAsync(
            Given.Drive, new UploadSession(new Uri("https://steinfurt.example/up/secret"), 5, null), new byte[5], Now));

        Assert.Equal(GraphOutcome.Unknown, failure.Outcome);
    }

    [Fact]
    public async Task A_name_taken_while_the_bytes_travelled_is_told_and_nothing_is_left()
    {
        var graph = new ScriptedGraph()
            .Answers(HttpStatusCode.OK, """{"uploadUrl":"https://steinfurt.example/up/secret"}""")
            .Answers(HttpStatusCode.Accepted, "{}").Answers(HttpStatusCode.Accepted, "{}")
            .Refuses(409, "nameAlreadyExists")
            .Answers(HttpStatusCode.NoContent);
        using var connection = graph.Connect();

        await Assert.ThrowsAsync<NameTakenException>(
            () => connection.Drives.CreateAsync(Given.Drive, Given.Path, new byte[2 * Fragment + 1], Given.Key, Now));

        Assert.Equal(HttpMethod.Delete, graph.Seen[^1].Method);
    }

    [Theory]
    [InlineData("http://steinfurt.example/up/secret")]
    [InlineData("")]
    public async Task An_upload_address_that_is_not_https_is_not_used(string address)
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.OK, $$"""{"uploadUrl":"{{address}}"}""");
        using var connection = graph.Connect();

        await Assert.ThrowsAsync<UnexpectedAnswerException>(
            () => connection.Drives.ReplaceAsync(Given.Drive, Given.Item, new byte[5], "c", Now));

        Assert.Single(graph.Seen);
    }

    [Fact]
    public void A_session_does_not_print_its_secret() =>
        Assert.DoesNotContain("secret", new UploadSession(new Uri("https://steinfurt.example/up/secret"), 5, null).ToString(), StringComparison.Ordinal);

    private static byte[] Content(int size)
    {
        var content = new byte[size];
        new Random(7).NextBytes(content);
        return content;
    }

    /// <summary>The receiving side of an upload session, which breaks once where it is told to.</summary>
    private sealed class UploadServer : HttpMessageHandler
    {
        private readonly MemoryStream _received = new();
        private bool _broken;

        public int BreakAt { get; init; } = -1;

        public string Break { get; set; } = "";

        public List<int> Fragments { get; } = [];

        public SeenRequest? Opened { get; private set; }

        public int Commits { get; private set; }

        public byte[] Received => _received.ToArray();

        public GraphConnection Connect() => GraphConnection.Open(
            ScriptedGraph.Endpoint, ScriptedGraph.Identity, new GraphConnectionOptions { Time = new ImpatientTime(), Transport = this });

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.Host == "login.example") return Json(HttpStatusCode.OK, """{"token_type":"Bearer","expires_in":3600,"access_token":"t"}""");
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);

            if (request.Method == HttpMethod.Post)
            {
                Opened = new SeenRequest(request.Method, request.RequestUri, request.Headers.ToDictionary(header => header.Key, header => header.Value.First()), body);
                return Json(HttpStatusCode.OK, """{"uploadUrl":"https://steinfurt.example/up/secret"}""");
            }
            if (request.Method == HttpMethod.Get)
                return Commits > 0
                    ? Json(HttpStatusCode.NotFound, """{"error":{"code":"itemNotFound"} }""")
                    : Json(HttpStatusCode.OK, $$"""{"nextExpectedRanges":["{{_received.Length}}-"]}""");

            var range = request.Content!.Headers.ContentRange!;
            var breaks = BreakAt == range.From / Fragment && (Break == "down" || (Break.Length > 0 && !_broken));
            _broken |= breaks;
            if (breaks && (Break is "before" or "down")) throw new HttpRequestException(HttpRequestError.ResponseEnded);

            if (range.From != _received.Length) return Overlap();
            _received.Write(body);
            Fragments.Add(body.Length);
            var isDone = _received.Length == range.Length;
            if (isDone) Commits++;
            return (breaks, Break) switch
            {
                (true, "after") => throw new HttpRequestException(HttpRequestError.ResponseEnded),
                (true, "503") => Json(HttpStatusCode.ServiceUnavailable, ""),
                // As if these bytes had arrived by an earlier attempt already.
                (true, "416") => Overlap(),
                _ => isDone ? Json(HttpStatusCode.Created, Given.FileJson) : Json(HttpStatusCode.Accepted, "{}"),
            };
        }

        private static HttpResponseMessage Overlap() =>
            Json(HttpStatusCode.RequestedRangeNotSatisfiable, """{"error":{"code":"invalidRange","innerError":{"code":"fragmentOverlap"} } }""");

        private static HttpResponseMessage Json(HttpStatusCode status, string json) => new(status)
        {
            Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
        };
    }
}
