namespace PartnerOffice.Graph;

/// <summary>Gone, or not visible yet: Graph may not show an item right after its upload (404). Whoever has just uploaded it waits.</summary>
public sealed class NotFoundException : GraphException
{
    internal NotFoundException(GraphFailure failure, Exception? cause = null)
        : base("Not found", failure, cause) { }
}
