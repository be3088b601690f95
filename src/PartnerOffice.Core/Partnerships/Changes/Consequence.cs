using System.Globalization;
using System.Text.Json;

namespace PartnerOffice.Core;

/// <summary>One thing that follows from a change among the people, before it takes effect (R21).</summary>
/// <param name="From">The first day on which it is so.</param>
public abstract record Consequence(DateOnly From)
{
    /// <summary>The name of its kind, for programs.</summary>
    public string Kind => JsonNamingPolicy.KebabCaseLower.ConvertName(GetType().Name);

    /// <summary>What it says to a person of the own district.</summary>
    public abstract Bilingual Sentence { get; }

    private string Since => TimeText.Day(From);

    /// <summary>How many may vote, and how many must be there.</summary>
    public sealed record Quorum(DateOnly From, int VotingBefore, int NeededBefore, int Voting, int Needed) : Consequence(From)
    {
        /// <inheritdoc/>
        public override Bilingual Sentence => new(
            $"Ab {Since}: {Number(Voting)} statt {Number(VotingBefore)} Stimmberechtigte; beschlussfähig ab {Number(Needed)}, bisher ab {Number(NeededBefore)}.",
            $"From {Since}: {Number(Voting)} instead of {Number(VotingBefore)} voting members; quorum {Number(Needed)}, so far {Number(NeededBefore)}.");
    }

    /// <summary>Who may release minutes.</summary>
    public sealed record Releasing(DateOnly From, IReadOnlyList<Person> Before, IReadOnlyList<Person> Now) : Consequence(From)
    {
        /// <inheritdoc/>
        public override Bilingual Sentence => new(
            $"Ab {Since} dürfen Protokolle freigeben: {Names(Now)}. Bisher: {Names(Before)}.",
            $"From {Since} minutes may be released by: {Names(Now, "nobody")}. So far: {Names(Before, "nobody")}.");
    }

    /// <summary>A role with its duties moves.</summary>
    public sealed record Duties(DateOnly From, OfficeRole Role, bool IsDeputy, IReadOnlyList<Person> Before, IReadOnlyList<Person> Now) : Consequence(From)
    {
        /// <inheritdoc/>
        public override Bilingual Sentence => new(
            $"{OfficeRoles.NameOf(Role, IsDeputy).German} ab {Since}: {Names(Now)}, bisher {Names(Before)} ({OfficeRoles.DutiesOf(Role).German}).",
            $"{OfficeRoles.NameOf(Role, IsDeputy).English} from {Since}: {Names(Now, "nobody")}, so far {Names(Before, "nobody")} ({OfficeRoles.DutiesOf(Role).English}).");
    }

    /// <summary>Messages go to somebody else.</summary>
    /// <param name="IsPartners">The partner's messages, else the service's own.</param>
    public sealed record Mails(DateOnly From, bool IsPartners, IReadOnlyList<string> Before, IReadOnlyList<string> Now) : Consequence(From)
    {
        /// <inheritdoc/>
        public override Bilingual Sentence => IsPartners
            ? new($"Nachrichten des Partners gehen ab {Since} an {List(Now)}, bisher an {List(Before)}.", $"The partner's messages go to {List(Now)} from {Since}, so far to {List(Before)}.")
            : new($"Nachrichten des Dienstes gehen ab {Since} an {List(Now)}, bisher an {List(Before)}.", $"The service's messages go to {List(Now)} from {Since}, so far to {List(Before)}.");
    }

    /// <summary>Other people are to be invited to a planned meeting.</summary>
    public sealed record Invitations(FutureMeeting Meeting, IReadOnlyList<Person> Added, IReadOnlyList<Person> Dropped) : Consequence(Meeting.Date)
    {
        /// <inheritdoc/>
        public override Bilingual Sentence => new(
            $"{Meeting.Name} am {Since}: einladen {Names(Added)}; ausladen {Names(Dropped)}.",
            $"{Meeting.Name} on {Since}: invite {Names(Added, "nobody")}; take off {Names(Dropped, "nobody")}.");
    }

    /// <summary>Somebody is no longer in office; what lets them in outside of here is taken away by people.</summary>
    public sealed record Access(DateOnly From, Person Person) : Consequence(From)
    {
        /// <inheritdoc/>
        public override Bilingual Sentence => Person.Account switch
        {
            AccountKind.Guest => new($"{Person.Name}: ab {Since} kein Zugang mehr. Das Gastkonto und die Gruppen muss ein Mensch entfernen.", $"{Person.Name}: no access from {Since}. A person must remove the guest account and the groups."),
            AccountKind.Tenant => new($"{Person.Name}: ab {Since} kein Zugang mehr. Aus den Gruppen des Vorstands muss ein Mensch das Konto nehmen.", $"{Person.Name}: no access from {Since}. A person must take the account out of the board's groups."),
            _ => new($"{Person.Name}: ab {Since} nicht mehr im Amt. Ein Konto gibt es nicht; Papier und Schlüssel zurückgeben lassen.", $"{Person.Name}: not in office from {Since}. There is no account; have papers and keys handed back."),
        };
    }

    /// <summary>A role that ends, or never begins, because the term ends.</summary>
    /// <param name="From">The day after its last one.</param>
    public sealed record RoleEnds(DateOnly From, Person Person, OfficeRole Role, bool IsDeputy) : Consequence(From)
    {
        /// <inheritdoc/>
        public override Bilingual Sentence => new(
            $"{Person.Name}: {OfficeRoles.NameOf(Role, IsDeputy).German} endet mit der Amtszeit, vor dem {Since}.",
            $"{Person.Name}: {OfficeRoles.NameOf(Role, IsDeputy).English} ends with the term, before {Since}.");
    }

    /// <summary>Minutes of the ended term that whoever led it may still release (R21).</summary>
    /// <param name="Open">Of those that were released, which may come to be released once more.</param>
    public sealed record StillReleasing(DateOnly From, Person Person, IReadOnlyList<MinutesId> Open) : Consequence(From)
    {
        /// <inheritdoc/>
        public override Bilingual Sentence => new(
            $"{Person.Name} darf Protokolle von Sitzungen vor dem {Since} weiter freigeben. Noch offen: {Ids(Open)}.",
            $"{Person.Name} may still release minutes of meetings before {Since}. Still open: {Ids(Open, "none")}.");
    }

    /// <summary>A name holds for everything made from now on; what of the past could be re-issued on request (§ 13 SBGG).</summary>
    /// <param name="From">Since when the name holds.</param>
    /// <param name="MadeSince">Minutes of meetings since then that were released with the earlier name.</param>
    /// <param name="Earlier">Minutes of earlier meetings of this person's terms.</param>
    public sealed record Name(DateOnly From, PersonId Person, IReadOnlyList<MinutesId> MadeSince, IReadOnlyList<MinutesId> Earlier) : Consequence(From)
    {
        /// <inheritdoc/>
        public override Bilingual Sentence => new(
            $"{Person}: Der Name gilt für alles Neue. Auf Wunsch neu ausgeben: seit {Since} {Ids(MadeSince)}; davor {Ids(Earlier)}.",
            $"{Person}: the name holds for everything new. To re-issue on request: since {Since} {Ids(MadeSince, "none")}; before {Ids(Earlier, "none")}.");
    }

    /// <summary>Somebody stood on the list of guests, employees and members, and now stands on another.</summary>
    public sealed record Listed(DateOnly From, string Entry) : Consequence(From)
    {
        /// <inheritdoc/>
        public override Bilingual Sentence => new(
            $"{Entry} steht nicht mehr auf der Liste der Gäste, Beschäftigten und Mitglieder; der Partner liest den Namen jetzt anders.",
            $"{Entry} is no longer on the list of guests, employees and members; the partner reads the name otherwise now.");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Names(IReadOnlyList<Person> people, string nobody = "niemand") => people.Count == 0 ? nobody : List([.. people.Select(person => person.Name)]);

    private static string Ids(IReadOnlyList<MinutesId> ids, string none = "keine") => ids.Count == 0 ? none : List([.. ids.Select(id => id.ToString())]);

    private static string List(IReadOnlyList<string> words) => words.Count == 0 ? "–" : string.Join(", ", words);
}
