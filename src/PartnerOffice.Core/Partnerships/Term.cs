namespace PartnerOffice.Core;

/// <summary>The time somebody holds a function.</summary>
/// <remarks>Both days belong to it: who is elected on a day may vote on that day, and who leaves on a day still may.</remarks>
/// <param name="Until">The last day; null while no end is known.</param>
public sealed record Term(string Function, bool IsVoting, DateOnly From, DateOnly? Until)
{
    /// <summary>Whether <paramref name="day"/> lies in it.</summary>
    public bool Covers(DateOnly day) => day >= From && (Until is not { } until || day <= until);
}
