namespace PartnerOffice.Graph;

/// <summary>The service account is not signed in, or no longer: a person must do it once more.</summary>
public sealed class AccountSignedOutException(string message, Exception? cause = null) : Exception(message, cause);
