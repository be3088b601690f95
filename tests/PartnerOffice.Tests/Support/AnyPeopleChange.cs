using CsCheck;
using PartnerOffice.Core;

namespace PartnerOffice.Tests.Support;

/// <summary>Generates changes among the sample's people; what cannot be is passed over.</summary>
internal static class AnyPeopleChange
{
    public static readonly DateOnly Today = new(2026, 11, 28);

    private static readonly string[] Names = ["Zoë Übermut", "Jörg \"Jojo\" Ähre", "Ida von Öl", "Kim Karte"];
    private static readonly Gen<PersonId> Person = Gen.Int[1, 9].Select(number => PersonId.Parse($"st-0{number}"));
    private static readonly Gen<DateOnly> Day = Gen.Int[-60, 900].Select(Today.AddDays);
    private static readonly Gen<string> Name = Gen.Int[0, Names.Length - 1].Select(index => Names[index]);
    private static readonly Gen<MailAddress> Mail = Gen.OneOf(
        Gen.Int[0, 5].Select(number => MailAddress.Parse($"post{number}@example.org")),
        Gen.Int[0, 2].Select(index => MailAddress.Parse(new[] { "anna.beispiel@example.org", "clara.probe@example.org", "dirk.vorlage@example.org" }[index])));
    private static readonly Gen<AccountKind> Account = Gen.Enum<AccountKind>();

    private static readonly Gen<PeopleChange> One = Gen.OneOf<PeopleChange>(
        Gen.Select(Person, Name, PeopleChange (person, name) => new PeopleChange.PersonAdded(person, name)),
        Gen.Select(Person, Name, PeopleChange (person, name) => new PeopleChange.NameChanged(person, name, Today)),
        Gen.Select(Person, Mail, Gen.Bool, PeopleChange (person, mail, isPrivate) => new PeopleChange.AddressAdded(person, mail, isPrivate)),
        Gen.Select(Person, Mail, PeopleChange (person, mail) => new PeopleChange.AddressRemoved(person, mail)),
        Gen.Select(Person, Day, Gen.Bool, Gen.Int[0, 400], PeopleChange (person, day, voting, length) => new PeopleChange.TermBegun(person, new Term("Beisitz \"neu\"", voting, day, length < 100 ? null : day.AddDays(length)))),
        Gen.Select(Person, Day, PeopleChange (person, day) => new PeopleChange.TermEnded(person, day)),
        Gen.Select(Person, Gen.Enum<OfficeRole>(), Gen.Bool, Day, PeopleChange (person, role, deputy, day) => new PeopleChange.RoleGiven(person, role, deputy, day, null)),
        Gen.Select(Person, Gen.Enum<OfficeRole>(), Gen.Bool, Day, PeopleChange (person, role, deputy, day) => new PeopleChange.RoleEnded(person, role, deputy, day)),
        Gen.Select(Person, Account, PeopleChange (person, account) => new PeopleChange.AccountChanged(person, account, account == AccountKind.None ? null : $"{person}@steinfurt.onmicrosoft.example", null)),
        Name.Select(PeopleChange (name) => new PeopleChange.PublicPersonAdded(name, "Mitglied des Landtags")),
        Gen.Int[0, 1].Select(PeopleChange (index) => new PeopleChange.PublicPersonRemoved(new[] { "Meike Mandat", Names[0] }[index])));

    /// <summary>The sample after some of them, one after another.</summary>
    public static readonly Gen<Partnership> Applied = One.Array[1, 12].Select(changes => changes.Aggregate(PartnershipSample.Read(), (partnership, change) =>
    {
        try
        {
            return PeopleChanges.Apply(partnership, partnership.Districts[0].Id, [change], Today);
        }
        catch (PeopleChangeException)
        {
            return partnership;
        }
    }));
}
