namespace PartnerOffice.Graph;

/// <summary>Graph failed (500, 502, 503, 504): if the outcome is unknown, look before making the request again.</summary>
public sealed class UnavailableException : GraphException
{
    internal UnavailableException(GraphFailure failure, Exception? cause = null)
        : base("Graph failed", failure, cause) { }
}
