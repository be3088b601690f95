namespace PartnerOffice.Graph;

/// <summary>Consent, role or mailbox scope is missing (403). For the administrator; not to be repeated.</summary>
public sealed class AccessDeniedException : GraphException
{
    internal AccessDeniedException(GraphFailure failure, Exception? cause = null)
        : base("Access was denied", failure, cause) { }
}
