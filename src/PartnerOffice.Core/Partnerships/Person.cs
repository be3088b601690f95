namespace PartnerOffice.Core;

/// <summary>Somebody with a function in a district: on its board, or with a role here.</summary>
/// <param name="Terms">In the order of time; they do not overlap.</param>
/// <param name="Addresses">None to many; the first is preferred.</param>
/// <param name="UserPrincipalName">How the tenant names the account; null without an account, or where the object id says it.</param>
/// <param name="ObjectId">The account's id in the tenant, which outlives a change of name.</param>
public sealed record Person(
    PersonId Id,
    string Name,
    IReadOnlyList<Term> Terms,
    IReadOnlyList<PersonAddress> Addresses,
    AccountKind Account,
    string? UserPrincipalName,
    Guid? ObjectId)
{
    /// <summary>The address of this person's calendar in the tenant; null without an account there. Never somebody's own address: others see what stands in a calendar (R11).</summary>
    public MailAddress? CalendarAddress => Account != AccountKind.Tenant ? null
        : MailAddress.TryParse(UserPrincipalName, out var name) ? name : Addresses.FirstOrDefault(address => !address.IsPrivate)?.Mail;

    /// <summary>The function held on <paramref name="day"/>; null for somebody not in office.</summary>
    public Term? TermOn(DateOnly day) => Terms.FirstOrDefault(term => term.Covers(day));

    /// <summary>Whether this person may vote on <paramref name="day"/>.</summary>
    public bool IsVotingOn(DateOnly day) => TermOn(day) is { IsVoting: true };
}
