namespace PartnerOffice.Core;

/// <summary>Reads a list of people as a board keeps it: names, functions, terms, addresses, right to vote, in any order of columns (R21).</summary>
/// <remarks>Nobody is ended or taken off because a list leaves them out, and no role follows from a word: both would be guesses.</remarks>
public static class PeopleList
{
    private static readonly string[] OpenEnds = ["offen", "heute", "laufend", "unbefristet", "-", "–", "—"];

    /// <summary>What the list would change, and what of it a person must look at.</summary>
    /// <param name="today">For days without a year.</param>
    public static PeopleListReading Read(IReadOnlyList<ListRow> rows, Partnership partnership, DistrictId district, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(partnership);
        if (ListHead.Find(rows) is not var (head, lines))
            return new([], [new(0, NoHead())]);

        var reader = new Reader(head, partnership, district, today);
        foreach (var line in lines.Where(line => line.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))))
            reader.Read(line);
        return reader.Done();
    }

    private sealed class Reader(ListHead head, Partnership partnership, DistrictId id, DateOnly today)
    {
        private readonly List<PeopleChange> changes = [];
        private readonly List<PeopleListNote> notes = [];
        private readonly HashSet<PersonId> met = [];
        private readonly HashSet<PersonId> taken = [.. partnership.PartnerOf(id).People.Select(person => person.Id)];
        private District district = partnership.Find(id)!;

        public void Read(ListRow row)
        {
            var name = head.NameOf(row);
            if (FieldForms.FullName(name) is null)
            {
                // Sums, remarks and empty rows stand below many lists.
                notes.Add(new(row.Line, NoName()));
                return;
            }

            if ((Find(row, name) ?? Add(row, name)) is not { } person)
                return;
            met.Add(person.Id);
            ReadTerm(row, person);
            ReadMail(row, person.Id);
        }

        public PeopleListReading Done()
        {
            if (!head.Has(ListColumn.Voting) && changes.OfType<PeopleChange.TermBegun>().Any())
                notes.Add(new(0, VotingAssumed()));
            if (changes.OfType<PeopleChange.TermBegun>().Any())
                notes.Add(new(0, NoRoles()));
            foreach (var missing in partnership.Find(id)!.BoardOn(today).Where(person => !met.Contains(person.Id)))
                notes.Add(new(0, NotInList(missing.Name)));
            return new(changes, notes);
        }

        private Person? Find(ListRow row, string name) =>
            (head.Of(row, ListColumn.Id) is { Length: > 0 } known ? district.Find(known) : null)
            ?? district.People.FirstOrDefault(person => string.Equals(person.Name, name, StringComparison.OrdinalIgnoreCase));

        private Person? Add(ListRow row, string name)
        {
            var next = PersonIds.Next(partnership, id, [.. changes.Select(change => change.Concerns).OfType<PersonId>()]);
            return Try(row, new PeopleChange.PersonAdded(next, name)) ? district.Find(next) : null;
        }

        private void ReadTerm(ListRow row, Person person)
        {
            var (function, said) = (head.Of(row, ListColumn.Function), head.Of(row, ListColumn.From));
            if (said.Length == 0)
            {
                if (person.Terms.Count == 0)
                    notes.Add(new(row.Line, NoBegin(person.Name)));
                return;
            }

            if (Day(row, said) is not { } from || !End(row, out var until))
                return;
            if (person.Terms.FirstOrDefault(term => term.From == from) is { } known)
                Compare(row, person, known, function, until);
            else
                Begin(row, person, function, from, until);
        }

        private void Begin(ListRow row, Person person, string function, DateOnly from, DateOnly? until)
        {
            if (function.Length == 0)
            {
                notes.Add(new(row.Line, NoFunction(person.Name)));
                return;
            }

            if (Voting(row) is not { } voting)
            {
                notes.Add(new(row.Line, NoVoting(person.Name)));
                return;
            }

            // A new function in one's own board begins where the last one ends.
            if (person.TermOn(from) is { Until: null } open && open.From < from && open.Function != function && !Try(row, new PeopleChange.TermEnded(person.Id, from.AddDays(-1))))
                return;
            Try(row, new PeopleChange.TermBegun(person.Id, new Term(function, voting, from, until)));
        }

        private void Compare(ListRow row, Person person, Term known, string function, DateOnly? until)
        {
            if (until is { } last && known.Until != last)
                Try(row, new PeopleChange.TermEnded(person.Id, last));
            if ((function.Length > 0 && !string.Equals(function, known.Function, StringComparison.OrdinalIgnoreCase)) || (head.Has(ListColumn.Voting) && Voting(row) is { } voting && voting != known.IsVoting))
                notes.Add(new(row.Line, TermStays(person.Name)));
        }

        private void ReadMail(ListRow row, PersonId person)
        {
            foreach (var word in head.Of(row, ListColumn.Mail).Split([' ', ';', ',', '\n'], StringSplitOptions.RemoveEmptyEntries))
            {
                if (!MailAddress.TryParse(word, out var mail))
                    notes.Add(new(row.Line, NoMail()));
                else if (district.Find(person)!.Addresses.All(known => known.Mail != mail))
                    Try(row, new PeopleChange.AddressAdded(person, mail, IsPrivate: true));
            }
        }

        private bool? Voting(ListRow row) => head.Has(ListColumn.Voting) ? SpokenYesNo.Read(head.Of(row, ListColumn.Voting)) : true;

        private bool End(ListRow row, out DateOnly? until)
        {
            var said = head.Of(row, ListColumn.Until);
            until = null;
            if (said.Length == 0 || OpenEnds.Contains(said.ToLowerInvariant()))
                return true;
            until = Day(row, said);
            return until is not null;
        }

        private DateOnly? Day(ListRow row, string said)
        {
            var day = SpokenDate.Read(said, today);
            if (day.Certain is { } certain)
                return certain;
            notes.Add(new(row.Line, day.Question ?? NoDay(said)));
            return null;
        }

        // What cannot be entered is said with its line, and the rest of the list goes on.
        private bool Try(ListRow row, PeopleChange change)
        {
            try
            {
                district = PeopleChanges.Apply(district, change, taken, today);
                changes.Add(change);
                return true;
            }
            catch (PeopleChangeException refusal)
            {
                notes.Add(new(row.Line, new Bilingual($"{refusal.Place}: {refusal.Problem.German}", $"{refusal.Place}: {refusal.Problem.English}")));
                return false;
            }
        }
    }

    private static Bilingual NoHead() => new(
        "Keine Kopfzeile gefunden. Gebraucht wird eine Zeile mit Überschriften wie Name, Funktion, von, bis, Mail, Stimmrecht.",
        "No head was found. A row with headings is needed, such as Name, Funktion, von, bis, Mail, Stimmrecht.");

    private static Bilingual NoName() => new("Ohne Vor- und Nachnamen; diese Zeile bleibt unberücksichtigt.", "No first name and surname; this row is left out.");

    private static Bilingual NoBegin(string name) => new($"{name}: Der Beginn fehlt; eine Amtszeit wurde nicht eingetragen.", $"{name}: the beginning is missing; no term was entered.");

    private static Bilingual NoFunction(string name) => new($"{name}: Die Funktion fehlt; eine Amtszeit wurde nicht eingetragen.", $"{name}: the function is missing; no term was entered.");

    private static Bilingual NoVoting(string name) => new($"{name}: Ob Stimmrecht besteht, ist nicht zu erkennen; eine Amtszeit wurde nicht eingetragen.", $"{name}: whether there is a right to vote cannot be seen; no term was entered.");

    private static Bilingual TermStays(string name) => new($"{name}: Funktion oder Stimmrecht weichen von der Eintragung ab; sie bleibt, wie sie ist.", $"{name}: function or right to vote differ from what is entered; it stays as it is.");

    private static Bilingual NoMail() => new("Eine Mailadresse ist nicht lesbar.", "A mail address cannot be read.");

    private static Bilingual NoDay(string said) => new($"»{Quoting.Short(said)}« ist kein lesbares Datum.", $"\"{Quoting.Short(said)}\" is no readable date.");

    private static Bilingual VotingAssumed() => new("Die Liste sagt nichts zum Stimmrecht; für neue Amtszeiten wurde es angenommen.", "The list says nothing of the right to vote; for new terms it was assumed.");

    private static Bilingual NoRoles() => new("Aufgaben wie Sitzungsleitung oder Koordination folgen nicht aus der Liste; sie werden eigens vergeben.", "Roles such as chair or coordinator do not follow from the list; they are given on their own.");

    private static Bilingual NotInList(string name) => new($"{name} steht nicht in der Liste und bleibt unverändert.", $"{name} is not in the list and stays as is.");
}
