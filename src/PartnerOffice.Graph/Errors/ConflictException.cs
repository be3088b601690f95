namespace PartnerOffice.Graph;

/// <summary>It contradicts what is there in another way (409); the code says how.</summary>
public sealed class ConflictException : GraphException
{
    internal ConflictException(GraphFailure failure, Exception? cause = null)
        : base("It contradicts what is there", failure, cause) { }
}
