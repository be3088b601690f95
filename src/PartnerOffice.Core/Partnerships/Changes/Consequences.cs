namespace PartnerOffice.Core;

/// <summary>What follows from a change among the people, before it takes effect: shown to whoever is about to enter it (R21).</summary>
public static class Consequences
{
    /// <summary>Everything that follows, in the order of time.</summary>
    /// <param name="before">As the partnership stands.</param>
    /// <param name="after">As <see cref="PeopleChanges.Apply"/> would have it.</param>
    /// <param name="district">Whose people change.</param>
    public static IReadOnlyList<Consequence> Of(Partnership before, Partnership after, DistrictId district, IReadOnlyList<PeopleChange> changes, PeopleSurroundings surroundings)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(surroundings);

        var (old, now) = (Of(before, district), Of(after, district));
        var days = TurningDays.Of(old, now);
        return
        [
            .. Quorum(old, now, days)
                .Concat(Releasing(old, now, days))
                .Concat(Duties(old, now, days))
                .Concat(Mails(old, now, days, isPartners: true, surroundings.MailOfPartner))
                .Concat(Mails(old, now, days, isPartners: false, surroundings.MailOfService))
                .Concat(Invitations(old, now, surroundings.Meetings))
                .Concat(Leaving(old, now, surroundings.Released))
                .Concat(RoleEnds(old, now, changes))
                .Concat(Names(now, changes, surroundings.Released))
                .Concat(Listed(old, now, changes))
                .OrderBy(consequence => consequence.From),
        ];
    }

    private static IEnumerable<Consequence> Quorum(District old, District now, IReadOnlyList<DateOnly> days) =>
        from change in Differing(days, day => (old.BoardOn(day).Count, now.BoardOn(day).Count), (one, other) => one == other)
        let was = change.Old
        let becomes = change.Now
        select new Consequence.Quorum(change.Day, was, old.Rules.Quorum.RequiredOf(was), becomes, now.Rules.Quorum.RequiredOf(becomes));

    private static IEnumerable<Consequence> Releasing(District old, District now, IReadOnlyList<DateOnly> days) =>
        from change in Differing(days, day => (Releasers(old, day), Releasers(now, day)), AreSame)
        select new Consequence.Releasing(change.Day, change.Old, change.Now);

    private static IEnumerable<Consequence> Duties(District old, District now, IReadOnlyList<DateOnly> days) =>
        from role in Enum.GetValues<OfficeRole>()
        from isDeputy in (bool[])[false, true]
        from change in Differing(days, day => (old.HoldersOn(role, isDeputy, day), now.HoldersOn(role, isDeputy, day)), AreSame)
        select new Consequence.Duties(change.Day, role, isDeputy, change.Old, change.Now);

    private static IEnumerable<Consequence> Mails(District old, District now, IReadOnlyList<DateOnly> days, bool isPartners, Func<District, DateOnly, IReadOnlyList<string>> receivers) =>
        from change in Differing(days, day => (receivers(old, day), receivers(now, day)), (one, other) => one.SequenceEqual(other))
        select new Consequence.Mails(change.Day, isPartners, change.Old, change.Now);

    private static IEnumerable<Consequence> Invitations(District old, District now, IReadOnlyList<FutureMeeting> meetings) =>
        from meeting in meetings
        let was = old.BoardOn(meeting.Date)
        let becomes = now.BoardOn(meeting.Date)
        where !AreSame(was, becomes)
        select new Consequence.Invitations(meeting, Without(becomes, was), Without(was, becomes));

    // Whoever was in office, and now is not from some day on: what lets them in elsewhere, and what they may still finish.
    private static IEnumerable<Consequence> Leaving(District old, District now, IReadOnlyList<ReleasedMinutes> released)
    {
        foreach (var person in now.People)
        {
            if (LastDay(person) is not { } last || last == DateOnly.MaxValue || (old.Find(person.Id) is { } was && LastDay(was) is { } before && before <= last))
                continue;

            var from = last.AddDays(1);
            yield return new Consequence.Access(from, person);
            if (Releasers(now, last).Any(one => one.Id == person.Id))
                yield return new Consequence.StillReleasing(from, person, [.. released.Where(minutes => minutes.IsOpen && minutes.Date < from && Releasers(now, minutes.Date).Any(one => one.Id == person.Id)).Select(minutes => minutes.Id)]);
        }
    }

    private static IEnumerable<Consequence> RoleEnds(District old, District now, IReadOnlyList<PeopleChange> changes)
    {
        var asked = changes.OfType<PeopleChange.RoleEnded>().Select(ended => (ended.Person, ended.Role, ended.IsDeputy)).ToHashSet();
        foreach (var role in old.Roles.Where(role => !asked.Contains((role.Person, role.Role, role.IsDeputy))))
        {
            var kept = now.Roles.FirstOrDefault(one => one.Person == role.Person && one.Role == role.Role && one.IsDeputy == role.IsDeputy && one.From == role.From);
            if (kept is null)
                yield return new Consequence.RoleEnds(role.From, now.Find(role.Person)!, role.Role, role.IsDeputy);
            else if (kept.Until != role.Until)
                yield return new Consequence.RoleEnds(kept.Until!.Value.AddDays(1), now.Find(role.Person)!, role.Role, role.IsDeputy);
        }
    }

    private static IEnumerable<Consequence> Names(District now, IReadOnlyList<PeopleChange> changes, IReadOnlyList<ReleasedMinutes> released) =>
        from change in changes.OfType<PeopleChange.NameChanged>()
        let person = now.Find(change.Person)!

        // Every member is in the attendance of each meeting; who was only spoken of is found by a person.
        let named = released.Where(minutes => person.TermOn(minutes.Date) is not null).Select(minutes => (minutes.Id, minutes.Date)).Distinct().ToList()
        select new Consequence.Name(
            change.Since, change.Person,
            [.. named.Where(minutes => minutes.Date >= change.Since).Select(minutes => minutes.Id)],
            [.. named.Where(minutes => minutes.Date < change.Since).Select(minutes => minutes.Id)]);

    private static IEnumerable<Consequence> Listed(District old, District now, IReadOnlyList<PeopleChange> changes)
    {
        var from = changes.OfType<PeopleChange.TermBegun>().Select(begun => begun.Term.From).Order().FirstOrDefault();
        return old.KnownPeople.Where(known => !now.KnownPeople.Contains(known)).Select(known => new Consequence.Listed(from, known.Name));
    }

    /// <summary>The days from which the two differ, each with how; not again while they differ in the same way.</summary>
    private static IEnumerable<(DateOnly Day, T Old, T Now)> Differing<T>(IReadOnlyList<DateOnly> days, Func<DateOnly, (T Old, T Now)> on, Func<T, T, bool> same)
    {
        (T Old, T Now)? told = null;
        foreach (var day in days)
        {
            var (old, now) = on(day);
            if (same(old, now))
            {
                told = null;
                continue;
            }

            if (told is not { } before || !same(before.Old, old) || !same(before.Now, now))
                yield return (day, old, now);
            told = (old, now);
        }
    }

    private static IReadOnlyList<Person> Releasers(District district, DateOnly day) =>
        [.. district.HoldersOn(OfficeRole.Chair, day).Concat(district.HoldersOn(OfficeRole.Coordinator, day)).DistinctBy(person => person.Id)];

    private static DateOnly? LastDay(Person person) => person.Terms.Count == 0 ? null : person.Terms.Max(term => term.Until ?? DateOnly.MaxValue);

    private static IReadOnlyList<Person> Without(IReadOnlyList<Person> people, IReadOnlyList<Person> others) =>
        [.. people.Where(person => others.All(other => other.Id != person.Id))];

    private static bool AreSame(IReadOnlyList<Person> one, IReadOnlyList<Person> other) =>
        one.Select(person => person.Id).ToHashSet().SetEquals(other.Select(person => person.Id));

    private static District Of(Partnership partnership, DistrictId id) =>
        partnership.Find(id) ?? throw new ArgumentException($"There is no district {id}.", nameof(id));
}
