namespace PartnerOffice.Graph;

/// <summary>Something of this name is there (409 nameAlreadyExists): read it, compare, decide whose it is.</summary>
public sealed class NameTakenException : GraphException
{
    internal NameTakenException(GraphFailure failure, Exception? cause = null)
        : base("The name is taken", failure, cause) { }
}
