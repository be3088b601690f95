using System.Text.Json;
using System.Text.Json.Serialization;
using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>A change among the people as the API and <c>--json</c> speak it: its kind, and the values that this kind has.</summary>
internal sealed record PeopleChangeJson(string Kind)
{
    public static JsonSerializerOptions Form { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Whom it concerns, by id.</summary>
    public string? Person { get; init; }

    public string? Name { get; init; }

    public DateOnly? Since { get; init; }

    public string? Mail { get; init; }

    public bool? Private { get; init; }

    public string? Function { get; init; }

    public bool? Voting { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>The last day of a term or role; it still belongs to it.</summary>
    public DateOnly? LastDay { get; init; }

    public OfficeRole? Role { get; init; }

    public bool? Deputy { get; init; }

    public AccountKind? Account { get; init; }

    public string? UserPrincipalName { get; init; }

    public Guid? ObjectId { get; init; }

    /// <summary>Asked with the end of a term: who takes its roles. The preview answers with each change of its own.</summary>
    public string? Successor { get; init; }

    /// <summary>Asked with a role: whose same role ends the day before.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>Asked with a term: that the running one ends the day before.</summary>
    public bool? EndsRunning { get; init; }

    public static PeopleChangeJson Of(PeopleChange change) => change switch
    {
        PeopleChange.PersonAdded one => new("person-added") { Person = one.Person.ToString(), Name = one.Name },
        PeopleChange.NameChanged one => new("name-changed") { Person = one.Person.ToString(), Name = one.Name, Since = one.Since },
        PeopleChange.AddressAdded one => new("address-added") { Person = one.Person.ToString(), Mail = one.Mail.ToString(), Private = one.IsPrivate },
        PeopleChange.AddressRemoved one => new("address-removed") { Person = one.Person.ToString(), Mail = one.Mail.ToString() },
        PeopleChange.TermBegun one => new("term-begun") { Person = one.Person.ToString(), Function = one.Term.Function, Voting = one.Term.IsVoting, From = one.Term.From, Until = one.Term.Until },
        PeopleChange.TermEnded one => new("term-ended") { Person = one.Person.ToString(), LastDay = one.LastDay },
        PeopleChange.RoleGiven one => new("role-given") { Person = one.Person.ToString(), Role = one.Role, Deputy = one.IsDeputy, From = one.From, Until = one.Until },
        PeopleChange.RoleEnded one => new("role-ended") { Person = one.Person.ToString(), Role = one.Role, Deputy = one.IsDeputy, LastDay = one.LastDay },
        PeopleChange.AccountChanged one => new("account-changed") { Person = one.Person.ToString(), Account = one.Account, UserPrincipalName = one.UserPrincipalName, ObjectId = one.ObjectId },
        PeopleChange.PublicPersonAdded one => new("public-person-added") { Name = one.Name, Function = one.Function },
        PeopleChange.PublicPersonRemoved one => new("public-person-removed") { Name = one.Name },
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    /// <summary>The change, and those that were asked for with it.</summary>
    /// <exception cref="PeopleException">A value is missing, or the kind is none.</exception>
    public IReadOnlyList<PeopleChange> ToChanges(District district) => ToChange() switch
    {
        PeopleChange.TermEnded ended => Succession.EndTerm(district, ended.Person, ended.LastDay, Other(Successor, "successor")),
        PeopleChange.RoleGiven given => Succession.GiveRole(given, Other(InsteadOf, "insteadOf")),
        PeopleChange.TermBegun begun when EndsRunning == true => Succession.BeginTerm(district, begun),
        var change => [change],
    };

    private PeopleChange ToChange() => Kind switch
    {
        "person-added" => new PeopleChange.PersonAdded(Id, Need(Name, "name")),
        "name-changed" => new PeopleChange.NameChanged(Id, Need(Name, "name"), Need(Since, "since")),
        "address-added" => new PeopleChange.AddressAdded(Id, Address, Private ?? true),
        "address-removed" => new PeopleChange.AddressRemoved(Id, Address),
        "term-begun" => new PeopleChange.TermBegun(Id, new Term(Need(Function, "function"), Need(Voting, "voting"), Need(From, "from"), Until)),
        "term-ended" => new PeopleChange.TermEnded(Id, Need(LastDay, "lastDay")),
        "role-given" => new PeopleChange.RoleGiven(Id, Need(Role, "role"), Deputy ?? false, Need(From, "from"), Until),
        "role-ended" => new PeopleChange.RoleEnded(Id, Need(Role, "role"), Deputy ?? false, Need(LastDay, "lastDay")),
        "account-changed" => new PeopleChange.AccountChanged(Id, Need(Account, "account"), Blank(UserPrincipalName), ObjectId),
        "public-person-added" => new PeopleChange.PublicPersonAdded(Need(Name, "name"), Need(Function, "function")),
        "public-person-removed" => new PeopleChange.PublicPersonRemoved(Need(Name, "name")),
        _ => throw PeopleException.BadChange("kind"),
    };

    private PersonId Id => PersonId.TryParse(Person, out var id) ? id : throw PeopleException.BadChange("person");

    private static PersonId? Other(string? text, string name) => string.IsNullOrEmpty(text) ? null : PersonId.TryParse(text, out var id) ? id : throw PeopleException.BadChange(name);

    private MailAddress Address => MailAddress.TryParse(Mail, out var mail) ? mail : throw PeopleException.BadChange("mail");

    private static string Need(string? value, string name) => Blank(value) ?? throw PeopleException.BadChange(name);

    private static T Need<T>(T? value, string name)
        where T : struct => value ?? throw PeopleException.BadChange(name);

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
