using System.Text.RegularExpressions;

namespace PartnerOffice.Core;

/// <summary>Decides per person, not per place, how the partner reads a name in these minutes (R4).</summary>
internal sealed class NameRules
{
    private const string MemberRole = "Mitglied";
    private const string GuestRole = "Gast";

    private readonly Dictionary<string, ShownName> people = new(StringComparer.OrdinalIgnoreCase);
    private readonly ShownName stranger;
    private readonly List<(Regex Name, string Shown)> hidden = [];

    private readonly bool showsEverybody;

    private NameRules() => (stranger, showsEverybody) = (new ShownName(null, true), true);

    public NameRules(Minutes minutes, District sender, District partner)
    {
        ShownName Of(PersonGroup group, string name, string role) => sender.Names.For(group) switch
        {
            NameShown.ByName => new ShownName(name, false),
            NameShown.ByRole => new ShownName(role, true),
            _ => new ShownName(null, true),
        };

        stranger = Of(PersonGroup.Member, MemberRole, MemberRole) is { IsHidden: true } known ? known : new ShownName(MemberRole, true);

        // The first decision about a name holds; a board decides about its own members before all others.
        void Decide(string name, ShownName shown) => people.TryAdd(MinutesText.Value(name), shown);

        foreach (var person in sender.People.Concat(partner.People))
            Decide(person.Name, Of(PersonGroup.VotingMember, person.Name, person.TermOn(minutes.Date)?.Function ?? MemberRole));
        foreach (var person in sender.PublicPersons)
            Decide(person.Name, Of(PersonGroup.PublicPerson, person.Name, person.Function));
        foreach (var person in sender.KnownPeople)
            Decide(person.Name, Of(person.Group, person.Name, person.Role));
        foreach (var attendee in minutes.Attendance)
            Decide(attendee.Name, Of(attendee.Voting ? PersonGroup.VotingMember : PersonGroup.Guest, attendee.Name, attendee.Function is null ? GuestRole : $"{GuestRole} ({attendee.Function})"));

        // Names in the columns of the form, of people that stand in no list: withheld in prose too.
        foreach (var name in NamesInColumns(minutes))
            Decide(name, stranger);

        foreach (var (name, shown) in people.Where(pair => pair.Value.IsHidden).OrderByDescending(pair => pair.Key.Length))
            hidden.Add((Pattern(name), shown.Text ?? PartnerEdition.InlinePlaceholder));
    }

    /// <summary>The rules among themselves: a board reads all names of its own minutes.</summary>
    public static NameRules ShowingEverybody { get; } = new();

    /// <summary>Full names that the partner does not read.</summary>
    public IReadOnlyList<string> HiddenNames => [.. people.Where(pair => pair.Value.IsHidden).Select(pair => pair.Key)];

    /// <summary>How a person named in a column of the form is shown.</summary>
    public ShownName InColumn(string name) => showsEverybody ? new(name, false) : people.GetValueOrDefault(MinutesText.Value(name), stranger);

    /// <summary>Where names that are not shown stand in a text, and what stands there instead; in order, not overlapping.</summary>
    public IReadOnlyList<(int Start, int Length, string Shown)> FindIn(string text)
    {
        var found = new List<(int Start, int Length, string Shown)>();
        foreach (var (name, shown) in hidden)
        {
            foreach (Match match in name.Matches(text))
            {
                if (!found.Any(other => match.Index < other.Start + other.Length && other.Start < match.Index + match.Length))
                    found.Add((match.Index, match.Length, shown));
            }
        }

        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    // The full name in both orders, with the title before it and the genitive behind it. A surname alone may be a word: it is asked about, never replaced.
    private static Regex Pattern(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape).ToArray();
        var forward = string.Join(@"[\s\u00A0]+", words);
        var backward = words.Length > 1 ? $@"|{words[^1]},?[\s\u00A0]+{string.Join(@"[\s\u00A0]+", words[..^1])}" : "";
        return new Regex($@"(?<![\p{{L}}\p{{N}}])(?:(?:Frau|Herrn?|Gen\.|Genoss(?:in|en?|[*:_]in|/-?in)|Dr\.|Prof\.)[\s\u00A0]+)*(?:{forward}{backward})(?:['’]?s|['’])?(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    private static IEnumerable<string> NamesInColumns(Minutes minutes) => minutes.Items
        .SelectMany(item => item.Resolutions.Select(resolution => resolution.Mover)
            .Concat(item.Resolutions.SelectMany(resolution => resolution.Excluded).Select(excluded => excluded.Name))
            .Concat(item.Actions.Select(action => action.Who))
            .Concat(item.Elections.SelectMany(election => election.Candidates.Select(candidate => candidate.Name).Concat(election.Elected)))
            .Concat((item.Statements ?? []).Select(statement => statement.Name)))
        .Concat([minutes.Chair, minutes.MinuteTaker])
        .OfType<string>()
        .Where(name => name.Contains(' ', StringComparison.Ordinal));
}
