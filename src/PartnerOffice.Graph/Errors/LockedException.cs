namespace PartnerOffice.Graph;

/// <summary>Somebody has it open or checked out (423, accessConflict): wait minutes to hours and tell the people.</summary>
public sealed class LockedException : GraphException
{
    internal LockedException(GraphFailure failure, Exception? cause = null)
        : base("Somebody has it open or checked out", failure, cause) { }
}
