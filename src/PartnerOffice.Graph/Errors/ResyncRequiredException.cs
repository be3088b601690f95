namespace PartnerOffice.Graph;

/// <summary>The mark of the last look is too old (410): look at everything again.</summary>
public sealed class ResyncRequiredException : GraphException
{
    internal ResyncRequiredException(GraphFailure failure, Exception? cause = null)
        : base("Everything must be looked at again", failure, cause) { }
}
