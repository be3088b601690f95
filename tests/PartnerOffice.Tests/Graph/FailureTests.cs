using System.Net;
using PartnerOffice.Graph;
using Xunit;

namespace PartnerOffice.Tests.Graph;

public sealed class FailureTests
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, "invalidRequest", "pathIsTooLong", typeof(InvalidRequestException), "pathIsTooLong", GraphOutcome.NotDone)]
    [InlineData(400, "invalidRequest", "malformedEntityTag", typeof(InvalidRequestException), "malformedEntityTag", GraphOutcome.NotDone)]
    [InlineData(401, "InvalidAuthenticationToken", null, typeof(SignInException), "InvalidAuthenticationToken", GraphOutcome.NotDone)]
    [InlineData(403, "accessDenied", null, typeof(AccessDeniedException), "accessDenied", GraphOutcome.NotDone)]
    [InlineData(403, "ErrorAccessDenied", null, typeof(AccessDeniedException), "ErrorAccessDenied", GraphOutcome.NotDone)]
    [InlineData(403, "Authorization_RequestDenied", null, typeof(AccessDeniedException), "Authorization_RequestDenied", GraphOutcome.NotDone)]
    [InlineData(404, "itemNotFound", null, typeof(NotFoundException), "itemNotFound", GraphOutcome.NotDone)]
    [InlineData(409, "nameAlreadyExists", null, typeof(NameTakenException), "nameAlreadyExists", GraphOutcome.NotDone)]
    [InlineData(409, "resourceModified", null, typeof(PreconditionFailedException), "resourceModified", GraphOutcome.NotDone)]
    [InlineData(409, "conflict", "ErrorDuplicateTransactionId", typeof(DuplicateTransactionException), "ErrorDuplicateTransactionId", GraphOutcome.NotDone)]
    [InlineData(409, "conflict", "AccessConflict", typeof(LockedException), "AccessConflict", GraphOutcome.NotDone)]
    [InlineData(410, "resyncRequired", null, typeof(ResyncRequiredException), "resyncRequired", GraphOutcome.NotDone)]
    [InlineData(412, "resourceModified", null, typeof(PreconditionFailedException), "resourceModified", GraphOutcome.NotDone)]
    [InlineData(416, "invalidRange", "fragmentOverlap", typeof(InvalidRequestException), "fragmentOverlap", GraphOutcome.NotDone)]
    [InlineData(423, "resourceLocked", null, typeof(LockedException), "resourceLocked", GraphOutcome.NotDone)]
    [InlineData(423, "notAllowed", "resourceLocked", typeof(LockedException), "resourceLocked", GraphOutcome.NotDone)]
    [InlineData(403, "notAllowed", "resourceLocked", typeof(LockedException), "resourceLocked", GraphOutcome.NotDone)]
    [InlineData(429, "activityLimitReached", null, typeof(ThrottledException), "activityLimitReached", GraphOutcome.NotDone)]
    [InlineData(500, "generalException", null, typeof(UnavailableException), "generalException", GraphOutcome.Unknown)]
    [InlineData(502, "", null, typeof(UnavailableException), "", GraphOutcome.Unknown)]
    [InlineData(503, "serviceNotAvailable", null, typeof(UnavailableException), "serviceNotAvailable", GraphOutcome.Unknown)]
    [InlineData(504, "generalException", null, typeof(UnavailableException), "generalException", GraphOutcome.Unknown)]
    [InlineData(507, "quotaLimitReached", null, typeof(QuotaExceededException), "quotaLimitReached", GraphOutcome.NotDone)]
    [InlineData(509, "", null, typeof(ThrottledException), "", GraphOutcome.NotDone)]
    [InlineData(404, "itemNotFound", "invalidSessionNotFound", typeof(WorkbookSessionLostException), "invalidSessionNotFound", GraphOutcome.NotDone)]
    [InlineData(302, "", null, typeof(InvalidRequestException), "", GraphOutcome.NotDone)]
    [InlineData(400, "invalidRequest", "someCodeOfNextYear", typeof(InvalidRequestException), "invalidRequest", GraphOutcome.NotDone)]
    public async Task Each_refusal_of_a_change_says_what_to_do_and_whether_anything_happened(
        int status, string code, string? innerCode, Type expected, string knownCode, GraphOutcome outcome)
    {
        var graph = new ScriptedGraph().Refuses(status, code, innerCode, ("request-id", "m-1"), ("client-request-id", Given.Key));
        using var connection = graph.Connect();

        var failure = await Record.ExceptionAsync(() => connection.Drives.CreateAsync(Given.Drive, Given.Path, new byte[5], Given.Key, Now));

        Assert.Equal(expected, failure?.GetType());
        var known = Assert.IsAssignableFrom<GraphException>(failure);
        Assert.Equal((knownCode, outcome, (HttpStatusCode?)status), (known.Code, known.Outcome, known.Status));
        Assert.Equal(("m-1", Given.Key), (known.RequestId, known.ClientRequestId));
        Assert.DoesNotContain("reworded", known.Message, StringComparison.Ordinal);
        Assert.Single(graph.Seen);
    }

    [Fact]
    public async Task A_503_that_says_when_to_come_back_has_done_nothing()
    {
        var graph = new ScriptedGraph().Refuses(503, "serviceNotAvailable", null, ("Retry-After", "120"));
        using var connection = graph.Connect();

        var failure = await Assert.ThrowsAsync<ThrottledException>(
            () => connection.Drives.CreateAsync(Given.Drive, Given.Path, new byte[5], Given.Key, Now));

        Assert.Equal((GraphOutcome.NotDone, TimeSpan.FromSeconds(120)), (failure.Outcome, failure.RetryAfter));
    }

    [Fact]
    public async Task A_wait_given_as_a_moment_is_counted_from_the_servers_clock()
    {
        var graph = new ScriptedGraph().Refuses(
            429, "activityLimitReached", null, ("Date", "Tue, 14 Jul 2026 18:00:00 GMT"), ("Retry-After", "Tue, 14 Jul 2026 18:01:30 GMT"));
        using var connection = graph.Connect();

        var failure = await Assert.ThrowsAsync<ThrottledException>(() => connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now));

        Assert.Equal(TimeSpan.FromSeconds(90), failure.RetryAfter);
    }

    [Fact]
    public async Task The_longer_of_two_waits_counts()
    {
        var graph = new ScriptedGraph().Refuses(429, "activityLimitReached", null, ("Retry-After", "5"), ("RateLimit-Reset", "40"));
        using var connection = graph.Connect();

        var failure = await Assert.ThrowsAsync<ThrottledException>(() => connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now));

        Assert.Equal(TimeSpan.FromSeconds(40), failure.RetryAfter);
    }

    [Fact]
    public async Task A_draft_that_is_not_found_when_sent_may_have_been_sent()
    {
        var graph = new ScriptedGraph().Refuses(404, "ErrorItemNotFound");
        using var connection = graph.Connect();

        var failure = await Assert.ThrowsAsync<NotFoundException>(() => connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now));

        Assert.Equal(GraphOutcome.Unknown, failure.Outcome);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, GraphOutcome.NotDone)]
    [InlineData(HttpRequestError.NameResolutionError, GraphOutcome.NotDone)]
    [InlineData(HttpRequestError.SecureConnectionError, GraphOutcome.NotDone)]
    [InlineData(HttpRequestError.ResponseEnded, GraphOutcome.Unknown)]
    [InlineData(HttpRequestError.InvalidResponse, GraphOutcome.Unknown)]
    [InlineData(HttpRequestError.Unknown, GraphOutcome.Unknown)]
    public async Task A_mail_is_unsent_only_where_no_connection_came_about(HttpRequestError error, GraphOutcome outcome)
    {
        var graph = new ScriptedGraph().Breaks(new HttpRequestException(error));
        using var connection = graph.Connect();

        var failure = await Assert.ThrowsAsync<GraphUnreachableException>(() => connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now));

        Assert.Equal((outcome, (HttpStatusCode?)null), (failure.Outcome, failure.Status));
        Assert.Single(graph.Seen);
    }

    [Fact]
    public async Task A_connection_that_takes_too_long_has_sent_nothing()
    {
        // As SocketsHttpHandler reports its ConnectTimeout.
        var graph = new ScriptedGraph().Breaks(new TaskCanceledException("connecting", new TimeoutException()));
        using var connection = graph.Connect();

        var failure = await Assert.ThrowsAsync<GraphUnreachableException>(() => connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now));

        Assert.Equal(GraphOutcome.NotDone, failure.Outcome);
    }

    [Fact]
    public async Task A_caller_who_gives_up_gets_the_cancellation()
    {
        using var giveUp = new CancellationTokenSource();
        var graph = new ScriptedGraph().Answers(_ =>
        {
            giveUp.Cancel();
            throw new OperationCanceledException(giveUp.Token);
        });
        using var connection = graph.Connect();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connection.Mail.SendAsync(Given.Mailbox, Given.Message, giveUp.Token));
    }

    [Fact]
    public async Task An_answer_that_never_comes_leaves_the_outcome_open()
    {
        var time = new ImpatientTime();
        using var connection = GraphConnection.Open(
            ScriptedGraph.Endpoint,
            ScriptedGraph.Identity,
            new GraphConnectionOptions { Time = time, RequestTimeout = TimeSpan.FromSeconds(20), Transport = new SilentGraph() });

        var failure = await Assert.ThrowsAsync<GraphUnreachableException>(() => connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now));

        Assert.Equal(GraphOutcome.Unknown, failure.Outcome);
        Assert.Equal(TimeSpan.FromSeconds(20), Assert.Single(time.Waits));
    }

    [Theory]
    [InlineData("""{"id":"01ITEM","name":"cut o""", "application/json")]
    [InlineData("<html>Wartungsarbeiten</html>", "text/html")]
    [InlineData("""{"name":"without an id"}""", "application/json")]
    [InlineData("", "application/json")]
    public async Task A_success_that_cannot_be_read_leaves_the_outcome_open(string body, string mediaType)
    {
        var graph = new ScriptedGraph().Answers(_ => new HttpResponseMessage(HttpStatusCode.Created)
        {
            Content = new StringContent(body, System.Text.Encoding.UTF8, mediaType),
        });
        using var connection = graph.Connect();

        var failure = await Assert.ThrowsAsync<UnexpectedAnswerException>(
            () => connection.Drives.CreateAsync(Given.Drive, Given.Path, new byte[5], Given.Key, Now));

        Assert.Equal(GraphOutcome.Unknown, failure.Outcome);
    }

    [Theory]
    [InlineData(400, typeof(SignInException))]
    [InlineData(401, typeof(SignInException))]
    [InlineData(503, typeof(UnavailableException))]
    public async Task Without_a_token_nothing_is_done(int status, Type expected)
    {
        var graph = new ScriptedGraph
        {
            TokenAnswer = () => new HttpResponseMessage((HttpStatusCode)status)
            {
                Content = new StringContent(
                    """{"error":"invalid_client","error_description":"AADSTS700027: the key is unknown","error_codes":[700027]}""",
                    System.Text.Encoding.UTF8, "application/json"),
            },
        };
        using var connection = graph.Connect();

        var failure = await Record.ExceptionAsync(() => connection.Mail.SendAsync(Given.Mailbox, Given.Message, Now));

        Assert.Equal(expected, failure?.GetType());
        Assert.Equal((GraphOutcome.NotDone, "AADSTS700027"), (((GraphException)failure!).Outcome, ((GraphException)failure).Code));
        Assert.Empty(graph.Seen);
        Assert.InRange(graph.SignIns, 1, 2);
    }

    [Fact]
    public async Task A_sign_in_that_cannot_be_reached_is_no_refusal()
    {
        var graph = new ScriptedGraph { TokenAnswer = () => throw new HttpRequestException(HttpRequestError.NameResolutionError) };
        using var connection = graph.Connect();

        var failure = await Assert.ThrowsAsync<GraphUnreachableException>(() => connection.Drives.FindAsync(Given.Drive, Given.Item, Now));

        Assert.Equal(GraphOutcome.NotDone, failure.Outcome);
    }

    [Fact]
    public async Task A_claims_challenge_is_met_with_one_new_token()
    {
        var challenge = ("WWW-Authenticate", "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"");
        var graph = new ScriptedGraph()
            .Refuses(401, "InvalidAuthenticationToken", null, challenge)
            .Answers(HttpStatusCode.OK, Given.FileJson)
            .Refuses(401, "InvalidAuthenticationToken", null, challenge)
            .Refuses(401, "InvalidAuthenticationToken", null, challenge);
        using var connection = graph.Connect();

        var item = await connection.Drives.FindAsync(Given.Drive, Given.Item, Now);
        await Assert.ThrowsAsync<SignInException>(() => connection.Drives.FindAsync(Given.Drive, Given.Item, Now));

        Assert.Equal(Given.Item, item?.Id);
        Assert.Equal(4, graph.Seen.Count);
    }

    private sealed class SilentGraph : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.Host == "login.example")
                return new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(
                        """{"token_type":"Bearer","expires_in":3600,"access_token":"a-token"}""", System.Text.Encoding.UTF8, "application/json"),
                };
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return null!;
        }
    }
}
