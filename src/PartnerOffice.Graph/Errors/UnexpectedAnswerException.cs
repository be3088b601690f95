namespace PartnerOffice.Graph;

/// <summary>An answer of success that cannot be read: cut off, not JSON, or without what it must have.</summary>
public sealed class UnexpectedAnswerException : GraphException
{
    internal UnexpectedAnswerException(GraphFailure failure, Exception? cause = null)
        : base("The answer cannot be read", failure, cause) { }
}
