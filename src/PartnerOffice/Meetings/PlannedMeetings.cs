using System.Globalization;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Meetings;

/// <summary>Planned meetings as people name them.</summary>
internal static class PlannedMeetings
{
    /// <summary>The meeting of this id.</summary>
    /// <exception cref="MeetingException">There is none.</exception>
    public static async Task<KnownMeeting> FindAsync(Ledger ledger, Partnership partnership, string id, CancellationToken cancellationToken) =>
        MinutesId.TryParse(id, CultureInfo.InvariantCulture, out var meeting) && await ledger.Meetings.FindAsync(partnership.Id, meeting, cancellationToken) is { } known
            ? known
            : throw MeetingRefusals.Unknown(id);

    /// <summary>A time as it becomes when somebody names another day or hour: it begins when it began and takes as long as it took, unless that is said too.</summary>
    /// <exception cref="MeetingException">It ends before it starts, or the clocks leave that hour out.</exception>
    public static MeetingTime Moved(MeetingTime before, DateOnly? day, TimeOnly? start, TimeOnly? end, DateOnly? lastDay, TimeZoneInfo? zone)
    {
        var (from, at) = (day ?? before.Day, start ?? TimeOnly.FromDateTime(before.Start));
        if (end is { } until)
            return MeetingTime.Of(from, at, lastDay, until, zone ?? before.Zone);

        // By the clock: a meeting from 19 to 22 o'clock stays one, whatever night it is.
        var ends = from.ToDateTime(at) + (before.End - before.Start);
        return MeetingTime.Of(from, at, lastDay ?? DateOnly.FromDateTime(ends), TimeOnly.FromDateTime(ends), zone ?? before.Zone);
    }
}
