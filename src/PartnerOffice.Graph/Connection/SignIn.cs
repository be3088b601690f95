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
    private readonly AzureIdentityAuthenticationProvider _tokens;
    private readonly string _scope;

    public SignIn(GraphEndpoint endpoint, GraphIdentity identity, HttpClient tokenHttp)
    {
        _scope = $"signin/{identity.TenantId}/{identity.ClientId}";
        var options = new ClientCertificateCredentialOptions
        {
            AuthorityHost = endpoint.Authority,
            // Discovery asks Microsoft's public cloud whether the authority is one of its own; a local one is not.
            DisableInstanceDiscovery = endpoint.Sandbox || endpoint.TrustedCertificate is not null,
            Transport = new HttpClientTransport(tokenHttp),
        };
        // The library beneath repeats a failed token request once by itself; together they would make a storm of it.
        options.Retry.MaxRetries = 0;
        TokenCredential credential = identity.Account is { } account
            ? new AccountCredential(account)
            : new ClientCertificateCredential(identity.TenantId, identity.ClientId, identity.Certificate, options);
        // Tokens go to this host only, whatever address an answer may name.
        _tokens = new AzureIdentityAuthenticationProvider(
            credential, [endpoint.BaseUrl.Host], observabilityOptions: null, isCaeEnabled: true, endpoint.TokenScope);
    }

    public async Task AuthenticateRequestAsync(
        RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default)
    {
        try
        {
            await _tokens.AuthenticateRequestAsync(request, additionalAuthenticationContext, cancellationToken);
        }
        catch (Exception cause) when (cause is AuthenticationFailedException or MsalException or HttpRequestException or TimeoutException
            || (cause is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Nothing of this request was sent; but it may be a look at a change that was.
            var isLookingAfter = request.RequestOptions.OfType<GraphCall>().Any(call => call.IsLookingAfter);
            throw Failure(cause, isLookingAfter ? GraphOutcome.Unknown : GraphOutcome.NotDone);
        }
    }

    private GraphException Failure(Exception cause, GraphOutcome outcome)
    {
        var answer = Causes(cause).OfType<MsalServiceException>().FirstOrDefault();
        var failure = new GraphFailure(
            outcome,
            _scope,
            answer is { StatusCode: > 0 } ? (HttpStatusCode)answer.StatusCode : null,
            Code(answer),
            ClientRequestId: answer?.CorrelationId,
            RetryAfter: answer?.Headers?.RetryAfter?.Delta);

        return answer switch
        {
            { StatusCode: 429 } => new ThrottledException(failure, cause),
            { StatusCode: >= 500 } => new UnavailableException(failure, cause),
            { StatusCode: > 0 } => new SignInException(failure, cause),
            _ when Causes(cause).Any(one => one is HttpRequestException or IOException or TimeoutException or OperationCanceledException
                or Azure.RequestFailedException { Status: 0 }) => new GraphUnreachableException(failure, cause),
            _ => new SignInException(failure, cause),
        };
    }

    // "invalid_client" says little; the number (7000222: secret expired, 700027: certificate unknown) says what to repair.
    private static string Code(MsalServiceException? answer)
    {
        if (answer is null) return "";
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
