namespace PartnerOffice.Graph;

/// <summary>No token, or not one that counts (401): wrong certificate, consent withdrawn, app removed. For the administrator.</summary>
public sealed class SignInException : GraphException
{
    internal SignInException(GraphFailure failure, Exception? cause = null)
        : base("Sign-in was refused", failure, cause) { }
}
