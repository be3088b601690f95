using Azure.Core;
using Azure.Identity;

namespace PartnerOffice.Graph;

/// <summary>A service account's tokens as the SDK asks for them.</summary>
internal sealed class AccountCredential(IAccountTokens tokens) : TokenCredential
{
    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        try
        {
            var token = await tokens.GetAsync(requestContext.Scopes[0], cancellationToken);
            return new(token.Value, token.ExpiresOn);
        }
        catch (AccountSignedOutException signedOut)
        {
            throw new AuthenticationFailedException(signedOut.Message, signedOut);
        }
    }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Nothing here blocks on a token.");
}
