namespace PartnerOffice.Graph;

/// <summary>An event was made with this transaction id before: nothing was made now, and that event is found by its key.</summary>
public sealed class DuplicateTransactionException : GraphException
{
    internal DuplicateTransactionException(GraphFailure failure) : base("An event with this transaction id was made before", failure) { }
}
