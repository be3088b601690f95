namespace PartnerOffice.Core;

/// <summary>Applies changes among a district's people: a new partnership, or a refusal that says whose, where and what to do.</summary>
public static class PeopleChanges
{
    /// <summary>The partnership as it stands after these changes, in their order. Nothing is written anywhere.</summary>
    /// <param name="district">Whose people they are; the other district's are its own business.</param>
    /// <param name="today">In the district's zone.</param>
    /// <exception cref="PeopleChangeException">One of them cannot be.</exception>
    /// <exception cref="ArgumentException">There is no such district.</exception>
    public static Partnership Apply(Partnership partnership, DistrictId district, IReadOnlyList<PeopleChange> changes, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(partnership);
        ArgumentNullException.ThrowIfNull(changes);

        var before = partnership.Find(district) ?? throw new ArgumentException($"There is no district {district}.", nameof(district));
        var taken = partnership.PartnerOf(district).People.Select(person => person.Id).ToHashSet();
        var register = changes.Aggregate(before, (people, change) => Apply(people, change, taken, today));
        var after = WithRolesOfTerms(register, [.. changes.OfType<PeopleChange.TermEnded>().Select(change => change.Person)]);
        OfficesHeld.Require(before, after, today);
        return partnership with { Districts = [.. partnership.Districts.Select(one => one.Id == district ? after : one)] };
    }

    /// <summary>One change alone; whether every role is still held, and roles end with their terms, is asked at the end.</summary>
    internal static District Apply(District district, PeopleChange change, HashSet<PersonId> taken, DateOnly today) => change switch
    {
        PeopleChange.PersonAdded added => Add(district, added, taken),
        PeopleChange.NameChanged renamed => With(NoLongerKnown(district, renamed.Name), renamed.Person, person => Rename(person, renamed, today)),
        PeopleChange.AddressAdded added => With(district, added.Person, person => AddAddress(person, added)),
        PeopleChange.AddressRemoved removed => With(district, removed.Person, person => RemoveAddress(person, removed)),
        PeopleChange.TermBegun begun => With(district, begun.Person, person => Begin(person, begun.Term)),
        PeopleChange.TermEnded ended => With(district, ended.Person, person => End(person, ended.LastDay)),
        PeopleChange.RoleGiven given => RoleChanges.Give(district, Known(district, given.Person), given),
        PeopleChange.RoleEnded ended => RoleChanges.End(district, Known(district, ended.Person), ended),
        PeopleChange.AccountChanged account => With(district, account.Person, person => AccountChanges.Apply(district, person, account)),
        PeopleChange.PublicPersonAdded added => AddPublic(district, added),
        PeopleChange.PublicPersonRemoved removed => RemovePublic(district, removed),
        _ => throw new ArgumentOutOfRangeException(nameof(change)),
    };

    private static District Add(District district, PeopleChange.PersonAdded added, HashSet<PersonId> taken)
    {
        if (taken.Contains(added.Person) || district.Find(added.Person) is not null)
            throw PeopleRefusals.IdTaken(added.Person);

        return NoLongerKnown(district, added.Name) with { People = [.. district.People, new Person(added.Person, RequireName(added.Person, added.Name), [], [], AccountKind.None, null, null)] };
    }

    private static Person Rename(Person person, PeopleChange.NameChanged renamed, DateOnly today)
    {
        // The file holds one name: one that begins later would hold at once.
        if (renamed.Since > today)
            throw PeopleRefusals.NameNotYet(person, renamed.Since);

        return person with { Name = RequireName(person.Id, renamed.Name) };
    }

    private static Person AddAddress(Person person, PeopleChange.AddressAdded added) =>
        person.Addresses.Any(known => known.Mail == added.Mail)
            ? throw PeopleRefusals.AddressKnown(person)
            : person with { Addresses = [.. person.Addresses, new PersonAddress(added.Mail, added.IsPrivate)] };

    private static Person RemoveAddress(Person person, PeopleChange.AddressRemoved removed) =>
        person.Addresses.All(known => known.Mail != removed.Mail)
            ? throw PeopleRefusals.NoSuchAddress(person)
            : person with { Addresses = [.. person.Addresses.Where(known => known.Mail != removed.Mail)] };

    private static Person Begin(Person person, Term term)
    {
        if (term.Until < term.From)
            throw PeopleRefusals.EndBeforeBegin(person, term.From);
        if (FieldForms.OneLine(term.Function, FieldForms.LongestFunction) is null)
            throw PeopleRefusals.FunctionNeeded(person);
        if (person.Terms.FirstOrDefault(known => known.From <= (term.Until ?? DateOnly.MaxValue) && term.From <= (known.Until ?? DateOnly.MaxValue)) is { } other)
            throw PeopleRefusals.TermsOverlap(person, other, term.From);

        return person with { Terms = [.. person.Terms.Append(term).OrderBy(known => known.From)] };
    }

    private static Person End(Person person, DateOnly lastDay)
    {
        if (person.TermOn(lastDay) is not { } term)
        {
            throw person.Terms.FirstOrDefault(known => known.From > lastDay) is { } later
                ? PeopleRefusals.EndBeforeBegin(person, later.From)
                : PeopleRefusals.NoTerm(person, lastDay);
        }

        if (term.Until == lastDay)
            throw PeopleRefusals.EndsAlready(person, lastDay);
        return person with { Terms = [.. person.Terms.Select(known => known == term ? known with { Until = lastDay } : known)] };
    }

    // Roles follow from terms and end with them (R21): an open role must not come to life again with somebody's next term.
    private static District WithRolesOfTerms(District district, HashSet<PersonId> ended) => district with
    {
        Roles =
        [
            .. from role in district.Roles
               let last = ended.Contains(role.Person) ? RoleChanges.LastDayInOffice(district.Find(role.Person)!, role.From) : role.Until
               where !ended.Contains(role.Person) || district.Find(role.Person)!.TermOn(role.From) is not null
               select last is { } day && (role.Until is not { } until || until > day) ? role with { Until = day } : role,
        ],
    };

    private static District AddPublic(District district, PeopleChange.PublicPersonAdded added)
    {
        if (FieldForms.FullName(added.Name) is null || FieldForms.OneLine(added.Function, FieldForms.LongestText) is null)
            throw PeopleRefusals.NameNeeded(null);
        if (district.PublicPersons.Any(known => IsSame(known.Name, added.Name)))
            throw PeopleRefusals.PublicPersonKnown(added.Name);

        return NoLongerKnown(district, added.Name) with { PublicPersons = [.. district.PublicPersons, new PublicPerson(added.Name, added.Function)] };
    }

    private static District RemovePublic(District district, PeopleChange.PublicPersonRemoved removed) =>
        district.PublicPersons.All(known => !IsSame(known.Name, removed.Name))
            ? throw PeopleRefusals.NoSuchPublicPerson(removed.Name)
            : district with { PublicPersons = [.. district.PublicPersons.Where(known => !IsSame(known.Name, removed.Name))] };

    private static string RequireName(PersonId person, string name) => FieldForms.FullName(name) ?? throw PeopleRefusals.NameNeeded(person);

    // Whoever joins the board is no longer a guest or a member to the names table: two entries would contradict each other (R4).
    private static District NoLongerKnown(District district, string name) =>
        district with { KnownPeople = [.. district.KnownPeople.Where(known => known.Name != name)] };

    private static District With(District district, PersonId id, Func<Person, Person> change)
    {
        var changed = change(Known(district, id));
        return district with { People = [.. district.People.Select(person => person.Id == id ? changed : person)] };
    }

    private static Person Known(District district, PersonId id) => district.Find(id) ?? throw PeopleRefusals.UnknownPerson(id);

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
