namespace PartnerOffice.Core;

/// <summary>One of the two parties of a partnership: a Kreisverband with its board, tenant and rules.</summary>
public sealed record District
{
    /// <summary>Its id, as minutes name it.</summary>
    public required DistrictId Id { get; init; }

    /// <summary>The whole name: "Die Linke. Kreisverband Steinfurt".</summary>
    public required string Name { get; init; }

    /// <summary>The name after "Kreisverband": "Steinfurt".</summary>
    public required string ShortName { get; init; }

    /// <summary>What its board is called: "Kreisvorstand".</summary>
    public required string BoardName { get; init; }

    /// <summary>Its tenant and how to sign in; null until it is set up. Deliveries wait meanwhile (R20).</summary>
    public required TenantAccess? Tenant { get; init; }

    /// <summary>Where it receives its partner's editions; null until it is set up. Deliveries wait meanwhile (R20).</summary>
    public required ReceivingLibrary? Library { get; init; }

    /// <summary>
    /// A library in the tenant of its partner, from which it picks up the editions while its own tenant admits no foreign application (R20);
    /// null for none. It counts only as long as <see cref="Tenant"/> is null.
    /// </summary>
    public ReceivingLibrary? PickUp { get; init; }

    /// <summary>Where it keeps what only its board may know; null where it keeps no register with us (R9).</summary>
    public BoardRegister? Register { get; init; }

    /// <summary>Where its minutes are written, and where their column <c>Stand</c> is a second door; null where it is not set up (R14).</summary>
    public BoardLibrary? BoardLibrary { get; init; }

    /// <summary>The shared mailbox that owns the meetings and sends the mail, never a person's; null until it is set up.</summary>
    public required MailAddress? Mailbox { get; init; }

    /// <summary>Its home page; null where it has none.</summary>
    public required Uri? Homepage { get; init; }

    /// <summary>Its pages in social networks.</summary>
    public required IReadOnlyList<SocialLink> SocialLinks { get; init; }

    /// <summary>The office's zone: "today" and "9:00" are asked of it.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>The state whose public holidays it keeps; null where only those of the whole republic count.</summary>
    public FederalState? State { get; init; }

    /// <summary>Its school holidays, as far as somebody entered them.</summary>
    public IReadOnlyList<SchoolHoliday> SchoolHolidays { get; init; } = [];

    /// <summary>Its conferences and assemblies to come, as far as their day is fixed.</summary>
    public IReadOnlyList<DistrictAssembly> Assemblies { get; init; } = [];

    /// <summary>The language of its documents, as in <c>de-DE</c>.</summary>
    public required string Language { get; init; }

    /// <summary>How it writes words for people of every gender.</summary>
    public required GenderForm GenderForm { get; init; }

    /// <summary>How its mails begin: "Liebe Genoss*innen".</summary>
    public required string Salutation { get; init; }

    /// <summary>Everybody with a function, also in former and coming terms.</summary>
    public required IReadOnlyList<Person> People { get; init; }

    /// <summary>Who holds which role, and when.</summary>
    public required IReadOnlyList<RoleAssignment> Roles { get; init; }

    /// <summary>Guests, employees and members whose names occur in minutes.</summary>
    public required IReadOnlyList<KnownPerson> KnownPeople { get; init; }

    /// <summary>Office holders and others whom the partner may read by name.</summary>
    public required IReadOnlyList<PublicPerson> PublicPersons { get; init; }

    /// <summary>Which people the partner reads by name.</summary>
    public required NamesPolicy Names { get; init; }

    /// <summary>The board's own rules.</summary>
    public required BoardRules Rules { get; init; }

    /// <summary>From which state on minutes may go to the partner.</summary>
    public required ShareFrom Share { get; init; }

    /// <summary>Hours between approval and delivery; null for "the next working day at 9:00" (R7).</summary>
    public required int? HoldHours { get; init; }

    /// <summary>As whom the service enters the board's own library.</summary>
    public required OwnLibraryAccess OwnLibrary { get; init; }

    /// <summary>Places that may be named to the partner.</summary>
    public required IReadOnlyList<Room> Rooms { get; init; }

    /// <summary>Whether this board wants withheld passages counted in the edition. Both must want it: <see cref="Partnership.CountsWithheld"/>.</summary>
    public required bool WantsWithheldCounted { get; init; }

    /// <summary>The members with voting right on <paramref name="day"/>, in the file's order.</summary>
    public IReadOnlyList<Person> BoardOn(DateOnly day) => [.. People.Where(person => person.IsVotingOn(day))];

    /// <summary>Who coordinates the partnership on <paramref name="day"/> (clause 7); null where nobody does.</summary>
    public Person? CoordinatorOn(DateOnly day) => HoldersOn(OfficeRole.Coordinator, day, isDeputy: false).FirstOrDefault();

    /// <summary>Who does it in the coordinator's absence; null where nobody does.</summary>
    public Person? DeputyCoordinatorOn(DateOnly day) => HoldersOn(OfficeRole.Coordinator, day, isDeputy: true).FirstOrDefault();

    /// <summary>Who holds a role on <paramref name="day"/>, deputies last. A role ends with its person's term (R21).</summary>
    public IReadOnlyList<Person> HoldersOn(OfficeRole role, DateOnly day) =>
        [.. HoldersOn(role, day, isDeputy: false), .. HoldersOn(role, day, isDeputy: true)];

    /// <summary>Who holds a role, or is its deputy, on <paramref name="day"/>.</summary>
    public IReadOnlyList<Person> HoldersOn(OfficeRole role, bool isDeputy, DateOnly day) => [.. HoldersOn(role, day, isDeputy)];

    /// <summary>The roles that a person holds on <paramref name="day"/>, as deputy or not.</summary>
    public IReadOnlySet<OfficeRole> RolesOn(PersonId person, DateOnly day) =>
        Enum.GetValues<OfficeRole>().Where(role => HoldersOn(role, day).Any(holder => holder.Id == person)).ToHashSet();

    /// <summary>The person with this id; null for nobody.</summary>
    public Person? Find(PersonId id) => People.FirstOrDefault(person => person.Id == id);

    /// <summary>The person whom minutes name with this text; null for nobody.</summary>
    public Person? Find(string? id) => PersonId.TryParse(id, out var parsed) ? Find(parsed) : null;

    /// <summary>The person whom the tenant's token names, by object id or, failing that, by user principal name; null for nobody (D31).</summary>
    public Person? FindAccount(Guid? objectId, string? userPrincipalName) =>
        People.FirstOrDefault(person => objectId is not null && person.ObjectId == objectId)
        ?? People.FirstOrDefault(person => person.ObjectId is null && userPrincipalName is not null
            && string.Equals(person.UserPrincipalName, userPrincipalName, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<Person> HoldersOn(OfficeRole role, DateOnly day, bool isDeputy) => Roles
        .Where(assignment => assignment.Role == role && assignment.IsDeputy == isDeputy && assignment.Covers(day))
        .Select(assignment => Find(assignment.Person))
        .OfType<Person>()
        .Where(person => person.TermOn(day) is not null)
        .DistinctBy(person => person.Id);
}
