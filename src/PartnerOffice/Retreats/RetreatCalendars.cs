using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Graph;

namespace PartnerOffice.Retreats;

/// <summary>Asks each tenant for its own people's free and busy times, and puts the answers together. Whoever has no account, or cannot be asked for, is unknown (R12).</summary>
/// <param name="open">A district's tenant; null where it is not set up.</param>
internal sealed class RetreatCalendars(Func<DistrictId, TenantDesk?> open, Partnership partnership)
{
    private const int MostAtOnce = 20;

    /// <summary>As many days as one question may span.</summary>
    private const int LongestDays = 60;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(30);

    /// <summary>When the members of both boards can come.</summary>
    /// <param name="until">The last day that is asked for.</param>
    public async Task<KnownDays> ReadAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var known = new KnownDays();
        foreach (var district in partnership.Districts.Where(district => district.Mailbox is not null))
        {
            using var desk = open(district.Id);
            if (desk is not null)
                await ReadAsync(known, desk.Connection, district, from, until, cancellationToken);
        }

        return known;
    }

    private static async Task ReadAsync(KnownDays known, GraphConnection connection, District district, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        // Asked in UTC: a day on which the clocks change has more or fewer intervals, and each is told by its own moment.
        var place = new CalendarPlace(MailboxId.Parse(district.Mailbox!.Value.ToString()), TimeZoneInfo.Utc);
        foreach (var people in district.BoardOn(from).Where(person => person.CalendarAddress is not null).Chunk(MostAtOnce))
        {
            var addresses = people.ToDictionary(person => person.CalendarAddress!.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            for (var first = from; first <= until; first = first.AddDays(LongestDays))
            {
                var (start, end) = (MidnightOf(first, district.TimeZone), MidnightOf(Earlier(first.AddDays(LongestDays), until.AddDays(1)), district.TimeZone));
                try
                {
                    foreach (var schedule in await connection.Calendars.SchedulesAsync(place, [.. addresses.Keys.Select(EmailAddress.Parse)], start.UtcDateTime, end.UtcDateTime, Interval, cancellationToken))
                    {
                        if (schedule is { Error: null, Availability: { } availability } && addresses.GetValueOrDefault(schedule.Address.Value) is { } person)
                            CalendarDays.Put(known, person.Id, availability, start, Interval, district.TimeZone);
                    }
                }
                catch (GraphException)
                {
                    // Nobody's calendar is known then, which is what the answer says.
                }
            }
        }
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateTimeOffset MidnightOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new(local, zone.GetUtcOffset(local));
    }
}
