namespace PartnerOffice.Deliveries;

/// <summary>When answers and library are looked at: often while somebody may just be reading, seldom later.</summary>
internal static class LookTimes
{
    private static readonly TimeSpan FirstDay = TimeSpan.FromDays(1);
    private static readonly TimeSpan FirstWeeks = TimeSpan.FromDays(30);

    /// <summary>Who has not taken note within a year is not waited for any more; the page and the board's own minutes still count.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>The next look; null for no more.</summary>
    /// <param name="since">Since when a receipt is waited for.</param>
    public static DateTimeOffset? After(DateTimeOffset since, DateTimeOffset now) => (now - since) switch
    {
        var age when age >= Longest => null,
        var age when age >= FirstWeeks => now + TimeSpan.FromDays(1),
        var age when age >= FirstDay => now + TimeSpan.FromHours(6),
        _ => now + TimeSpan.FromHours(1),
    };
}
