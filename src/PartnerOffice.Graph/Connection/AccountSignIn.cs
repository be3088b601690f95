using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace PartnerOffice.Graph;

/// <summary>Signs an account in for the service, once, by a person on any device (device code).</summary>
public static class AccountSignIn
{
    /// <summary>Shows the code, waits until the person is done, and keeps what the service needs from then on.</summary>
    /// <param name="identity">Our app registration, with the vault that keeps the account.</param>
    /// <param name="show">Told the code as soon as it is there.</param>
    /// <exception cref="SignInException">Refused, or not done in time.</exception>
    /// <exception cref="GraphUnreachableException">The sign-in could not be reached.</exception>
    public static async Task<SignedInAccount> RunAsync(
        GraphEndpoint endpoint, GraphIdentity identity, Func<DeviceCode, Task> show, CancellationToken cancellationToken, GraphConnectionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(show);
        if (identity.Credential is not GraphCredential.OfAccount(var vault)) throw new ArgumentException("No vault that keeps the account.", nameof(identity));

        options ??= new();
        using var http = new HttpClient(options.Transport ?? NetworkTransport.Open(endpoint.TrustedCertificate), disposeHandler: options.Transport is null)
        {
            Timeout = options.RequestTimeout,
        };
        var credential = new DeviceCodeCredential(SignIn.Account(endpoint, identity, http, vault, record: null, code =>
            show(new DeviceCode(code.UserCode, code.VerificationUri, code.ExpiresOn))));
        try
        {
            var record = await credential.AuthenticateAsync(new TokenRequestContext(SignIn.AccountScopes(endpoint)), cancellationToken);
            using var bytes = new MemoryStream();
            await record.SerializeAsync(bytes, cancellationToken);
            await vault.WriteAsync(SignIn.RecordName, bytes.ToArray(), cancellationToken);
            return new SignedInAccount(record.Username, record.TenantId);
        }
        catch (Exception cause) when (SignIn.IsFailure(cause, cancellationToken))
        {
            throw SignIn.Failure(cause, GraphOutcome.NotDone, SignIn.ScopeOf(identity));
        }
    }
}
