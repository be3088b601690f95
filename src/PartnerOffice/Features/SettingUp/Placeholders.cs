using PartnerOffice.CommandLine;
using PartnerOffice.Core;

namespace PartnerOffice.Features.SettingUp;

/// <summary>What a partnership file still has from the sample: people who do not exist, and a tracker that is nowhere.</summary>
/// <remarks>The sample itself is none: whoever tries it in the sandbox wants exactly these people.</remarks>
internal static class Placeholders
{
    private const int MostNames = 3;

    private static readonly Lazy<Partnership> Sample = new(() => PartnershipSource.Load(null).Partnership);

    /// <summary>One sentence for each, with what to do.</summary>
    public static IEnumerable<(string Check, District? District, Bilingual Message, Bilingual Remedy)> Of(Partnership partnership, IReadOnlyList<District> sides, DateOnly today)
    {
        if (partnership.Id == Sample.Value.Id && partnership.Graph == Sample.Value.Graph) yield break;

        foreach (var district in sides)
        {
            var invented = district.People.Where(IsInvented).ToList();
            if (invented.Count > 0)
            {
                yield return ("placeholder-people", district,
                    new($"Von {invented.Count} Personen stehen noch die erfundenen Angaben des Musters da: {Names(invented)}.", $"{invented.Count} people are still the sample's invented ones: {Names(invented)}."),
                    new("Die wirklichen Mitglieder des Vorstands eintragen (people) und die erfundenen löschen.", "Enter the real members of the board (people) and delete the invented ones."));
            }

            if (new[] { district.CoordinatorOn(today), district.DeputyCoordinatorOn(today) }.OfType<Person>().Where(IsInvented).ToList() is { Count: > 0 } coordinators)
            {
                yield return ("placeholder-coordinator", district,
                    new($"Für die Koordination stehen noch erfundene Personen da: {Names(coordinators)}.", $"The coordinators are still invented people: {Names(coordinators)}."),
                    new("Koordination und Vertretung des Kreisverbands eintragen (roles).", "Enter the district's coordinator and deputy (roles)."));
            }
        }

        if (partnership.Tracker.DriveId == Sample.Value.Tracker.DriveId)
        {
            yield return ("placeholder-tracker", null,
                new("Als Ort des Trackers steht noch die Kennung des Musters da.", "The tracker's place is still the sample's id."),
                new("Kennung der Bibliothek ablesen und eintragen (tracker.driveId).", "Read off the library's id and enter it (tracker.driveId)."));
        }
    }

    // By name and by address: whoever enters a real address under an invented name has begun, but is not done.
    private static bool IsInvented(Person person) => Sample.Value.Districts.SelectMany(district => district.People).Any(known =>
        known.Name == person.Name
        || (person.UserPrincipalName is { } account && string.Equals(account, known.UserPrincipalName, StringComparison.OrdinalIgnoreCase))
        || known.Addresses.Any(theirs => person.Addresses.Any(own => own.Mail.Equals(theirs.Mail))));

    private static string Names(IReadOnlyCollection<Person> people) =>
        string.Join(", ", people.Take(MostNames).Select(person => person.Name)) + (people.Count > MostNames ? " …" : "");
}
