using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>Minutes with the approval note that counts: where document and ledger differ, the ledger is right (D25).</summary>
internal static class OfficialMinutes
{
    public static Minutes Of(Minutes minutes, Release release, District district)
    {
        var approval = new Approval(
            ApprovalState.Released,
            PersonId.TryParse(release.ReleasedBy, out var id) ? district.Find(id)?.Name ?? release.ReleasedBy : release.ReleasedBy,
            ToTheMinute(TimeZoneInfo.ConvertTime(release.ReleasedAt, district.TimeZone)), null, null, null);
        return minutes with { Approval = release.Approval is { } note ? note.ApplyTo(approval) : approval };
    }

    // As people read it: the document says hours and minutes.
    private static DateTimeOffset ToTheMinute(DateTimeOffset at) => new(at.Year, at.Month, at.Day, at.Hour, at.Minute, 0, at.Offset);
}
