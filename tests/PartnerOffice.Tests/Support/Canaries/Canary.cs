namespace PartnerOffice.Tests.Support.Canaries;

/// <summary>A place in a package where words can hide, and how to hide them there.</summary>
/// <param name="Plant">Makes the package with the words in it; <c>words</c> has no blank where the place takes none.</param>
internal sealed record Canary(string Place, Func<string, byte[]> Plant)
{
    public override string ToString() => Place;
}
