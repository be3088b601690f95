namespace PartnerOffice.Graph;

/// <summary>Graph does not take the request as it is (400 and its kin): ours to repair, never to repeat.</summary>
public sealed class InvalidRequestException : GraphException
{
    internal InvalidRequestException(GraphFailure failure, Exception? cause = null)
        : base("Graph does not take this request", failure, cause) { }
}
