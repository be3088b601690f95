using System.CommandLine;
using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.People;

/// <summary>What several of the people's verbs ask for, read in one way.</summary>
internal static class PeopleOptions
{
    public static Argument<string> Person() => new("PERSON") { Description = "Name oder Kennung aus der Partnerschaftsdatei" };

    public static Option<string?> District() => new("--district") { Description = "Kennung des eigenen Kreisverbands", HelpName = "KENNUNG" };

    public static Option<string?> Day(string name, string description) => new(name) { Description = description, HelpName = "TAG" };

    public static Argument<string> Role() => new("AUFGABE") { Description = string.Join(", ", Enum.GetValues<OfficeRole>().Select(KebabWord.Of)) };

    public static Option<bool> Deputy() => new("--deputy") { Description = "Als Vertretung" };

    /// <summary>A person and the district that they belong to.</summary>
    /// <exception cref="VerbException">Nobody is called so.</exception>
    public static (District District, Person Person) Find(VerbContext context, string name)
    {
        var partnership = context.Partnership.Partnership;
        var person = ActingPerson.Of(partnership, name);
        return (partnership.Districts.Single(district => district.Find(person.Id) is not null), person);
    }

    /// <exception cref="VerbException">None is named, or there is none of this id.</exception>
    public static District DistrictOf(VerbContext context, Option<string?> option) =>
        context.Get(option) is { } id && context.Partnership.Partnership.Find(id) is { } district ? district : throw NoDistrict(context.Partnership.Partnership);

    /// <summary>A day as people write it; null where none is given.</summary>
    /// <exception cref="VerbException">It cannot be read, or can mean two.</exception>
    public static DateOnly? DayOf(VerbContext context, Option<string?> option, District district)
    {
        if (context.Get(option) is not { } text)
            return null;

        var read = SpokenDate.Read(text, TimeProvider.System.Today(district.TimeZone));
        return read.Certain ?? throw new VerbException(
            "no-day", option.Name,
            read.Question ?? new($"»{text}« ist kein lesbares Datum.", $"\"{text}\" is no readable date."),
            new("Den Tag wie 14.07.2026 angeben.", "Give the day as in 2026-07-14."));
    }

    /// <exception cref="VerbException">The day is missing, or cannot be read.</exception>
    public static DateOnly RequireDay(VerbContext context, Option<string?> option, District district) => DayOf(context, option, district) ?? throw Missing(option.Name);

    /// <exception cref="VerbException">There is no such role.</exception>
    public static OfficeRole RoleOf(VerbContext context, Argument<string> argument)
    {
        var word = context.Get(argument)!;
        return KebabWord.TryParse<OfficeRole>(word, out var role) ? role
            : Enum.GetValues<OfficeRole>().Where(one => string.Equals(OfficeRoles.NameOf(one).German, word, StringComparison.OrdinalIgnoreCase)).Cast<OfficeRole?>().FirstOrDefault()
                ?? throw new VerbException(
                    "no-role", "AUFGABE",
                    new($"»{word}« ist keine Aufgabe.", $"\"{word}\" is no role."),
                    new($"Eine nehmen: {string.Join(", ", Enum.GetValues<OfficeRole>().Select(KebabWord.Of))}.", $"Take one: {string.Join(", ", Enum.GetValues<OfficeRole>().Select(KebabWord.Of))}."));
    }

    public static VerbException Missing(string option) => new(
        "option-missing", option,
        new("Diese Angabe fehlt.", "This value is missing."),
        new("Sie ergänzen und noch einmal versuchen.", "Add it, and try again."));

    private static VerbException NoDistrict(Partnership partnership) => new(
        "no-district", "--district",
        new("Es fehlt, um welchen Kreisverband es geht.", "It is missing which district is meant."),
        new($"Einen nennen: {string.Join(" oder ", partnership.Districts.Select(district => district.Id))}.", $"Name one: {string.Join(" or ", partnership.Districts.Select(district => district.Id))}."));
}
