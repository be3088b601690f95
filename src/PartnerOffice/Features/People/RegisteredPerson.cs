using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>A person with everything that the register holds of them.</summary>
/// <param name="InOffice">Whether a term runs today.</param>
internal sealed record RegisteredPerson(
    string Id, string Name, bool InOffice, AccountKind Account, string? UserPrincipalName, Guid? ObjectId,
    IReadOnlyList<AddressCard> Addresses, IReadOnlyList<TermCard> Terms, IReadOnlyList<RoleCard> Roles)
{
    public static RegisteredPerson Of(Person person, District district, DateOnly today) => new(
        person.Id.ToString(), person.Name, person.TermOn(today) is not null, person.Account, person.UserPrincipalName, person.ObjectId,
        [.. person.Addresses.Select(address => new AddressCard(address.Mail.ToString(), address.IsPrivate))],
        [.. person.Terms.Select(term => new TermCard(term.Function, term.IsVoting, term.From, term.Until))],
        [.. district.Roles.Where(role => role.Person == person.Id).Select(role => new RoleCard(role.Role, role.IsDeputy, role.From, role.Until))]);
}
