namespace PartnerOffice.Core;

/// <summary>Reads one district of a partnership file.</summary>
internal static class DistrictReader
{
    private static readonly Bilingual ZoneExpected = new("eine Zeitzone wie „Europe/Berlin“", "a time zone like \"Europe/Berlin\"");
    private static readonly Bilingual FullNameExpected = new("Vor- und Nachname", "first name and surname");
    private static readonly Bilingual FreeIdExpected = new("eine Kennung, die noch nicht vergeben ist", "an id that is not taken");

    public static DistrictId? ParseId(string text) => DistrictId.TryParse(text, out var id) ? id : null;

    public static District Read(FieldReader district)
    {
        var people = ReadPeople(district);
        var known = district.List("knownPeople", ReadKnownPerson);
        var publicPersons = district.List("publicPersons", entry => new PublicPerson(FullName(entry), entry.Text("function") ?? ""));
        RefuseContradictions(district, people, known, publicPersons);

        return new()
        {
            Id = district.Required("id", PartnershipFile.IdExpected, ParseId) ?? default,
            Name = district.Text("name") ?? "",
            ShortName = district.Text("shortName", 60) ?? "",
            BoardName = district.OptionalText("boardName", "Kreisvorstand", 60) ?? "",
            Tenant = district.ObjectOrNull("tenant", TenantReader.Read),
            Library = district.ObjectOrNull("library", ReadLibrary),
            PickUp = district.OptionalObject("pickUp", ReadLibrary),
            Register = district.OptionalObject("register", ReadRegister),
            BoardLibrary = district.OptionalObject("boardLibrary", ReadLibrary) is { } own ? new(own.SiteId, own.DriveId, own.ListId, own.Folder) : null,
            Mailbox = district.OptionalMail("mailbox"),
            Homepage = district.OptionalWebAddress("homepage"),
            SocialLinks = district.List("socialLinks", link => new SocialLink(link.Text("network", 60) ?? "", link.WebAddress("url")!)),
            TimeZone = district.Optional("timeZone", ZoneExpected, FindZone) ?? Berlin(),
            State = district.OptionalChoice("state", States),
            SchoolHolidays = district.List("schoolHolidays", ReadSchoolHoliday),
            Assemblies = district.List("assemblies", entry => new DistrictAssembly(entry.Text("name", 100) ?? "", entry.Date("date") ?? default)),
            Language = district.Choice<int>("language", 0, ("de-DE", 0)) is null ? "" : "de-DE",
            GenderForm = district.Choice<GenderForm>("genderForm", GenderForm.Star,
                ("star", GenderForm.Star), ("colon", GenderForm.Colon), ("underscore", GenderForm.Underscore),
                ("slash", GenderForm.Slash), ("neutral", GenderForm.Neutral)) ?? default,
            Salutation = district.OptionalText("salutation", "Liebe Genoss*innen", 100) ?? "",
            People = people,
            Roles = ReadRoles(district, people),
            KnownPeople = known,
            PublicPersons = publicPersons,
            Names = district.OptionalObject("names", ReadNames) ?? NamesPolicy.Default,
            Rules = district.Object("rules", RulesReader.Read)!,
            Share = district.Choice<ShareFrom>("share", ShareFrom.Approved, ("approved", ShareFrom.Approved), ("released", ShareFrom.Released)) ?? default,
            HoldHours = district.OptionalWhole("holdHours", 0, 72),
            OwnLibrary = district.Choice<OwnLibraryAccess>("ownLibrary", OwnLibraryAccess.Person,
                ("person", OwnLibraryAccess.Person), ("app", OwnLibraryAccess.App)) ?? default,
            Rooms = district.List("rooms", room => new Room(room.Text("name", 100) ?? "", room.Text("address") ?? "")),
            WantsWithheldCounted = district.Flag("countWithheld", otherwise: false) ?? false,
        };
    }

    private static List<Person> ReadPeople(FieldReader district)
    {
        var ids = new HashSet<PersonId>();
        var accounts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. district.List("people", person =>
        {
            var id = person.Required("id", PartnershipFile.IdExpected, ParsePersonId);
            if (id is { } written && !ids.Add(written))
            {
                person.Wrong("id", FreeIdExpected);
            }

            var account = person.Choice<AccountKind>("account", null,
                ("tenant", AccountKind.Tenant), ("guest", AccountKind.Guest), ("none", AccountKind.None));
            var principal = person.Optional("userPrincipalName",
                new("ein Anmeldename wie „name@kreisverband.onmicrosoft.com“", "a sign-in name like \"name@district.onmicrosoft.com\""),
                FieldForms.PrincipalName);
            var objectId = person.OptionalId("objectId");
            JudgeAccount(person, account, principal, objectId);
            foreach (var (field, name) in new[] { ("userPrincipalName", principal), ("objectId", objectId?.ToString()) })
            {
                if (name is not null && !accounts.Add(name))
                {
                    person.Wrong(field, new("ein Konto, das noch keiner anderen Person gehört", "an account that belongs to nobody else"));
                }
            }

            return new Person(id ?? default, FullName(person), ReadTerms(person),
                person.List("addresses", address => new PersonAddress(address.Mail("mail") ?? default, address.Flag("private", otherwise: true) ?? true)),
                account ?? default, principal, objectId);
        }, isRequired: true)];
    }

    private static void JudgeAccount(FieldReader person, AccountKind? account, string? principal, Guid? objectId)
    {
        if (account is AccountKind.Tenant or AccountKind.Guest && principal is null && objectId is null
            && !person.Has("userPrincipalName") && !person.Has("objectId"))
        {
            person.Wrong("userPrincipalName", new("userPrincipalName oder objectId, weil die Person ein Konto hat (account)",
                "userPrincipalName or objectId, since the person has an account"));
        }

        if (account == AccountKind.None && (principal is not null || objectId is not null))
        {
            person.Wrong(principal is not null ? "userPrincipalName" : "objectId",
                new("nichts, weil die Person kein Konto hat (account „none“)", "nothing, since the person has no account"));
        }
    }

    private static List<Term> ReadTerms(FieldReader person)
    {
        DateOnly? free = DateOnly.MinValue;
        return [.. person.List("terms", term =>
        {
            var (from, until) = Days(term);
            if (from is { } start && (free is null || start < free))
            {
                term.Wrong("from", new("ein Tag nach dem Ende der Amtszeit davor", "a day after the end of the term before"));
            }

            free = until switch
            {
                { } end when end < DateOnly.MaxValue => end.AddDays(1),
                null when term.Has("until") => DateOnly.MinValue, // an unreadable end is one mistake, not two
                _ => null,
            };
            return new Term(term.Text("function", FieldForms.LongestFunction) ?? "", term.Flag("voting") ?? false, from ?? default, until);
        }, isRequired: true)];
    }

    private static List<RoleAssignment> ReadRoles(FieldReader district, List<Person> people)
    {
        var roles = new List<RoleAssignment>();
        district.List("roles", entry =>
        {
            var role = entry.Choice<OfficeRole>("role", null,
                ("secretary", OfficeRole.Secretary), ("chair", OfficeRole.Chair),
                ("coordinator", OfficeRole.Coordinator), ("administrator", OfficeRole.Administrator));
            var person = PersonOf(entry, people);
            var isDeputy = entry.Flag("deputy", otherwise: false) ?? false;
            var (from, until) = Days(entry);

            // Roles end with terms (R21); one that begins outside every term would silently mean nothing.
            if (person is { } id && from is { } start && people.Find(known => known.Id == id) is { } holder && holder.TermOn(start) is null)
            {
                entry.Wrong("from", new("ein Tag in einer Amtszeit dieser Person (terms)", "a day within a term of this person (terms)"));
            }

            // Clause 7 names one person for each board: whom the partner writes to must never be a guess.
            if (role == OfficeRole.Coordinator && from is { } first && roles.Exists(other =>
                other.Role == OfficeRole.Coordinator && other.IsDeputy == isDeputy
                && first <= (other.Until ?? DateOnly.MaxValue) && other.From <= (until ?? DateOnly.MaxValue)))
            {
                entry.Wrong("from", new("zu jeder Zeit nur eine Koordination und eine Vertretung", "only one coordinator and one deputy at any time"));
            }

            var assignment = new RoleAssignment(role ?? default, person ?? default, isDeputy, from ?? default, until);
            if (role is not null && from is not null)
            {
                roles.Add(assignment);
            }

            return assignment;
        }, isRequired: true);

        if (!roles.Exists(entry => entry is { Role: OfficeRole.Coordinator, IsDeputy: false }))
        {
            district.Wrong("roles", new("mindestens einmal die Rolle „coordinator“ (Ziffer 7 des Vertrags)", "the role \"coordinator\" at least once (clause 7)"),
                new("keine", "none"));
        }

        return roles;
    }

    private static PersonId? PersonOf(FieldReader entry, List<Person> people) =>

        // While somebody's id cannot be read, an unknown one here may be theirs: one mistake, not two.
        people.Exists(person => person.Id == default)
            ? entry.Required("person", PartnershipFile.IdExpected, ParsePersonId)
            : entry.Choice<PersonId>("person", null, [.. people.Select(person => (person.Id.ToString(), person.Id)).Distinct()]);

    private static PersonId? ParsePersonId(string text) => PersonId.TryParse(text, out var id) ? id : null;

    private static (DateOnly? From, DateOnly? Until) Days(FieldReader fields)
    {
        var (from, until) = (fields.Date("from"), fields.OptionalDate("until"));
        if (until < from)
        {
            fields.Wrong("until", new($"ein Tag nicht vor dem Beginn ({from:yyyy-MM-dd}), oder null", $"a day not before the first ({from:yyyy-MM-dd}), or null"));
        }

        return (from, until);
    }

    private static readonly (string Word, FederalState Value)[] States = [.. Enum.GetValues<FederalState>().Select(state => (state.ToString(), state))];

    private static SchoolHoliday ReadSchoolHoliday(FieldReader entry)
    {
        var (name, from, until) = (entry.Text("name", 100), entry.Date("from"), entry.Date("until"));
        if (until < from)
        {
            entry.Wrong("until", new($"ein Tag nicht vor dem Beginn ({from:yyyy-MM-dd})", $"a day not before the first ({from:yyyy-MM-dd})"));
        }

        return new(name ?? "", from ?? default, until ?? default);
    }

    private static ReceivingLibrary ReadLibrary(FieldReader library) => new(
        library.Required("siteId", GraphIds.SiteExpected, GraphIds.Site) ?? "",
        library.Required("driveId", GraphIds.DriveExpected, GraphIds.Drive) ?? "",
        library.Id("listId") ?? default,
        library.Optional("folder", new("ein Ordner wie „Protokolle/Steinfurt“, ohne Schrägstrich am Anfang", "a folder like \"Protokolle/Steinfurt\", without a leading slash"),
            GraphIds.Path) ?? "");

    private static BoardRegister ReadRegister(FieldReader register) => new(
        register.Required("siteId", GraphIds.SiteExpected, GraphIds.Site) ?? "",
        register.Required("driveId", GraphIds.DriveExpected, GraphIds.Drive) ?? "",
        register.Required("path", new("ein Pfad unter der Bibliothek wie „Register/Vorstandsregister.xlsx“", "a path below the library like \"Register/Vorstandsregister.xlsx\""),
            text => GraphIds.Path(text) is { Length: > 5 } path && path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? path : null) ?? "");

    private static KnownPerson ReadKnownPerson(FieldReader entry) => new(
        FullName(entry),
        entry.Choice<PersonGroup>("group", null,
            ("guest", PersonGroup.Guest), ("employee", PersonGroup.Employee), ("member", PersonGroup.Member)) ?? default,
        entry.Text("role", 100) ?? "");

    private static void RefuseContradictions(
        FieldReader district, List<Person> people, IReadOnlyList<KnownPerson> known, IReadOnlyList<PublicPerson> publicPersons)
    {
        foreach (var name in known.Select(person => person.Name).Intersect(publicPersons.Select(person => person.Name)).Where(name => name.Length > 0))
        {
            district.Wrong("publicPersons", new("niemand, der auch in knownPeople steht: entweder mit Namen oder nach Funktion",
                "nobody who is in knownPeople too: either by name or by role"), new($"„{name}“", $"\"{name}\""));
        }

        foreach (var name in known.Select(person => person.Name).Intersect(people.Select(person => person.Name)).Where(name => name.Length > 0))
        {
            district.Wrong("knownPeople", new("niemand, der auch in people steht", "nobody who is in people too"), new($"„{name}“", $"\"{name}\""));
        }
    }

    private static NamesPolicy ReadNames(FieldReader names)
    {
        var rows = new Dictionary<PersonGroup, NameShown>();
        foreach (var (field, group, allowed) in NamesTable)
        {
            rows[group] = names.Choice<NameShown>(field, NamesPolicy.Default.For(group), [.. allowed.Select(shown => (Words[shown], shown))]) ?? default;
        }

        return new(rows);
    }

    private static readonly Dictionary<NameShown, string> Words = new()
    {
        [NameShown.ByName] = "name",
        [NameShown.ByRole] = "role",
        [NameShown.AsNumber] = "number",
        [NameShown.NotAtAll] = "nothing",
    };

    // People in personnel matters can be told by their role alone ("die Beschäftigte"), so no board may show even that.
    private static readonly (string Field, PersonGroup Group, NameShown[] Allowed)[] NamesTable =
    [
        ("votingMembers", PersonGroup.VotingMember, [NameShown.ByName, NameShown.ByRole]),
        ("guests", PersonGroup.Guest, [NameShown.ByName, NameShown.ByRole, NameShown.NotAtAll]),
        ("excused", PersonGroup.Excused, [NameShown.ByName, NameShown.AsNumber, NameShown.NotAtAll]),
        ("unexcused", PersonGroup.Unexcused, [NameShown.ByName, NameShown.AsNumber, NameShown.NotAtAll]),
        ("employees", PersonGroup.Employee, [NameShown.ByName, NameShown.ByRole, NameShown.NotAtAll]),
        ("members", PersonGroup.Member, [NameShown.ByName, NameShown.ByRole, NameShown.NotAtAll]),
        ("applicants", PersonGroup.Applicant, [NameShown.NotAtAll]),
        ("personnel", PersonGroup.Personnel, [NameShown.NotAtAll]),
        ("publicPersons", PersonGroup.PublicPerson, [NameShown.ByName, NameShown.ByRole]),
    ];

    private static string FullName(FieldReader entry) =>
        entry.Required("name", FullNameExpected, FieldForms.FullName) ?? "";

    private static TimeZoneInfo? FindZone(string name) =>
        name.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    private static TimeZoneInfo Berlin() => TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
}
