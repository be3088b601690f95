namespace PartnerOffice.Core;

/// <summary>A time in which both boards agreed that nothing falls due; both days belong to it (R24, R41).</summary>
public sealed record AgreedPause(string Name, DateOnly From, DateOnly Until)
{
    /// <summary>Whether <paramref name="day"/> lies in it.</summary>
    public bool Covers(DateOnly day) => day >= From && day <= Until;
}
