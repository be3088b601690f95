namespace PartnerOffice.Graph;

/// <summary>Too many requests (429, 503 with Retry-After, 509): leave the whole scope alone for RetryAfter.</summary>
public sealed class ThrottledException : GraphException
{
    internal ThrottledException(GraphFailure failure, Exception? cause = null)
        : base("Graph asks to wait", failure, cause) { }
}
