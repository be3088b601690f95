using System.Net;
using PartnerOffice.Graph;
using Xunit;

namespace PartnerOffice.Tests.Graph;

public sealed class RetryTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(509)]
    public async Task A_read_that_fails_in_passing_is_made_again_twice_and_then_given_up(int status)
    {
        var graph = new ScriptedGraph().Refuses(status, "").Refuses(status, "").Refuses(status, "");
        using var connection = graph.Connect();

        var failure = await Assert.ThrowsAnyAsync<GraphException>(() => connection.Drives.FindAsync(Given.Drive, Given.Item, Now));

        Assert.Equal(((HttpStatusCode?)status, GraphOutcome.NotDone), (failure.Status, failure.Outcome));
        Assert.Equal(3, graph.Seen.Count);
        Assert.Equal(2, graph.Time.Waits.Count);
    }

    [Fact]
    public async Task A_read_that_breaks_off_is_made_again()
    {
        var graph = new ScriptedGraph()
            .Breaks(new HttpRequestException(HttpRequestError.ResponseEnded))
            .Answers(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) })
            .Answers(HttpStatusCode.OK, Given.FileJson);
        using var connection = graph.Connect();

        var item = await connection.Drives.FindAsync(Given.Drive, Given.Item, Now);

        Assert.Equal(Given.Item, item?.Id);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(409)]
    [InlineData(410)]
    [InlineData(423)]
    [InlineData(507)]
    public async Task A_read_that_is_refused_is_not_made_again(int status)
    {
        var graph = new ScriptedGraph().Refuses(status, "");
        using var connection = graph.Connect();

        await Assert.ThrowsAnyAsync<GraphException>(() => connection.Drives.FindAsync(Given.Drive, Given.Item, Now));

        Assert.Single(graph.Seen);
    }

    [Fact]
    public async Task A_read_waits_as_long_as_Graph_asks()
    {
        var graph = new ScriptedGraph().Refuses(429, "", null, ("Retry-After", "7")).Answers(HttpStatusCode.OK, Given.FileJson);
        using var connection = graph.Connect();

        await connection.Drives.FindAsync(Given.Drive, Given.Item, Now);

        Assert.Equal(TimeSpan.FromSeconds(7), Assert.Single(graph.Time.Waits));
    }

    [Fact]
    public async Task A_long_wait_is_left_to_the_caller()
    {
        var graph = new ScriptedGraph().Refuses(429, "", null, ("Retry-After", "300"));
        using var connection = graph.Connect();

        var failure = await Assert.ThrowsAsync<ThrottledException>(() => connection.Drives.FindAsync(Given.Drive, Given.Item, Now));

        Assert.Equal(TimeSpan.FromSeconds(300), failure.RetryAfter);
        Assert.Single(graph.Seen);
    }

    public static TheoryData<string> Changes => ["create", "replace", "folder", "delete", "permanent delete", "check in", "fields", "draft", "send", "delete mail"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_tried_once(string change)
    {
        var graph = new ScriptedGraph();
        if (change == "folder") graph.Refuses(404, "itemNotFound");
        graph.Refuses(503, "serviceNotAvailable");
        using var connection = graph.Connect();

        await Assert.ThrowsAsync<UnavailableException>(() => Make(change, connection));

        Assert.Equal(change == "folder" ? 2 : 1, graph.Seen.Count);
        Assert.NotEqual(HttpMethod.Get, graph.Seen[^1].Method);
        Assert.Empty(graph.Time.Waits);
    }

    [Fact]
    public async Task While_Graph_wants_to_be_left_alone_nothing_is_sent_in_that_scope_and_the_others_go_on()
    {
        var graph = new ScriptedGraph()
            .Refuses(429, "MailboxConcurrency", null, ("Retry-After", "60"))
            .Answers(HttpStatusCode.OK, Given.FileJson)
            .Answers(HttpStatusCode.Accepted);
        using var connection = graph.Connect();

        await Assert.ThrowsAsync<ThrottledException>(() => connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now));
        graph.Time.Advance(TimeSpan.FromSeconds(59));
        var held = await Assert.ThrowsAsync<ThrottledException>(() => connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now));
        await connection.Drives.FindAsync(Given.Drive, Given.Item, Now);
        graph.Time.Advance(TimeSpan.FromSeconds(1));
        await connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now);

        Assert.Equal((GraphOutcome.NotDone, TimeSpan.FromSeconds(1)), (held.Outcome, held.RetryAfter));
        Assert.DoesNotContain(Given.Mailbox.Value, held.Scope, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(3, graph.Seen.Count);
    }

    [Fact]
    public async Task The_last_free_request_holds_the_scope_back_until_the_limit_is_reset()
    {
        var graph = new ScriptedGraph().Answers(HttpStatusCode.OK, Given.FileJson, ("RateLimit-Remaining", "0"), ("RateLimit-Reset", "30"));
        using var connection = graph.Connect();

        await connection.Drives.FindAsync(Given.Drive, Given.Item, Now);

        await Assert.ThrowsAsync<ThrottledException>(() => connection.Drives.FindAsync(Given.Drive, Given.Item, Now));
    }

    [Fact]
    public async Task Waits_kept_by_the_caller_hold_back_every_connection()
    {
        var waits = new SharedWaits();
        var (first, second) = (new ScriptedGraph().Refuses(429, "", null, ("Retry-After", "60")), new ScriptedGraph());
        using var one = first.Connect(new GraphConnectionOptions { Time = first.Time, Waits = waits });
        using var other = second.Connect(new GraphConnectionOptions { Time = second.Time, Waits = waits });

        await Assert.ThrowsAsync<ThrottledException>(() => one.Mail.SendAsync(Given.Mailbox, Given.Message, Now));
        await Assert.ThrowsAsync<ThrottledException>(() => other.Mail.SendAsync(Given.Mailbox, Given.Message, Now));

        Assert.Empty(second.Seen);
    }

    internal static Task Make(string change, GraphConnection connection) => change switch
    {
        "create" => connection.Drives.CreateAsync(Given.Drive, Given.Path, new byte[5], Given.Key, Now),
        "replace" => connection.Drives.ReplaceAsync(Given.Drive, Given.Item, new byte[5], "\"c:{E},1\"", Now),
        "folder" => connection.Drives.EnsureFolderAsync(Given.Drive, DrivePath.Parse("Protokolle"), Now),
        "delete" => connection.Drives.DeleteAsync(Given.Drive, Given.Item, null, Now),
        "permanent delete" => connection.Drives.PermanentDeleteAsync(Given.Drive, Given.Item, Now),
        "check in" => connection.Drives.CheckInAsync(Given.Drive, Given.Item, "", Now),
        "fields" => connection.Lists.UpdateFieldsAsync(Given.Site, Given.List, "7", new Dictionary<string, object?> { ["POState"] = "gültig" }, null, Now),
        "draft" => connection.Mail.CreateDraftAsync(Given.Mailbox, Given.Draft, Now),
        "send" => connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now),
        "delete mail" => connection.Mail.DeleteAsync(Given.Mailbox, Given.Message, Now),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private sealed class SharedWaits : IScopeWaits
    {
        private DateTimeOffset? _until;

        public ValueTask<DateTimeOffset?> UntilAsync(string scope, CancellationToken cancellationToken) => ValueTask.FromResult(_until);

        public ValueTask HoldAsync(string scope, DateTimeOffset until, CancellationToken cancellationToken)
        {
            _until = until;
            return ValueTask.CompletedTask;
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("reset");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("reset");

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("reset");
    }
}
