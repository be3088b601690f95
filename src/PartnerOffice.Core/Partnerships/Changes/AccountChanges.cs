namespace PartnerOffice.Core;

/// <summary>How a person signs in: one account, which belongs to nobody else.</summary>
internal static class AccountChanges
{
    public static Person Apply(District district, Person person, PeopleChange.AccountChanged change)
    {
        var (principal, id) = (change.UserPrincipalName, change.ObjectId);
        if ((change.Account == AccountKind.None) != (principal is null && id is null))
            throw PeopleRefusals.AccountIncomplete(person);
        if ((principal is not null && FieldForms.PrincipalName(principal) is null) || id == Guid.Empty)
            throw PeopleRefusals.AccountIncomplete(person);
        if (district.People.Any(other => other.Id != person.Id && (IsSame(other.UserPrincipalName, principal) || (id is not null && other.ObjectId == id))))
            throw PeopleRefusals.AccountTaken(person);

        return person with { Account = change.Account, UserPrincipalName = principal, ObjectId = id };
    }

    private static bool IsSame(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
