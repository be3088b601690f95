using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>V19: names in the partner's text that nobody decided about, and surnames of people whom the partner does not read (D16, R4).</summary>
/// <remarks>A full name of a known person is replaced by the redaction. What is asked here is never changed by us.</remarks>
internal sealed partial class UnknownNameRules : IMinutesRule
{
    private const string Rule = "V19";
    private const int ShortestSurname = 3;

    public IReadOnlyList<string> Ids { get; } = [Rule];

    public IEnumerable<Finding> Look(CheckedMinutes given)
    {
        // Without the names table nobody knows who may be shown.
        if (given.Context.Partnership is not { } partnership || given.District is not { } district)
            yield break;

        var hidden = given.HiddenNames.Where(name => name.Contains(' ', StringComparison.Ordinal)).ToList();
        var decided = Decided(partnership, district, given.Minutes, hidden);
        var surnames = hidden.Select(Surname).Where(name => name.Length >= ShortestSurname).Distinct().ToList();
        foreach (var place in given.Words.Where(word => word.IsForPartner).GroupBy(word => word.Place))
        {
            var (asked, found) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new List<(string Words, Advice Advice)>());
            foreach (var word in place)
            {
                // The redaction replaces these, in both orders.
                var text = hidden.Aggregate(word.Text, (rest, name) => FullName(name).Replace(rest, " … "));
                foreach (var surname in surnames.Where(surname => Alone(surname).IsMatch(text) && !IsPartOfAKnownName(text, surname, decided) && asked.Add(surname)))
                    found.Add((surname, HiddenSurname(surname)));
                foreach (Match match in PersonName().Matches(text))
                {
                    var (first, last) = (match.Groups["first"].Value, match.Groups["last"].Value);
                    var isPerson = match.Groups["title"].Success || FirstNames.Contains(first);
                    var isKnown = first.Length > 0
                        ? decided.Contains($"{first} {last}")
                        : decided.Any(name => Surname(name).Equals(WithoutGenitive(last, decided), StringComparison.OrdinalIgnoreCase));
                    if (isPerson && !isKnown && !decided.Contains($"{first} {WithoutGenitive(last, decided)}") && asked.Add(last) && !surnames.Contains(last))
                        found.Add((match.Value, UnknownName(match.Value)));
                }
            }

            foreach (var (words, advice) in found)
                yield return advice.Stops(Rule, Places.Of(place.Key, words));
        }
    }

    private static HashSet<string> Decided(Partnership partnership, District district, Minutes minutes, List<string> hidden) =>
        partnership.Districts.SelectMany(one => one.People).Select(person => person.Name)
            .Concat(district.PublicPersons.Select(person => person.Name))
            .Concat(district.KnownPeople.Select(person => person.Name))
            .Concat(minutes.Attendance.Select(attendee => attendee.Name))
            .Except(hidden)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static string WithoutGenitive(string surname, HashSet<string> decided) =>
        surname is [.., 's'] && decided.Any(name => Surname(name).Equals(surname[..^1], StringComparison.OrdinalIgnoreCase)) ? surname[..^1] : surname;

    private static bool IsPartOfAKnownName(string text, string surname, HashSet<string> decided) =>
        decided.Any(name => Surname(name) == surname && text.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static Regex FullName(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape).ToArray();
        return new Regex($@"(?<!\p{{L}})(?:{string.Join(@"\s+", words)}|{words[^1]},?\s+{string.Join(@"\s+", words[..^1])})(?:['’]?s|['’])?(?!\p{{L}})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    private static Regex Alone(string surname) =>
        new($@"(?<![\p{{L}}\p{{N}}-]){Regex.Escape(surname)}(?:['’]?s|['’])?(?![\p{{L}}\p{{N}}-])", RegexOptions.CultureInvariant);

    private static Advice HiddenSurname(string surname) => new(
        $"»{Quoting.Short(surname)}« ist der Nachname einer Person, die der Partner nicht lesen soll, oder nur ein Wort.", $"\"{Quoting.Short(surname)}\" is the surname of a person whom the partner should not read, or only a word.",
        "Das Wort ersetzen, als »nur Vorstand« kennzeichnen oder mit Grund bestätigen.", "Replace the word, mark it for the board only, or confirm it with a reason.");

    private static Advice UnknownName(string name) => new(
        $"»{Quoting.Short(name)}« steht in keiner Liste; der Partner würde den Namen lesen.", $"\"{Quoting.Short(name)}\" is in no list; the partner would read the name.",
        "Die Person in die Partnerschaftsdatei aufnehmen, den Namen ersetzen oder mit Grund bestätigen.", "Add the person to the partnership file, replace the name, or confirm it with a reason.");

    // A form of address and a surname, or two capitalised words: the first is then looked up among first names.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}-])(?:(?<title>Frau|Herrn?|Gen\.|Genossin|Genossen?|Dr\.|Prof\.)\s+(?:(?:Dr\.|Prof\.)\s+)*)?(?:(?<first>\p{Lu}[\p{L}]+(?:-\p{Lu}\p{L}+)?)\s+)?"
        + @"(?:(?:von|van|de|zu|vom|zur|der|den|al|el|bin)\s+)*(?<last>\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)?)(?![\p{L}\p{N}])",
        RegexOptions.CultureInvariant)]
    private static partial Regex PersonName();
}
