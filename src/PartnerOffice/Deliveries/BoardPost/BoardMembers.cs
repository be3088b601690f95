using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>The people of a board and where mail reaches them: one address each, the office's own before a private one (R11, R13).</summary>
/// <param name="Reached">Each with the address that is taken.</param>
/// <param name="ByPost">Those without any address.</param>
internal sealed record BoardMembers(IReadOnlyList<(Person Person, PersonAddress Address)> Reached, IReadOnlyList<Person> ByPost)
{
    /// <summary>These people, each once.</summary>
    public static BoardMembers Of(IEnumerable<Person> people)
    {
        var all = people.DistinctBy(person => person.Id).ToList();
        return new(
            [.. all.Select(person => (person, Address: AddressOf(person))).Where(pair => pair.Address is not null).Select(pair => (pair.person, pair.Address!))],
            [.. all.Where(person => AddressOf(person) is null)]);
    }

    private static PersonAddress? AddressOf(Person person) => person.Addresses.FirstOrDefault(address => !address.IsPrivate) ?? (person.Addresses is [var first, ..] ? first : null);
}
