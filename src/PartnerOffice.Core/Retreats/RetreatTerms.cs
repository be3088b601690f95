namespace PartnerOffice.Core;

/// <summary>What both districts may agree on for a year: to meet, or to go without a retreat.</summary>
public abstract record RetreatTerms
{
    private RetreatTerms()
    {
    }

    /// <summary>They meet.</summary>
    /// <param name="Host">In whose district.</param>
    /// <param name="LastDay">The same as <paramref name="Day"/> where it takes one.</param>
    public sealed record Meet(DistrictId Host, DateOnly Day, DateOnly LastDay) : RetreatTerms;

    /// <summary>They go without one in that year: only both together can say so (R24).</summary>
    public sealed record Waive : RetreatTerms;
}
