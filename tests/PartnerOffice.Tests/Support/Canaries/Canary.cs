namespace PartnerOffice.Tests.Support.Canaries;

/// <summary>A place in a package where words can hide, and how to hide them there.</summary>
/// <param name="PlantIn">Makes the package with the words in it; <c>words</c> has no blank where the place takes none.</param>
internal sealed record Canary(string Place, Func<byte[], string, byte[]> PlantIn)
{
    /// <summary>The sample's edition with the words in it.</summary>
    public byte[] Plant(string words) => PlantIn(EditionSample.Package, words);

    public override string ToString() => Place;
}
