using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>To whom messages go.</summary>
internal static class Receivers
{
    /// <summary>The partner's coordinator, or the deputy; the office's own address before a person's (R11, R17). Empty where nobody is entered.</summary>
    public static IReadOnlyList<string> OfPartner(District partner, DateOnly today)
    {
        // A role mailbox is read in holidays too, and a private address is nobody else's business.
        foreach (var person in (Person?[])[partner.CoordinatorOn(today), partner.DeputyCoordinatorOn(today)])
        {
            if (person?.Addresses.FirstOrDefault(address => !address.IsPrivate) is { } address)
                return [address.Mail.ToString()];
        }

        return partner.Mailbox is { } mailbox ? [mailbox.ToString()]
            : partner.CoordinatorOn(today)?.Addresses is [var own, ..] ? [own.Mail.ToString()]
            : [];
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
