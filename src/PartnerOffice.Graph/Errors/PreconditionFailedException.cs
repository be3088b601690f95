namespace PartnerOffice.Graph;

/// <summary>The thing was changed since it was read (412, and 409 resourceModified): read again, decide, write with the new tag.</summary>
public sealed class PreconditionFailedException : GraphException
{
    internal PreconditionFailedException(GraphFailure failure, Exception? cause = null)
        : base("It was changed since it was read", failure, cause) { }
}
