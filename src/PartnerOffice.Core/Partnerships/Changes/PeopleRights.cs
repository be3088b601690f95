namespace PartnerOffice.Core;

/// <summary>Who may change what among the own people. Everything else follows from two thoughts: sign-in is the administrator's, and nobody gives themselves a role.</summary>
public static class PeopleRights
{
    /// <summary>Whether this person, with these roles today, may enter the change.</summary>
    /// <param name="person">Who wants to enter it.</param>
    public static bool May(PersonId person, IReadOnlySet<OfficeRole> roles, PeopleChange change)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return change switch
        {
            // Whoever could bind an account to a person could sign in as that person: as the second pair of eyes, too.
            PeopleChange.AccountChanged account => roles.Contains(OfficeRole.Administrator) && account.Person != person,
            PeopleChange.RoleGiven { Role: OfficeRole.Administrator } given => roles.Contains(OfficeRole.Administrator) && given.Person != person,
            PeopleChange.RoleEnded { Role: OfficeRole.Administrator } => roles.Contains(OfficeRole.Administrator),
            PeopleChange.RoleGiven given => MayEdit(roles) && given.Person != person,
            _ => MayEdit(roles),
        };
    }

    /// <summary>Whether a holder of these roles sees and edits the list of the own people at all.</summary>
    public static bool MayEdit(IReadOnlySet<OfficeRole> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return roles.Overlaps([OfficeRole.Secretary, OfficeRole.Coordinator, OfficeRole.Administrator]);
    }
}
