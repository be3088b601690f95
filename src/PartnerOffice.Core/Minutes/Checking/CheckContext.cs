namespace PartnerOffice.Core;

/// <summary>What the check knows besides the minutes: the two boards' rules, the day, and what was there before.</summary>
/// <param name="Partnership">Null where nobody knows it: rules that need it say nothing then.</param>
/// <param name="District">The district whose minutes these are; null where the partnership does not know it.</param>
/// <param name="Today">The day in the district's zone.</param>
public sealed record CheckContext(Partnership? Partnership, District? District, DateOnly Today)
{
    /// <summary>What the ledger or the library knows; empty where nobody asked them.</summary>
    public IReadOnlyList<KnownMinutes> Known { get; init; } = [];

    /// <summary>Who was invited to this meeting, how and when; null where it was not planned here.</summary>
    public IReadOnlyList<InvitedPerson>? Invited { get; init; }

    /// <summary>Whether the minutes are about to be shared: what still lacks an approval then stops instead of being mentioned.</summary>
    public bool IsSharing { get; init; }

    /// <summary>The context of these minutes in a partnership.</summary>
    public static CheckContext For(Minutes minutes, Partnership? partnership, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return new(partnership, partnership?.Find(minutes.District), today);
    }
}
