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

    /// <summary>The rules of one board's minutes for the other: the sending district decides about everybody.</summary>
    public NameRules(Minutes minutes, District sender, District partner)
    {
        stranger = StrangerTo(sender);

        // The first decision about a name holds; a board decides about its own members before all others.
        Members(minutes, sender.People.Concat(partner.People), sender.Names);
        Listed(sender, sender.Names);
        Attending(minutes.Attendance, sender.Names);
        Close(minutes);
    }

    private NameRules(Minutes minutes, IReadOnlyList<District> deciding, District? own)
    {
        stranger = StrangerTo(deciding[0]);
        foreach (var district in deciding)
            Members(minutes, district.People, district.Names);
        if (own is not null)
            Members(minutes, own.People, null);
        foreach (var district in deciding)
        {
            Listed(district, district.Names);
            Attending(minutes.Attendance.Where(attendee => attendee.District == district.Id.ToString()), district.Names);
        }

        if (own is not null)
        {
            Listed(own, null);
            Attending(minutes.Attendance.Where(attendee => attendee.District == own.Id.ToString()), null);
        }

        // Whoever came for nobody knows whom is shown as the stricter of the two would.
        Attending(minutes.Attendance, deciding[0].Names);
        Close(minutes);
    }

    /// <summary>The rules of a joint meeting's minutes for one of the two boards: the other decides about its people, the own are no strangers (R22).</summary>
    public static NameRules ForOneOfTwo(Minutes minutes, District own, District other) => new(minutes, [other], own);

    /// <summary>The rules of a joint meeting's minutes for what both boards read: each decides about its people.</summary>
    public static NameRules ForBoth(Minutes minutes, District one, District other) => new(minutes, [one, other], null);

    private static ShownName Of(NamesPolicy? policy, PersonGroup group, string name, string role) => (policy?.For(group) ?? NameShown.ByName) switch
    {
        NameShown.ByName => new ShownName(name, false),
        NameShown.ByRole => new ShownName(role, true),
        _ => new ShownName(null, true),
    };

    private static ShownName StrangerTo(District district) =>
        Of(district.Names, PersonGroup.Member, MemberRole, MemberRole) is { IsHidden: true } known ? known : new ShownName(MemberRole, true);

    private void Members(Minutes minutes, IEnumerable<Person> members, NamesPolicy? policy)
    {
        foreach (var person in members)
            Decide(person.Name, Of(policy, PersonGroup.VotingMember, person.Name, person.TermOn(minutes.Date)?.Function ?? MemberRole));
    }

    private void Listed(District district, NamesPolicy? policy)
    {
        foreach (var person in district.PublicPersons)
            Decide(person.Name, Of(policy, PersonGroup.PublicPerson, person.Name, person.Function));
        foreach (var person in district.KnownPeople)
            Decide(person.Name, Of(policy, person.Group, person.Name, person.Role));
    }

    private void Attending(IEnumerable<Attendee> attendance, NamesPolicy? policy)
    {
        foreach (var attendee in attendance)
            Decide(attendee.Name, Of(policy, attendee.Voting ? PersonGroup.VotingMember : PersonGroup.Guest, attendee.Name, attendee.Function is null ? GuestRole : $"{GuestRole} ({attendee.Function})"));
    }

    private void Decide(string name, ShownName shown) => people.TryAdd(MinutesText.Value(name), shown);

    private void Close(Minutes minutes)
    {
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
