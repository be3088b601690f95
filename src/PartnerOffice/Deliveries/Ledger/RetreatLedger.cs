using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PartnerOffice.Core;
using PartnerOffice.PersonalLinks;

namespace PartnerOffice.Deliveries;

/// <summary>The joint retreats of a partnership (clause 5): what both agreed on, what one proposes, and who took part.</summary>
internal sealed class RetreatLedger(LedgerDatabase database, LedgerWriter writer, AuditTrail audit, NewDeliveries newDeliveries, PersonalLinkBook links, TimeProvider time)
{
    /// <summary>The action of the links by which the other coordinator confirms.</summary>
    public const string LinkAction = "retreat-assent";

    /// <summary>All retreats, by year and in the order in which they were begun. One whose planned meeting was cancelled is cancelled.</summary>
    public async Task<IReadOnlyList<Retreat>> ListAsync(PartnershipId partnership, CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return [.. (await ReadAsync(context.Retreats.AsNoTracking(), context, partnership, cancellationToken)).Select(read => read.Retreat)];
    }

    /// <summary>When the service began to keep this data directory; null where nothing has happened yet.</summary>
    public async Task<DateTimeOffset?> BegunAsync(CancellationToken cancellationToken)
    {
        await using var context = database.Open();
        return await context.Audit.AsNoTracking().OrderBy(entry => entry.Number).Select(entry => (long?)entry.At).FirstOrDefaultAsync(cancellationToken) is { } at
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;
    }

    /// <summary>One district proposes terms for a year: for the retreat that is under way there, or as a new one.</summary>
    /// <param name="letterOf">Tells the other side, by what it was and what it is now, with a link where it makes one; null for nobody.</param>
    /// <exception cref="RetreatException">It cannot be proposed.</exception>
    public Task<Retreat> ProposeAsync(
        PartnershipId partnership, int year, RetreatTerms terms, DistrictId by, DateOnly on, string who, Func<Retreat, Retreat, Func<LinkPurpose, DateTimeOffset, string>, ClearedConsignment?> letterOf, CancellationToken cancellationToken) =>
        writer.WriteAsync("Propose retreat", async (context, wakeUps) =>
        {
            var all = await ReadAsync(context.Retreats, context, partnership, cancellationToken);
            // Cancelled with its meeting: it stays so, whatever becomes of that meeting.
            foreach (var (row, retreat) in all.Where(read => read.Retreat.Year == year && read.Retreat.IsCancelled)) row.IsCancelled = true;
            var (known, before) = all.LastOrDefault(read => read.Retreat.Year == year && !read.Retreat.IsOver);
            before ??= new(RetreatId.Of(year, all.Count(read => read.Retreat.Year == year) + 1), year);
            if (known is null) context.Add(known = new() { Partnership = partnership.ToString(), Retreat = before.Id.ToString(), Year = year, UpdatedAt = 0, Revision = 0 });
            return await ChangeAsync(context, wakeUps, known, before, before.Propose(terms, by, on), who, "proposed", letterOf, cancellationToken);
        }, cancellationToken);

    /// <summary>Changes a retreat as <paramref name="change"/> says.</summary>
    /// <param name="what">A stable word for the audit log.</param>
    /// <param name="letterOf">Tells the other side, by what it was and what it is now, with a link where it makes one; null for nobody.</param>
    /// <returns>Null where there is no such retreat.</returns>
    /// <exception cref="RetreatException">It cannot be changed like this.</exception>
    public Task<Retreat?> ChangeAsync(
        PartnershipId partnership, RetreatId id, Func<Retreat, Retreat> change, string who, string what, Func<Retreat, Retreat, Func<LinkPurpose, DateTimeOffset, string>, ClearedConsignment?> letterOf, CancellationToken cancellationToken) =>
        writer.WriteAsync("Change retreat", async (context, wakeUps) =>
        {
            var (row, before) = (await ReadAsync(context.Retreats, context, partnership, cancellationToken)).FirstOrDefault(read => read.Retreat.Id == id);
            return row is null ? null : await ChangeAsync(context, wakeUps, row, before!, change(before!), who, what, letterOf, cancellationToken);
        }, cancellationToken);

    /// <summary>The minutes of a retreat say who took part.</summary>
    /// <returns>Whether these are the minutes of a known retreat.</returns>
    public Task<bool> RecordAsync(PartnershipId partnership, MinutesId minutes, IReadOnlyList<BoardPresence> attended, DateOnly today, CancellationToken cancellationToken) =>
        writer.WriteAsync("Record retreat", async (context, wakeUps) =>
        {
            var (row, before) = (await ReadAsync(context.Retreats, context, partnership, cancellationToken)).FirstOrDefault(read => read.Retreat.Meeting == minutes);
            if (row is null || before is not { IsCancelled: false, Fixed: { } terms } || today < terms.Day) return false;

            await ChangeAsync(context, wakeUps, row, before, before.Record(attended, today), AuditTrail.Service, "recorded", (_, _, _) => null, cancellationToken);
            return true;
        }, cancellationToken);

    private async Task<Retreat> ChangeAsync(
        LedgerContext context, HashSet<WakeUp> wakeUps, RetreatRow row, Retreat before, Retreat after, string who, string what, Func<Retreat, Retreat, Func<LinkPurpose, DateTimeOffset, string>, ClearedConsignment?> letterOf, CancellationToken cancellationToken)
    {
        if (after == before) return after;

        Put(row, after);
        await audit.AddAsync(context, who, $"retreat {what}", row.Retreat, string.Create(CultureInfo.InvariantCulture, $"r{row.Revision}"));
        // Whatever was asked about what it was before is settled by what it is now.
        foreach (var link in await context.PersonalLinks.Where(link => link.Action == LinkAction && link.Subject.StartsWith(row.Retreat + " ") && link.UsedAt == null).ToListAsync(cancellationToken)) link.UsedAt = row.UpdatedAt;
        if (letterOf(before, after, (purpose, until) => links.Add(context, purpose, until)) is { } letter) await newDeliveries.AddAsync(context, wakeUps, letter.Consignment, who, null, cancellationToken);
        return after;
    }

    // Asked with the meetings, whose state says more than was written down here: one question.
    private static async Task<List<(RetreatRow Row, Retreat Retreat)>> ReadAsync(IQueryable<RetreatRow> rows, LedgerContext context, PartnershipId partnership, CancellationToken cancellationToken)
    {
        var text = partnership.ToString();
        var read = await rows.Where(row => row.Partnership == text).OrderBy(row => row.Year).ThenBy(row => row.Retreat)
            .Select(row => new { Row = row, Meeting = context.Meetings.FirstOrDefault(meeting => meeting.Partnership == text && meeting.Meeting == row.Meeting) })
            .ToListAsync(cancellationToken);
        return read.ConvertAll(one => (one.Row, Of(one.Row, one.Meeting)));
    }

    private void Put(RetreatRow row, Retreat retreat)
    {
        (row.AgreedHost, row.AgreedDay, row.AgreedLastDay) = Written(retreat.Agreed);
        row.IsWaived = retreat.Agreed is RetreatTerms.Waive;
        (row.OfferBy, row.OfferOn) = (retreat.Offer?.By.ToString(), retreat.Offer is { } offer ? Day(offer.On) : null);
        (row.OfferHost, row.OfferDay, row.OfferLastDay) = Written(retreat.Offer?.Terms);
        (row.IsCancelled, row.Meeting) = (retreat.IsCancelled, retreat.Meeting?.ToString());
        row.Attended = retreat.TookPlace ? JsonSerializer.Serialize(retreat.Attended.ToDictionary(board => board.District.ToString(), board => board.Members.Select(person => person.ToString()))) : null;
        (row.UpdatedAt, row.Revision) = (time.GetUtcNow().ToUnixTimeMilliseconds(), row.Revision + 1);
    }

    private static Retreat Of(RetreatRow row, MeetingRow? meeting) => new(RetreatId.Parse(row.Retreat), row.Year)
    {
        Agreed = row.IsWaived ? new RetreatTerms.Waive() : Meet(row.AgreedHost, row.AgreedDay, row.AgreedLastDay),
        Offer = row.OfferBy is { } by ? new(Meet(row.OfferHost, row.OfferDay, row.OfferLastDay) ?? (RetreatTerms)new RetreatTerms.Waive(), DistrictId.Parse(by), Day(row.OfferOn!)) : null,
        IsCancelled = row.IsCancelled || (meeting is { State: MeetingState.Cancelled } && row.Attended is null),
        Meeting = row.Meeting is { } id ? MinutesId.Parse(id, CultureInfo.InvariantCulture) : null,
        Invited = meeting is { State: MeetingState.Planned } ? (DistrictId.Parse(meeting.District), Day(meeting.Date)) : null,
        Attended = row.Attended is { } attended
            ? [.. JsonSerializer.Deserialize<Dictionary<string, string[]>>(attended)!.Select(board => new BoardPresence(DistrictId.Parse(board.Key), [.. board.Value.Select(PersonId.Parse)]))]
            : [],
    };

    private static RetreatTerms.Meet? Meet(string? host, string? day, string? lastDay) => host is null ? null : new(DistrictId.Parse(host), Day(day!), Day(lastDay!));

    private static (string? Host, string? Day, string? LastDay) Written(RetreatTerms? terms) =>
        terms is RetreatTerms.Meet meet ? (meet.Host.ToString(), Day(meet.Day), Day(meet.LastDay)) : (null, null, null);

    private static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
