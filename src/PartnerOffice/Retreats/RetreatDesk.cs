using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Retreats;

/// <summary>What coordinators say of joint retreats: propose, confirm, decline, call off, and record. What binds both needs both (R24).</summary>
/// <param name="service">Where people reach the service; null where nobody outside does.</param>
internal sealed class RetreatDesk(Ledger ledger, Partnership partnership, TimeProvider time, Uri? service)
{
    private const int LongestDays = 7;

    /// <summary>How long the other side may confirm by the link of its message.</summary>
    private static readonly TimeSpan Confirms = TimeSpan.FromDays(60);

    /// <summary>Everything that is known.</summary>
    public Task<IReadOnlyList<Retreat>> ListAsync(CancellationToken cancellationToken) => ledger.Retreats.ListAsync(partnership.Id, cancellationToken);

    /// <summary>The retreat of this id.</summary>
    /// <exception cref="RetreatException">There is none.</exception>
    public async Task<Retreat> FindAsync(string id, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(retreat => retreat.Id.ToString() == id) ?? throw RetreatRefusals.Unknown(id);

    /// <summary>Proposes host and days. Proposed by both in the same words, it binds both.</summary>
    /// <param name="year">Whose yearly retreat it is; null for the year of its first day.</param>
    /// <exception cref="RetreatException">It cannot be proposed like this.</exception>
    public Task<Retreat> ProposeAsync(RetreatTerms.Meet terms, int? year, District by, Person who, CancellationToken cancellationToken)
    {
        if (terms.LastDay < terms.Day || terms.LastDay.DayNumber - terms.Day.DayNumber >= LongestDays)
            throw RetreatRefusals.WrongDays(terms.Day, terms.LastDay);
        return terms.Day <= Today(by) ? throw RetreatRefusals.Past(terms.Day) : ProposeAsync(year ?? terms.Day.Year, terms, by, who, cancellationToken);
    }

    /// <summary>Proposes to go without a retreat in a year; proposed by both, the year is waived.</summary>
    /// <exception cref="RetreatException">One took place, or lies planned ahead.</exception>
    public async Task<Retreat> WaiveAsync(int year, District by, Person who, CancellationToken cancellationToken)
    {
        var own = (await ListAsync(cancellationToken)).Where(retreat => retreat.Year == year && !retreat.IsCancelled).ToList();
        if (own.Exists(retreat => retreat.Counts(partnership.Obligations.RetreatMinimumPerBoard)))
            throw RetreatRefusals.AlreadyHeld(year);
        if (own.Find(retreat => !retreat.TookPlace)?.Meeting is { } meeting)
            throw RetreatRefusals.StillPlanned(meeting);
        return await ProposeAsync(year, new RetreatTerms.Waive(), by, who, cancellationToken);
    }

    /// <summary>Confirms what the other side proposes.</summary>
    /// <exception cref="RetreatException">There is nothing to confirm.</exception>
    public async Task<Retreat> ConfirmAsync(RetreatId id, District by, Person who, CancellationToken cancellationToken)
    {
        Require(by, who);
        return await ledger.Retreats.ChangeAsync(
            partnership.Id, id, before => before.Confirm(by.Id),
            who.Id.ToString(), "confirmed", (before, after, _) => RetreatLetters.Confirmed(after, before.Offer!, partnership, Today(by)), cancellationToken) ?? throw RetreatRefusals.Unknown(id.ToString());
    }

    /// <summary>Declines what the other side proposes, or takes the own proposal back.</summary>
    /// <exception cref="RetreatException">Nothing is proposed.</exception>
    public async Task<Retreat> DeclineAsync(RetreatId id, District by, Person who, CancellationToken cancellationToken)
    {
        Require(by, who);
        return await ledger.Retreats.ChangeAsync(
            partnership.Id, id, before => before.Decline(),
            who.Id.ToString(), "declined", (before, after, _) => before.Offer!.By == by.Id ? null : RetreatLetters.Declined(after, before.Offer, partnership, Today(by)), cancellationToken) ?? throw RetreatRefusals.Unknown(id.ToString());
    }

    /// <summary>Calls a retreat off: its year is open again.</summary>
    /// <exception cref="RetreatException">It took place, or people are invited to it.</exception>
    public async Task<Retreat> CancelAsync(RetreatId id, District by, Person who, CancellationToken cancellationToken)
    {
        Require(by, who);
        return await ledger.Retreats.ChangeAsync(
            partnership.Id, id,
            before => before is { IsOver: false, Meeting: { } meeting } ? throw RetreatRefusals.StillPlanned(meeting) : before.Cancel(),
            who.Id.ToString(), "cancelled", (_, after, _) => RetreatLetters.Cancelled(after, by, partnership, Today(by)), cancellationToken) ?? throw RetreatRefusals.Unknown(id.ToString());
    }

    /// <summary>Records who took part, by the minutes.</summary>
    /// <exception cref="RetreatException">It was not agreed, or lies ahead.</exception>
    public Task<Retreat> RecordAsync(RetreatId id, Minutes minutes, District by, string who, CancellationToken cancellationToken) =>
        RecordAsync(id, BoardPresence.Of(minutes, partnership), by, who, cancellationToken);

    /// <summary>Records who took part, by name or id, where there are no minutes to read.</summary>
    /// <exception cref="RetreatException">Somebody is not known, it was not agreed, or lies ahead.</exception>
    public async Task<Retreat> RecordAsync(RetreatId id, IReadOnlyList<string> people, District by, string who, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
            throw RetreatRefusals.NobodyNamed();

        var day = (await FindAsync(id.ToString(), cancellationToken)).Fixed?.Day ?? Today(by);
        var boards = partnership.Districts.Select(district => (District: district.Id, Board: district.BoardOn(day))).ToList();
        var named = people.Select(name => boards.Select(one => (one.District, Person: one.Board.FirstOrDefault(person => IsMeant(person, name)))).FirstOrDefault(one => one.Person is not null) is { Person: { } found } hit
            ? (hit.District, found.Id)
            : throw RetreatRefusals.UnknownPerson(name)).ToList();
        return await RecordAsync(
            id, [.. partnership.Districts.Select(district => new BoardPresence(district.Id, [.. named.Where(one => one.District == district.Id).Select(one => one.Id).Distinct()]))], by, who, cancellationToken);
    }

    /// <summary>The planned meeting of an agreed retreat.</summary>
    public async Task<Retreat> LinkAsync(RetreatId id, MinutesId meeting, string who, CancellationToken cancellationToken) =>
        await ledger.Retreats.ChangeAsync(partnership.Id, id, before => before.Meeting == meeting ? before : before with { Meeting = meeting }, who, "planned", (_, _, _) => null, cancellationToken)
        ?? throw RetreatRefusals.Unknown(id.ToString());

    /// <summary>What a link to confirm is about: this proposal and no later one.</summary>
    public static string SubjectOf(Retreat retreat) => retreat.Offer is { } offer
        ? FormattableString.Invariant($"{retreat.Id} {offer.By} {(offer.Terms is RetreatTerms.Meet meet ? $"{meet.Host} {meet.Day:O} {meet.LastDay:O}" : "waive")} {offer.On:O}")
        : "";

    private async Task<Retreat> RecordAsync(RetreatId id, IReadOnlyList<BoardPresence> attended, District by, string who, CancellationToken cancellationToken) =>
        await ledger.Retreats.ChangeAsync(partnership.Id, id, before => before.Record(attended, Today(by)), who, "recorded", (_, _, _) => null, cancellationToken)
        ?? throw RetreatRefusals.Unknown(id.ToString());

    private Task<Retreat> ProposeAsync(int year, RetreatTerms terms, District by, Person who, CancellationToken cancellationToken)
    {
        Require(by, who);
        return ledger.Retreats.ProposeAsync(
            partnership.Id, year, terms, by.Id, Today(by), who.Id.ToString(),
            (_, after, issue) => after.Offer is null ? null : RetreatLetters.Proposed(after, partnership, LinkOf(after, issue), Today(by)), cancellationToken);
    }

    private Uri? LinkOf(Retreat retreat, Func<LinkPurpose, DateTimeOffset, string> issue)
    {
        var partner = partnership.PartnerOf(retreat.Offer!.By);
        return service is null || Receivers.Reader(partner, Today(partner)) is not var (_, person) ? null
            : LinkRoutes.AddressOf(service, issue(new(partnership.Id, partner.Id, person, RetreatLedger.LinkAction, SubjectOf(retreat)), time.GetUtcNow() + Confirms));
    }

    private void Require(District by, Person who)
    {
        if (!by.RolesOn(who.Id, Today(by)).Contains(OfficeRole.Coordinator))
            throw RetreatRefusals.NotCoordinator(who);
    }

    private DateOnly Today(District district) => time.Today(district.TimeZone);

    private static bool IsMeant(Person person, string name) => person.Id.ToString() == name || string.Equals(person.Name, name, StringComparison.OrdinalIgnoreCase);
}
