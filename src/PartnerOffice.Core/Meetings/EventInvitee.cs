namespace PartnerOffice.Core;

/// <summary>A person to be invited, and the way there.</summary>
/// <param name="Address">What may stand in the event; null for every other way than the calendar.</param>
public sealed record EventInvitee(Person Person, InvitationWay Way, MailAddress? Address)
{
    /// <summary>The way to a person: the account, else the first address that is not private, else a message, else the post.</summary>
    /// <remarks>A guest account is named by its own private address in a calendar, so it is none of these.</remarks>
    public static EventInvitee Of(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (person.Account == AccountKind.Tenant && MailAddress.TryParse(person.UserPrincipalName, out var account))
            return new(person, InvitationWay.Calendar, account);
        if (person.Addresses.FirstOrDefault(address => !address.IsPrivate) is { } given)
            return new(person, InvitationWay.Calendar, given.Mail);

        return new(person, person.Addresses.Count > 0 ? InvitationWay.Message : InvitationWay.Post, null);
    }
}
