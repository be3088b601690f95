namespace PartnerOffice.Graph;

/// <summary>No answer: no connection, a break in mid-answer, or the time was up.</summary>
public sealed class GraphUnreachableException : GraphException
{
    internal GraphUnreachableException(GraphFailure failure, Exception? cause = null)
        : base("Graph could not be reached", failure, cause) { }
}
