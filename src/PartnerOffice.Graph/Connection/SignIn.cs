using System.Net;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Identity.Client;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;

namespace PartnerOffice.Graph;

/// <summary>Puts a token on each request; a token that cannot be had is a <see cref="GraphException"/> like every other failure.</summary>
internal sealed class SignIn : IAuthenticationProvider
{
    public const string RecordName = "account";

    // What the federated credential of an application asks for (application-post-federatedidentitycredentials).
    private const string ExchangeScope = "api://AzureADTokenExchange/.default";

    private readonly GraphEndpoint _endpoint;
    private readonly GraphIdentity _identity;
    private readonly HttpClient _tokenHttp;
    private TokenCredential? _credential;
    private AzureIdentityAuthenticationProvider? _tokens;

    public SignIn(GraphEndpoint endpoint, GraphIdentity identity, HttpClient tokenHttp) =>
        (_endpoint, _identity, _tokenHttp) = (endpoint, identity, tokenHttp);

    public static string ScopeOf(GraphIdentity identity) => $"signin/{identity.TenantId}/{identity.ClientId}{(identity.IsAccount ? "/account" : "")}";

    /// <summary>What an account lets the application do: the files it may write itself, and nothing beyond (D8).</summary>
    public static string[] AccountScopes(GraphEndpoint endpoint) => [endpoint.TokenScope.Replace(".default", "Files.ReadWrite", StringComparison.Ordinal)];

    public static DeviceCodeCredentialOptions Account(
        GraphEndpoint endpoint, GraphIdentity identity, HttpClient tokenHttp, IAccountVault vault, AuthenticationRecord? record, Func<DeviceCodeInfo, Task>? show)
    {
        var options = Prepared(new DeviceCodeCredentialOptions(), endpoint, tokenHttp);
        (options.TenantId, options.ClientId, options.AuthenticationRecord) = (identity.TenantId, identity.ClientId, record);
        options.TokenCachePersistenceOptions = new VaultTokenCache(vault);
        options.DisableInstanceDiscovery = IsLocal(endpoint);
        // A service has nobody to show a code to: it fails, and a person is told.
        options.DisableAutomaticAuthentication = show is null;
        if (show is not null) options.DeviceCodeCallback = (code, _) => show(code);
        return options;
    }

    /// <summary>The token itself, for reading what it lets us do.</summary>
    public async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        try
        {
            var credential = await CredentialAsync(cancellationToken);
            return (await credential.GetTokenAsync(new TokenRequestContext(Scopes, isCaeEnabled: !_identity.IsAccount), cancellationToken)).Token;
        }
        catch (Exception cause) when (IsFailure(cause, cancellationToken))
        {
            throw Failure(cause, GraphOutcome.NotDone, ScopeOf(_identity));
        }
    }

    private string[] Scopes => _identity.IsAccount ? AccountScopes(_endpoint) : [_endpoint.TokenScope];

    private async Task<TokenCredential> CredentialAsync(CancellationToken cancellationToken)
    {
        // Two requests at once may make two of them; both lead to the same token.
        return _credential ??= _identity.Credential switch
        {
            GraphCredential.OfCertificate(var certificate) => new ClientCertificateCredential(
                _identity.TenantId, _identity.ClientId, certificate, Local(Prepared(new ClientCertificateCredentialOptions(), _endpoint, _tokenHttp))),
            GraphCredential.OfAssertionFile(var path) => Federated(async token => (await File.ReadAllTextAsync(path, token)).Trim()),
            GraphCredential.OfMachine(var clientId) => Federated(MachineAssertion(clientId)),
            GraphCredential.OfAccount(var vault) => new DeviceCodeCredential(
                Account(_endpoint, _identity, _tokenHttp, vault, await RecordAsync(vault, cancellationToken), show: null)),
            _ => throw new InvalidOperationException($"Nobody signs in with {_identity.Credential.GetType().Name}."),
        };
    }

    private ClientAssertionCredential Federated(Func<CancellationToken, Task<string>> assertion)
    {
        var options = Prepared(new ClientAssertionCredentialOptions(), _endpoint, _tokenHttp);
        options.DisableInstanceDiscovery = IsLocal(_endpoint);
        return new(_identity.TenantId, _identity.ClientId, assertion, options);
    }

    private Func<CancellationToken, Task<string>> MachineAssertion(string? clientId)
    {
        var options = new ManagedIdentityCredentialOptions(clientId is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(clientId))
        {
            Transport = new HttpClientTransport(_tokenHttp),
        };
        options.Retry.MaxRetries = 0;
        var machine = new ManagedIdentityCredential(options);
        return async token => (await machine.GetTokenAsync(new TokenRequestContext([ExchangeScope]), token)).Token;
    }

    private static async Task<AuthenticationRecord> RecordAsync(IAccountVault vault, CancellationToken cancellationToken)
    {
        // Without it the library would not know which of the kept accounts is meant; there is only one way to get it.
        var bytes = await vault.ReadAsync(RecordName, cancellationToken) ?? throw new CredentialUnavailableException("Nobody has signed the account in yet.");
        using var stream = new MemoryStream(bytes);
        return await AuthenticationRecord.DeserializeAsync(stream, cancellationToken);
    }

    private static T Prepared<T>(T options, GraphEndpoint endpoint, HttpClient tokenHttp) where T : TokenCredentialOptions
    {
        options.AuthorityHost = endpoint.Authority;
        options.Transport = new HttpClientTransport(tokenHttp);
        // The library beneath repeats a failed token request once by itself; together they would make a storm of it.
        options.Retry.MaxRetries = 0;
        return options;
    }

    private ClientCertificateCredentialOptions Local(ClientCertificateCredentialOptions options)
    {
        options.DisableInstanceDiscovery = IsLocal(_endpoint);
        return options;
    }

    // Discovery asks Microsoft's public cloud whether the authority is one of its own; a local one is not.
    private static bool IsLocal(GraphEndpoint endpoint) => endpoint.Sandbox || endpoint.TrustedCertificate is not null;

    private async Task<AzureIdentityAuthenticationProvider> TokensAsync(CancellationToken cancellationToken) =>
        // Tokens go to this host only, whatever address an answer may name.
        _tokens ??= new AzureIdentityAuthenticationProvider(
            await CredentialAsync(cancellationToken), [_endpoint.BaseUrl.Host], observabilityOptions: null, isCaeEnabled: !_identity.IsAccount, Scopes);

    public async Task AuthenticateRequestAsync(
        RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        try
        {
            await (await TokensAsync(cancellationToken)).AuthenticateRequestAsync(request, additionalAuthenticationContext, cancellationToken);
        }
        catch (Exception cause) when (IsFailure(cause, cancellationToken))
        {
            // Nothing of this request was sent; but it may be a look at a change that was.
            var isLookingAfter = request.RequestOptions.OfType<GraphCall>().Any(call => call.IsLookingAfter);
            throw Failure(cause, isLookingAfter ? GraphOutcome.Unknown : GraphOutcome.NotDone, ScopeOf(_identity));
        }
    }

    public static bool IsFailure(Exception cause, CancellationToken cancellationToken) =>
        cause is AuthenticationFailedException or MsalException or HttpRequestException or TimeoutException or IOException or UnauthorizedAccessException
        || (cause is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    public static GraphException Failure(Exception cause, GraphOutcome outcome, string scope)
    {
        var answer = Causes(cause).OfType<MsalServiceException>().FirstOrDefault();
        var failure = new GraphFailure(
            outcome,
            scope,
            answer is { StatusCode: > 0 } ? (HttpStatusCode)answer.StatusCode : null,
            Code(answer, cause),
            ClientRequestId: answer?.CorrelationId,
            RetryAfter: answer?.Headers?.RetryAfter?.Delta);

        return answer switch
        {
            { StatusCode: 429 } => new ThrottledException(failure, cause),
            { StatusCode: >= 500 } => new UnavailableException(failure, cause),
            { StatusCode: > 0 } => new SignInException(failure, cause),
            // A file with the proof that cannot be read is no failure of the network, whatever .NET derives it from.
            _ when Causes(cause).Any(one => one is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException) => new SignInException(failure, cause),
            _ when Causes(cause).Any(one => one is HttpRequestException or IOException or TimeoutException or OperationCanceledException
                or Azure.RequestFailedException { Status: 0 }) => new GraphUnreachableException(failure, cause),
            _ => new SignInException(failure, cause),
        };
    }

    // "invalid_client" says little; the number (7000222: secret expired, 700027: certificate unknown) says what to repair.
    private static string Code(MsalServiceException? answer, Exception cause)
    {
        if (answer is null)
        {
            return Causes(cause).Any(one => one is FileNotFoundException or DirectoryNotFoundException) ? "assertion-missing"
                : cause is CredentialUnavailableException or AuthenticationRequiredException || Causes(cause).Any(one => one is MsalUiRequiredException) ? "login-required"
                : "";
        }

        try
        {
            using var body = JsonDocument.Parse(answer.ResponseBody ?? "");
            if (body.RootElement.TryGetProperty("error_codes", out var codes) && codes.ValueKind == JsonValueKind.Array && codes.GetArrayLength() > 0)
                return $"AADSTS{codes[0].GetRawText()}";
        }
        catch (JsonException)
        {
            // Not every gateway in front of a token endpoint answers in JSON.
        }
        return answer.ErrorCode ?? "";
    }

    private static IEnumerable<Exception> Causes(Exception cause)
    {
        for (Exception? one = cause; one is not null; one = one.InnerException)
        {
            yield return one;
            if (one is AggregateException several)
                foreach (var inner in several.InnerExceptions.Skip(1).SelectMany(Causes)) yield return inner;
        }
    }
}
