namespace PartnerOffice.Core;

/// <summary>What one obligation is known by: the duty, and what it is about.</summary>
public readonly record struct ObligationId
{
    private readonly string? value;

    private ObligationId(string value) => this.value = value;

    /// <summary>The duty to share these minutes.</summary>
    public static ObligationId OfSharing(MinutesId minutes) => new($"share-minutes/{minutes}");

    /// <summary>The duty to host the joint retreat of a year.</summary>
    public static ObligationId OfRetreat(int year, DistrictId host) => new(FormattableString.Invariant($"retreat/{year}/{host}"));

    public override string ToString() => value ?? "";
}
