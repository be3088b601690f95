using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>Minutes with the approval note that counts: where document and ledger differ, the ledger is right (D25).</summary>
internal static class OfficialMinutes
{
    /// <param name="other">The other of two boards' district, where it is known: one of those who released is its person (R22).</param>
    public static Minutes Of(Minutes minutes, Release release, District district, District? other = null)
    {
        var approval = Released(NamesOf(release, minutes, district, other), release.ReleasedAt, district);
        return minutes with { Approval = release.Approval is { } note ? note.ApplyTo(approval) : approval };
    }

    // Of two boards two persons released; whoever is not of this one was in the room.
    private static string NamesOf(Release release, Minutes minutes, District district, District? other) => string.Join(
        Approval.And,
        release.ReleasedBy.Split(' ').Select(id => district.Find(id)?.Name ?? other?.Find(id)?.Name ?? minutes.Attendance.FirstOrDefault(attendee => attendee.Person == id)?.Name ?? id));

    /// <summary>The note of a release, as people read it: in the district's zone, to the minute.</summary>
    public static Approval Released(string by, DateTimeOffset at, District district)
    {
        var local = TimeZoneInfo.ConvertTime(at, district.TimeZone);
        return new(ApprovalState.Released, by, new DateTimeOffset(local.Year, local.Month, local.Day, local.Hour, local.Minute, 0, local.Offset), null, null, null);
    }
}
