using PartnerOffice.Core;

namespace PartnerOffice.CommandLine;

/// <summary>Who acts: on the command line a name or an id of the partnership file, later the signed-in person (D25, D31).</summary>
internal static class ActingPerson
{
    /// <summary>The person of this district whom <c>--as</c> names.</summary>
    /// <exception cref="VerbException">Nobody there is called so.</exception>
    public static Person Of(District district, string name) =>
        district.People.FirstOrDefault(person => IsMeant(person, name)) ?? throw Unknown(district.Name, name);

    /// <summary>The person of one of these districts, and which it is.</summary>
    /// <exception cref="VerbException">Nobody there is called so.</exception>
    public static (Person Person, District District) Of(IReadOnlyList<District> districts, string name) =>
        districts.FirstOrDefault(district => district.People.Any(person => IsMeant(person, name))) is { } own
            ? (Of(own, name), own)
            : throw Unknown(string.Join(", ", districts.Select(district => district.Name)), name);

    /// <summary>The person of either district, for what both may do.</summary>
    /// <exception cref="VerbException">Nobody is called so.</exception>
    public static Person Of(Partnership partnership, string name) =>
        partnership.Districts.SelectMany(district => district.People).FirstOrDefault(person => IsMeant(person, name)) ?? throw Unknown(partnership.Name, name);

    private static bool IsMeant(Person person, string name) =>
        person.Id.ToString() == name || string.Equals(person.Name, name, StringComparison.OrdinalIgnoreCase);

    private static VerbException Unknown(string where, string name) => new(
        "unknown-person",
        "--as",
        new Bilingual($"»{name}« steht bei {where} nicht in der Partnerschaftsdatei.", $"\"{name}\" is not in the partnership file for {where}."),
        new Bilingual("Den Namen oder die Kennung so angeben, wie sie dort stehen.", "Give the name or the id as it stands there."));
}
