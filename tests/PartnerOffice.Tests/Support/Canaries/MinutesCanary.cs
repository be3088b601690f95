using PartnerOffice.Core;

namespace PartnerOffice.Tests.Support.Canaries;

/// <summary>A place in minutes where words stand that the partner may not read.</summary>
internal sealed record MinutesCanary(string Place, Func<Minutes, string, Minutes> PlantIn)
{
    /// <summary>Whether it is a person's name, which a district may choose to show.</summary>
    public bool IsName { get; init; }

    public override string ToString() => Place;
}
