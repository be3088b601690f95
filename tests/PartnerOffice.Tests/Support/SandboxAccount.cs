using PartnerOffice.Graph;
using PartnerOffice.Sandbox;

namespace PartnerOffice.Tests.Support;

/// <summary>A service account of the sandbox that has signed in.</summary>
internal sealed class SandboxAccount(SandboxServer sandbox, GraphIdentity application, string address) : IAccountTokens
{
    public ValueTask<AccountToken> GetAsync(string scope, CancellationToken cancellationToken) => ValueTask.FromResult(new AccountToken(
        sandbox.CreateUserToken(application.TenantId, application.ClientId, address, "Files.ReadWrite"), DateTimeOffset.UtcNow.AddMinutes(50)));
}
