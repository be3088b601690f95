using Azure.Identity;

namespace PartnerOffice.Graph;

/// <summary>Lets the sign-in library keep an account's tokens in our vault instead of a keyring that a server does not have.</summary>
internal sealed class VaultTokenCache(IAccountVault vault) : UnsafeTokenCacheOptions
{
    private const string Tokens = "tokens";

    protected override async Task<ReadOnlyMemory<byte>> RefreshCacheAsync() => await vault.ReadAsync(Tokens, CancellationToken.None) ?? [];

    protected override async Task TokenCacheUpdatedAsync(TokenCacheUpdatedArgs tokenCacheUpdatedArgs) =>
        await vault.WriteAsync(Tokens, tokenCacheUpdatedArgs.UnsafeCacheData, CancellationToken.None);
}
