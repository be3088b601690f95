namespace PartnerOffice.Core;

/// <summary>Whether two partnerships have the same people: lists are compared by what stands in them.</summary>
internal static class SamePeople
{
    public static bool In(Partnership one, Partnership other) =>
        one.Districts.Count == other.Districts.Count && one.Districts.Zip(other.Districts).All(pair => In(pair.First, pair.Second));

    private static bool In(District one, District other) =>
        one.Id == other.Id
        && one.People.Count == other.People.Count && one.People.Zip(other.People).All(pair => Are(pair.First, pair.Second))
        && one.Roles.SequenceEqual(other.Roles)
        && one.KnownPeople.SequenceEqual(other.KnownPeople)
        && one.PublicPersons.SequenceEqual(other.PublicPersons);

    private static bool Are(Person one, Person other) =>
        one with { Terms = [], Addresses = [] } == other with { Terms = [], Addresses = [] }
        && one.Terms.SequenceEqual(other.Terms)
        && one.Addresses.SequenceEqual(other.Addresses);
}
