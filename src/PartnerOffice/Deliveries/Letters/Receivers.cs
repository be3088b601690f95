using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>To whom messages go.</summary>
internal static class Receivers
{
    /// <summary>The word of the role that reads a district's mailbox, where no person is written to.</summary>
    public const string Coordination = "coordination";

    /// <summary>The partner's coordinator, or the deputy; the office's own address before a person's (R11, R17). Empty where nobody is entered.</summary>
    public static IReadOnlyList<string> OfPartner(District partner, DateOnly today) => Reader(partner, today) is { } reader ? [reader.Address] : [];

    /// <summary>Who reads the message that goes to the partner; null where nobody is entered.</summary>
    /// <param name="isAbsent">Whether the coordinator cannot be reached: then the deputy reads it.</param>
    public static (string Address, string Person)? Reader(District partner, DateOnly today, bool isAbsent = false)
    {
        var (coordinator, deputy) = (partner.CoordinatorOn(today), partner.DeputyCoordinatorOn(today));
        Person?[] people = isAbsent ? [deputy, coordinator] : [coordinator, deputy];
        // A role mailbox is read in holidays too, and a private address is nobody else's business.
        foreach (var person in people)
        {
            if (person?.Addresses.FirstOrDefault(address => !address.IsPrivate) is { } address)
                return (address.Mail.ToString(), person.Id.ToString());
        }

        if (partner.Mailbox is { } mailbox) return (mailbox.ToString(), Coordination);
        var own = people.FirstOrDefault(person => person?.Addresses.Count > 0);
        return own is null ? null : (own.Addresses[0].Mail.ToString(), own.Id.ToString());
    }

    /// <summary>
    /// Where the partner's answers go (R39): to the mailbox, where the service finds the "ok", and to the sending coordinator, as far as that
    /// address is nobody's own (R11). Empty where the mailbox alone is answered to.
    /// </summary>
    public static IReadOnlyList<string> Answered(District sender, DateOnly today)
    {
        var coordinator = (sender.CoordinatorOn(today) ?? sender.DeputyCoordinatorOn(today))?.Addresses.FirstOrDefault(address => !address.IsPrivate)?.Mail.ToString();
        return coordinator is not null && sender.Mailbox?.ToString() is { } mailbox && !mailbox.Equals(coordinator, StringComparison.OrdinalIgnoreCase) ? [mailbox, coordinator] : [];
    }

    /// <summary>One person, at an address of the office before a private one. Empty for somebody without an address.</summary>
    public static IReadOnlyList<string> OfPerson(Person person) =>
        (person.Addresses.FirstOrDefault(address => !address.IsPrivate) ?? (person.Addresses is [var first, ..] ? first : null)) is { } address ? [address.Mail.ToString()] : [];

    /// <summary>The own secretary; the district's mailbox where nobody is entered.</summary>
    public static IReadOnlyList<string> OfSecretary(District own, DateOnly today) =>
        own.HoldersOn(OfficeRole.Secretary, today).Select(OfPerson).FirstOrDefault(found => found.Count > 0) ?? (own.Mailbox is { } mailbox ? [mailbox.ToString()] : []);

    /// <summary>The own secretary and coordinator; the district's mailbox where neither has an address. Empty where nobody is entered.</summary>
    public static IReadOnlyList<string> OfOwn(District own, DateOnly today)
    {
        var people = own.HoldersOn(OfficeRole.Secretary, today).Take(1).Concat(own.HoldersOn(OfficeRole.Coordinator, today).Take(1));
        var addresses = people.Select(person => person.Addresses is [var first, ..] ? first.Mail.ToString() : null).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return addresses.Count > 0 ? addresses : own.Mailbox is { } mailbox ? [mailbox.ToString()] : [];
    }
}
