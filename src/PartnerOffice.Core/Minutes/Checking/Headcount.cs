namespace PartnerOffice.Core;

/// <summary>How many people were in the room: between the two, since not every interval can be ordered.</summary>
internal readonly record struct Headcount(int Least, int Most)
{
    public bool IsCertain => Least == Most;

    public bool Allows(int count) => count >= Least && count <= Most;

    public override string ToString() => IsCertain ? $"{Least}" : $"{Least}–{Most}";
}
