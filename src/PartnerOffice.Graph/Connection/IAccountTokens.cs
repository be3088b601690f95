namespace PartnerOffice.Graph;

/// <summary>
/// Tokens of a service account that a person signed in once: what Microsoft documents for the workbook API, where the application by
/// itself is not supported. How they are had (device code, a cache) is the caller's.
/// </summary>
public interface IAccountTokens
{
    /// <summary>A token that is good for a while yet.</summary>
    /// <param name="scope">For whom, such as <c>https://graph.microsoft.com/.default</c>.</param>
    /// <exception cref="AccountSignedOutException">Somebody must sign the account in again.</exception>
    ValueTask<AccountToken> GetAsync(string scope, CancellationToken cancellationToken);
}
