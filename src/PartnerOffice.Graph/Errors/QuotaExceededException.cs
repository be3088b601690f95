namespace PartnerOffice.Graph;

/// <summary>The library or mailbox is full (507). For the administrator.</summary>
public sealed class QuotaExceededException : GraphException
{
    internal QuotaExceededException(GraphFailure failure, Exception? cause = null)
        : base("There is no space left", failure, cause) { }
}
