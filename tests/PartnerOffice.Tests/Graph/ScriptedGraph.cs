using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PartnerOffice.Graph;
using PartnerOffice.Tests.Support.Conformance;

namespace PartnerOffice.Tests.Graph;

/// <summary>A transport that answers what the test wrote down, in order, and keeps what was asked. Sign-in always succeeds.</summary>
internal sealed class ScriptedGraph : HttpMessageHandler
{
    private static readonly Lazy<X509Certificate2> Certificate = new(() =>
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=partneroffice", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    });

    private readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> _answers = new();
    private readonly List<SeenRequest> _seen = [];

    public static GraphEndpoint Endpoint { get; } = new(new Uri("https://graph.example/v1.0"), new Uri("https://login.example/"), Sandbox: true);

    public static GraphIdentity Identity => new("11111111-0000-4000-8000-000000000001", "22222222-0000-4000-8000-000000000002", Certificate.Value);

    /// <summary>What Graph was asked, without the sign-in.</summary>
    public IReadOnlyList<SeenRequest> Seen => [.. _seen.Where(request => request.Address.Host != "login.example")];

    public int SignIns => _seen.Count(request => request.Address.AbsolutePath.EndsWith("/token", StringComparison.Ordinal));

    /// <summary>Answers the sign-in; null for a token.</summary>
    public Func<HttpResponseMessage>? TokenAnswer { get; set; }

    public ImpatientTime Time { get; } = new();

    public GraphConnection Connect(GraphConnectionOptions? options = null) =>
        GraphConnection.Open(Endpoint, Identity, (options ?? new GraphConnectionOptions { Time = Time }) with { Transport = this });

    public ScriptedGraph Answers(HttpStatusCode status, string json = "", params (string Name, string Value)[] headers) => Answers(_ =>
    {
        var response = new HttpResponseMessage(status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) };
        if (json.Length > 0) response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    });

    public ScriptedGraph Answers(Func<HttpRequestMessage, HttpResponseMessage> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public ScriptedGraph Refuses(int status, string code, string? innerCode = null, params (string Name, string Value)[] headers) => Answers(
        (HttpStatusCode)status,
        innerCode is null
            ? $$$"""{"error":{"code":"{{{code}}}","message":"reworded every year"}}"""
            : $$$"""{"error":{"code":"{{{code}}}","message":"reworded every year","innerError":{"code":"{{{innerCode}}}"} } }""",
        headers);

    public ScriptedGraph Breaks(Exception failure) => Answers(_ => throw failure);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        ConformanceWatch.Asked(request.Method.Method, request.RequestUri!, headers.GetValueOrDefault("Content-Type"), body);
        Func<HttpRequestMessage, HttpResponseMessage>? next = null;
        lock (_seen)
        {
            _seen.Add(new SeenRequest(request.Method, request.RequestUri!, headers, body));
            if (request.RequestUri!.Host != "login.example" && !_answers.TryDequeue(out next))
                throw new InvalidOperationException($"Nobody wrote down an answer to {request.Method} {request.RequestUri}.");
        }
        var response = next is not null ? next(request) : TokenAnswer?.Invoke() ?? Token();
        response.RequestMessage = request;
        return response;
    }

    private static HttpResponseMessage Token() => new(HttpStatusCode.OK)
    {
        Content = new StringContent("""{"token_type":"Bearer","expires_in":3600,"access_token":"a-token"}""", Encoding.UTF8, "application/json"),
    };
}
