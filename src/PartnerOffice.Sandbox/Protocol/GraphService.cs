using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace PartnerOffice.Sandbox;

/// <summary>Answers requests to Graph: who asks, what for, what goes wrong, what it cost.</summary>
internal sealed class GraphService(SandboxServer server, World world, TokenIssuer issuer, FaultBook faults, RequestJournal journal, Notices notices) : IDisposable
{
    private const string Prefix = "/v1.0";
    private const int MaxBatch = 20;

    private readonly Lock _oneAtATime = new();
    private readonly List<ITimer> _late = [];
    private readonly Throttle _throttle = new(world.Time);
    private readonly SignInPages _signIn = new(world, issuer, server.Devices);

    public RouteTable Routes { get; } = new(notices);

    public IReadOnlyList<(string Scope, int Peak, int Requests)> MailboxLoads => _throttle.MailboxLoads;

    /// <summary>Guards the world: requests, seeding and whoever looks at it take turns.</summary>
    public Lock OneAtATime => _oneAtATime;

    public async Task<Outcome> AnswerAsync(GraphCallParts parts, HttpRequest? request, CancellationToken cancellationToken)
    {
        if (parts.RawPath == Prefix + "/$batch")
        {
            return new Outcome(await BatchAsync(parts, cancellationToken), null, parts);
        }

        return await AnswerOneAsync(parts, request, inBatch: false, cancellationToken);
    }

    private async Task<Outcome> AnswerOneAsync(GraphCallParts parts, HttpRequest? request, bool inBatch, CancellationToken cancellationToken)
    {
        var at = world.Now;
        var requestId = Guid.NewGuid().ToString("D");
        var isGraph = parts.RawPath.StartsWith(Prefix + "/", StringComparison.Ordinal);
        var path = isGraph ? parts.RawPath[Prefix.Length..] : parts.RawPath;
        var found = isGraph ? Routes.Find(parts.Method, path) : null;
        var (caller, tokenFault) = isGraph ? await CallerAsync(parts) : (null, null);
        var scope = Throttle.ScopeOf(caller, found?.Values ?? [], found?.Route.Template);
        var isTooEarly = _throttle.IsAskedToWait(scope);
        var (place, oneTooMany) = _throttle.Enter(scope, world.Settings);
        using var inside = place;
        var struck = faults.Strike(parts.Method, Uri.UnescapeDataString(path), found?.Route.Template);
        Dictionary<string, string> more = [];
        foreach (var rule in struck.Where(rule => rule is { Kind: FaultKind.Delay, AfterCommit: false }))
        {
            await Task.Delay(rule.Delay, world.Time, cancellationToken);
        }

        async Task<GraphAnswer> DoAsync()
        {
            try
            {
                if (!isGraph)
                {
                    return await OutsideAsync(parts, request, cancellationToken);
                }

                RequestRules.Check(parts.Headers);
                if (tokenFault is not null)
                {
                    throw new GraphRefusal(401, "InvalidAuthenticationToken", tokenFault)
                    {
                        Headers = { ["WWW-Authenticate"] = $"Bearer realm=\"\", authorization_uri=\"{new Uri(parts.BaseUri, "common/oauth2/authorize")}\", client_id=\"00000003-0000-0000-c000-000000000000\"" },
                    };
                }

                if (found is not { } served)
                {
                    throw GraphRefusal.NotServed($"{parts.Method} {Uri.UnescapeDataString(path)}");
                }

                if (oneTooMany is not null)
                {
                    throw oneTooMany;
                }

                more = _throttle.Count($"{caller!.AppId}/{caller.Tenant.State.Id}", served.Route.Units, world.Settings.ResourceUnitsPerMinute);
                var query = ODataQuery.Parse(QueryHelpers.ParseQuery(parts.RawQuery).SelectMany(option => option.Value.Select(value => KeyValuePair.Create(option.Key, value ?? ""))), served.Route.Options);
                var call = new GraphCall(parts.Method, served.Route, served.Values, query, parts.Headers, parts.Body, caller, parts.BaseUri, parts.RawPath);
                if (served.Route.Before is { } before)
                {
                    await before(call, cancellationToken);
                }

                lock (_oneAtATime)
                {
                    return served.Route.Answer(call);
                }
            }
            catch (GraphRefusal refusal)
            {
                return ErrorJson.Answer(refusal, requestId, parts, world.Now);
            }
            catch (Exception unexpected) when (unexpected is not OperationCanceledException)
            {
                // A mistake of the sandbox: its words help whoever runs it, and no real tenant is behind them.
                return ErrorJson.Answer(new GraphRefusal(500, "generalException", $"The sandbox itself failed: {unexpected.Message}"), requestId, parts, world.Now);
            }
        }

        var (answer, broken) = await FaultyAsync(struck, DoAsync, requestId, parts);
        foreach (var rule in struck.Where(rule => rule is { Kind: FaultKind.Delay, AfterCommit: true }))
        {
            await Task.Delay(rule.Delay, world.Time, cancellationToken);
        }

        foreach (var (name, value) in more.Concat(struck.SelectMany(rule => rule.Headers)))
        {
            answer.Headers[name] = value;
        }

        AddContext(answer, parts, found?.Route);
        answer.Headers["request-id"] = requestId;
        answer.Headers["client-request-id"] = parts.Headers["client-request-id"] is [{ } given] ? given : requestId;
        if (answer.Headers.TryGetValue("Retry-After", out var wait) && WaitOf(wait) is { } span)
        {
            _throttle.AskToWait(scope, span);
        }

        journal.Add(number => new JournalEntry(
            number, at, caller?.Tenant.State.Id, caller?.AppId, parts.Method, Uri.UnescapeDataString(parts.RawPath), found?.Route.Template,
            broken == Breakage.Reset ? 0 : answer.Status, found?.Route.Units ?? 0, struck.Count > 0 ? string.Join(' ', struck.Select(rule => rule.Id)) : null,
            isTooEarly, inBatch, requestId, parts.Headers["client-request-id"] is [{ } id] ? id : null, (answer.Json as JsonObject)?["error"] is JsonObject error ? error["code"]?.ToString() : null));
        lock (_oneAtATime)
        {
            notices.Look(world);
        }

        // A page of a proxy is no answer of ours.
        if (isGraph && broken is null && struck.All(rule => rule.Kind != FaultKind.Html))
        {
            SandboxDiagnostics.Answered(() => new SandboxExchange(
                server, parts.Method, path, parts.RawQuery, parts.Headers.UserAgent.ToString(), parts.Headers.ContentType, parts.Body, answer.Status, answer.Json?.DeepClone()));
        }

        return new Outcome(answer, broken, parts);
    }

    private async Task<(GraphAnswer Answer, Breakage? Broken)> FaultyAsync(IReadOnlyList<FaultRule> struck, Func<Task<GraphAnswer>> doAsync, string requestId, GraphCallParts parts)
    {
        GraphAnswer Failed(FaultRule rule) => ErrorJson.Answer(ErrorJson.RefusalOf(rule, world.Now), requestId, parts, world.Now);
        if (struck.FirstOrDefault(rule => rule.Kind == FaultKind.LateCommit) is { } late)
        {
            DoLater(late.Delay, doAsync);
            return (Failed(late with { Status = 504, RetryAfter = null }), null);
        }

        if (struck.FirstOrDefault(rule => rule is { Kind: FaultKind.Status or FaultKind.Reset or FaultKind.Html, AfterCommit: false }) is { } before)
        {
            return before.Kind switch
            {
                FaultKind.Reset => (new GraphAnswer(0), Breakage.Reset),
                FaultKind.Html => (Html(), null),
                _ => (Failed(before), null),
            };
        }

        var answer = await doAsync();
        if (struck.FirstOrDefault(rule => rule.Kind == FaultKind.Unseen) is { } unseen && answer is { Status: 200 or 201, Json: JsonObject item } && item["id"]?.ToString() is { } itemId)
        {
            Hide(itemId, unseen.Calls);
        }

        return struck.FirstOrDefault(rule => rule is { Kind: FaultKind.TruncatedBody } or { AfterCommit: true, Kind: FaultKind.Status or FaultKind.Reset or FaultKind.Html }) switch
        {
            { Kind: FaultKind.Reset } => (answer, Breakage.Reset),
            { Kind: FaultKind.TruncatedBody } => (answer, Breakage.Truncated),
            { Kind: FaultKind.Html } => (Html(), null),
            { Kind: FaultKind.Status } after => (Failed(after), null),
            _ => (answer, null),
        };
    }

    /// <summary>What was answered with 504 happens all the same, when the sandbox's clock says so.</summary>
    private void DoLater(TimeSpan delay, Func<Task<GraphAnswer>> doAsync)
    {
        var timer = world.Time.CreateTimer(_ => doAsync().GetAwaiter().GetResult(), null, delay, Timeout.InfiniteTimeSpan);
        lock (_late)
        {
            _late.Add(timer);
        }
    }

    /// <summary>What was to come late does not come any more: the server is gone.</summary>
    public void Dispose()
    {
        lock (_late)
        {
            _late.ForEach(timer => timer.Dispose());
            _late.Clear();
        }
    }

    private void Hide(string itemId, int calls)
    {
        lock (_oneAtATime)
        {
            foreach (var drive in world.Tenants.Values.SelectMany(tenant => tenant.Drives.Values))
            {
                if (drive.Find(itemId) is { } item && itemId == item.Id)
                {
                    var change = world.Begin();
                    change.Save(drive, item with { UnseenCalls = calls });
                    change.Complete();
                }
            }
        }
    }

    private async Task<GraphAnswer> OutsideAsync(GraphCallParts parts, HttpRequest? request, CancellationToken cancellationToken)
    {
        if (request is not null && await _signIn.AnswerAsync(request, parts.BaseUri) is { } signedIn)
        {
            return signedIn;
        }

        lock (_oneAtATime)
        {
            if (parts.RawPath.StartsWith(UploadRoutes.Prefix, StringComparison.Ordinal))
            {
                return UploadRoutes.Answer(world, parts);
            }
        }

        if (parts.RawPath.StartsWith(Downloads.Prefix, StringComparison.Ordinal) && parts.Method == "GET")
        {
            return await DownloadAsync(parts, cancellationToken);
        }

        throw GraphRefusal.NotServed($"{parts.Method} {parts.RawPath}");
    }

    private async Task<GraphAnswer> DownloadAsync(GraphCallParts parts, CancellationToken cancellationToken)
    {
        string name;
        byte[] content;
        string? format;
        lock (_oneAtATime)
        {
            (name, content, format) = Downloads.Read(world, parts);
        }

        // LibreOffice takes seconds, in which others are answered.
        return format is null
            ? Downloads.Answer(parts, name, content)
            : Downloads.Answer(parts, Path.ChangeExtension(name, format), await PdfConversion.ConvertAsync(content, name, cancellationToken));
    }

    private async Task<(Caller? Caller, string? Fault)> CallerAsync(GraphCallParts parts)
    {
        if (parts.Headers.Authorization is not [{ Length: > 0 } header] || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return (null, "Access token is empty.");
        }

        var (token, fault) = await issuer.ReadAsync(header["Bearer ".Length..].Trim());
        if (token is null)
        {
            return (null, fault);
        }

        string? Claim(string name) => token.TryGetClaim(name, out var claim) ? claim.Value : null;
        var tenant = world.Tenants.GetValueOrDefault(Claim("tid") ?? "");
        if (tenant?.State.Apps.FirstOrDefault(app => app.ClientId == Claim("appid")) is not { } app)
        {
            return (null, "The identity of the calling application could not be established.");
        }

        var isUser = Claim("idtyp") == "user";
        return (new Caller(
            tenant, app.ClientId, app.DisplayName,
            token.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value).ToHashSet(),
            (Claim("scp") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(),
            isUser ? Claim("oid") : null, isUser ? Claim("name") : null, isUser ? Claim("upn") : null), null);
    }

    private async Task<GraphAnswer> BatchAsync(GraphCallParts parts, CancellationToken cancellationToken)
    {
        var requestId = Guid.NewGuid().ToString("D");
        try
        {
            var (_, fault) = await CallerAsync(parts);
            if (fault is not null)
            {
                throw new GraphRefusal(401, "InvalidAuthenticationToken", fault);
            }

            var requests = (JsonNode.Parse(parts.Body) as JsonObject)?["requests"] as JsonArray ?? throw GraphRefusal.BadRequest("Invalid batch payload format.");
            if (parts.Method != "POST" || requests.Count is 0 or > MaxBatch)
            {
                throw GraphRefusal.BadRequest("Invalid batch payload format.", requests.Count > MaxBatch ? "MaxBatchSizeExceeded" : null);
            }

            var responses = new JsonArray();
            var statuses = new Dictionary<string, int>();
            foreach (var inner in requests.Select(request => request as JsonObject ?? throw GraphRefusal.BadRequest("Invalid batch payload format.")))
            {
                var id = inner["id"]?.ToString() ?? throw GraphRefusal.BadRequest("Invalid batch payload format: a request has no id.");
                var response = (inner["dependsOn"] as JsonArray ?? []).Any(needed => statuses.GetValueOrDefault(needed!.ToString()) is not (>= 200 and < 300))
                    ? new JsonObject { ["id"] = id, ["status"] = 424, ["body"] = new JsonObject { ["error"] = new JsonObject { ["code"] = "FailedDependency", ["message"] = "A request this one depends on failed." } } }
                    : await InnerAsync(parts, inner, id, cancellationToken);
                statuses[id] = response["status"]!.GetValue<int>();
                responses.Add(response);
            }

            return GraphAnswer.Ok(new JsonObject { ["responses"] = responses });
        }
        catch (JsonException)
        {
            return ErrorJson.Answer(GraphRefusal.BadRequest("Unable to read JSON request payload."), requestId, parts, world.Now);
        }
        catch (GraphRefusal refusal)
        {
            return ErrorJson.Answer(refusal, requestId, parts, world.Now);
        }
    }

    private async Task<JsonObject> InnerAsync(GraphCallParts outer, JsonObject inner, string id, CancellationToken cancellationToken)
    {
        var url = Prefix + "/" + (inner["url"]?.ToString() ?? "").TrimStart('/');
        var cut = url.IndexOf('?', StringComparison.Ordinal);
        var headers = new HeaderDictionary { ["Authorization"] = outer.Headers.Authorization };
        foreach (var (name, value) in inner["headers"] as JsonObject ?? [])
        {
            headers[name] = value?.ToString();
        }

        var type = headers["Content-Type"].ToString();
        var isJson = type.Length == 0 || type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
        var body = inner["body"] is not { } content ? [] : isJson ? Encoding.UTF8.GetBytes(content.ToJsonString()) : Convert.FromBase64String(content.ToString());
        var parts = new GraphCallParts(inner["method"]?.ToString().ToUpperInvariant() ?? "", cut < 0 ? url : url[..cut], cut < 0 ? "" : url[cut..], headers, body, outer.BaseUri);
        var outcome = await AnswerOneAsync(parts, null, inBatch: true, cancellationToken);
        var answer = outcome.Broken == Breakage.Reset ? new GraphAnswer(504) : outcome.Answer;
        var response = new JsonObject
        {
            ["id"] = id,
            ["status"] = answer.Status,
            ["headers"] = new JsonObject(answer.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
        };
        if (answer.Json is not null)
        {
            response["body"] = answer.Json.DeepClone();
        }
        else if (answer.Bytes is not null)
        {
            response["body"] = Convert.ToBase64String(answer.Bytes);
        }

        return response;
    }

    private static void AddContext(GraphAnswer answer, GraphCallParts parts, Route? route)
    {
        if (answer is { Status: 200 or 201, Json: JsonObject json } && route is not null && !json.ContainsKey("@odata.context"))
        {
            json.Insert(0, "@odata.context", new Uri(parts.BaseUri, $"v1.0/$metadata#{route.Template.TrimStart('/').Split('/')[0]}").AbsoluteUri);
        }
    }

    private TimeSpan? WaitOf(string retryAfter) =>
        int.TryParse(retryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : DateTimeOffset.TryParse(retryAfter, CultureInfo.InvariantCulture, out var until) ? until - world.Now
        : null;

    private static GraphAnswer Html() => GraphAnswer.Content(Encoding.UTF8.GetBytes("<!doctype html><title>Proxy</title><p>Anmeldung am Netz erforderlich."), "text/html; charset=utf-8");
}

/// <summary>How the connection dies.</summary>
internal enum Breakage
{
    Reset,
    Truncated,
}

/// <summary>An answer, and whether it arrives.</summary>
internal sealed record Outcome(GraphAnswer Answer, Breakage? Broken, GraphCallParts Parts);
