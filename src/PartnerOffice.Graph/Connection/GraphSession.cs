using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace PartnerOffice.Graph;

/// <summary>What the clients of one connection share: the pipeline, the SDK above it, and the names of the scopes.</summary>
internal sealed class GraphSession : IDisposable
{
    private readonly GraphEndpoint _endpoint;
    private readonly GraphIdentity _identity;
    private readonly HttpClient _tokenHttp;
    private readonly Lock _opening = new();
    private GraphServiceClient? _sdk;
    private SignIn? _signIn;

    public GraphSession(GraphEndpoint endpoint, GraphIdentity identity, GraphConnectionOptions options)
    {
        (_endpoint, _identity, Time) = (endpoint, identity, options.Time);
        var transport = options.Transport;
        _tokenHttp = new HttpClient(transport ?? NetworkTransport.Open(endpoint.TrustedCertificate), disposeHandler: transport is null)
        {
            Timeout = options.RequestTimeout,
        };
        Http = new HttpClient(Pipeline(transport ?? NetworkTransport.Open(endpoint.TrustedCertificate), options), disposeHandler: transport is null)
        {
            // Each attempt has its own limit; one for all of them would cut the last one short.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public TimeProvider Time { get; }

    /// <summary>By how much Graph's clock was ahead of ours at the last answer; null before the first.</summary>
    public TimeSpan? ClockAhead { get; private set; }

    /// <summary>For addresses that carry their own permission; all others go through <see cref="Sdk"/>, which signs in.</summary>
    public HttpClient Http { get; }

    public string FilesScope => $"files/{_identity.TenantId}/{_identity.ClientId}";

    public string SubscriptionsScope => $"subscriptions/{_identity.TenantId}/{_identity.ClientId}";

    // A scope gets into logs and ledgers; a mailbox is somebody's address.
    public string MailScope(MailboxId mailbox) =>
        $"{ConcurrencyHandler.Mail}{_identity.TenantId}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(mailbox.Value.ToUpperInvariant())))[..16]}";

    public string WorkbookScope(DriveId drive, ItemId item) => $"{ConcurrencyHandler.Workbook}{_identity.TenantId}/{drive}/{item}";

    /// <summary>The address in an answer, if it is below this Graph: only such a one is followed with our token.</summary>
    public Uri Own(GraphCall call, string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address)
        && address.AbsoluteUri.StartsWith(_endpoint.BaseUrl.AbsoluteUri.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase)
            ? address
            : throw call.Unreadable();

    /// <summary>Sends a request and returns the JSON of its answer, for what the SDK's models would change on the way.</summary>
    public async Task<JsonElement> AskJsonAsync(GraphCall call, RequestInformation request, CancellationToken cancellationToken)
    {
        request.AddRequestOptions([call]);
        await using var bytes = await call.AskAsync(
            () => Sdk.RequestAdapter.SendPrimitiveAsync<Stream>(request, cancellationToken: cancellationToken));
        using var answer = await call.AskAsync(
            async () => await JsonDocument.ParseAsync(bytes, cancellationToken: cancellationToken));
        return answer.RootElement.Clone();
    }

    /// <summary>Sends a request and returns its answer as it is, for what is not in the body.</summary>
    public async Task<HttpResponseMessage> AskRawAsync(GraphCall call, RequestInformation request, CancellationToken cancellationToken)
    {
        var native = new NativeResponseHandler();
        request.AddRequestOptions([call, new ResponseHandlerOption { ResponseHandler = native }]);
        await call.TellAsync(() => Sdk.RequestAdapter.SendNoContentAsync(request, cancellationToken: cancellationToken));
        return (HttpResponseMessage)native.Value!;
    }

    /// <summary>Null where Graph finds nothing.</summary>
    public static async Task<T?> OrNull<T>(Task<T> found) where T : class
    {
        try
        {
            return await found;
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    // The SDK is 41 MB: it is loaded with the first request, and a command that never asks Graph never pays for it.
    public GraphServiceClient Sdk
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get
        {
            lock (_opening)
            {
                return _sdk ??= new GraphServiceClient(Http, SignIn, _endpoint.BaseUrl.AbsoluteUri.TrimEnd('/'));
            }
        }
    }

    /// <summary>The token we hold in this tenant, got if need be.</summary>
    public Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        lock (_opening)
        {
            return SignIn.TokenAsync(cancellationToken);
        }
    }

    private SignIn SignIn => _signIn ??= new SignIn(_endpoint, _identity, _tokenHttp);

    public void Dispose()
    {
        _sdk?.Dispose();
        Http.Dispose();
        _tokenHttp.Dispose();
    }

    private HttpMessageHandler Pipeline(HttpMessageHandler transport, GraphConnectionOptions options) => Chain(
        transport,
        new FailureHandler(options.Time),
        new RedirectHandler(),
        new ReadRetryHandler(options.Time),
        new ScopeWaitHandler(options.Waits ?? new ScopeWaitsInMemory(), options.Time),
        new ParametersNameDecodingHandler(),
        new ConcurrencyHandler(),
        new AttemptHandler(options.RequestTimeout, options.Time, ahead => ClockAhead = ahead));

    private static HttpMessageHandler Chain(HttpMessageHandler transport, params DelegatingHandler[] outermostFirst)
    {
        var inner = transport;
        foreach (var handler in outermostFirst.Reverse())
        {
            handler.InnerHandler = inner;
            inner = handler;
        }
        return inner;
    }
}
