namespace PartnerOffice.Core;

/// <summary>Who holds a role, and when; both days belong to it.</summary>
/// <param name="IsDeputy">Acts when nobody else who holds the role can.</param>
/// <param name="Until">The last day; null while no end is known. A role also ends with the person's term.</param>
public sealed record RoleAssignment(OfficeRole Role, PersonId Person, bool IsDeputy, DateOnly From, DateOnly? Until)
{
    /// <summary>Whether <paramref name="day"/> lies in it.</summary>
    public bool Covers(DateOnly day) => day >= From && (Until is not { } until || day <= until);
}
