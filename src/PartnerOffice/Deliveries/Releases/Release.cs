using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>One released version of minutes, as the ledger knows it.</summary>
/// <param name="Date">The day of the meeting.</param>
/// <param name="ReleasedBy">The id of the releasing person in the partnership file; of joint minutes both ids, with a space between.</param>
/// <param name="Edition">SHA-256 of the edition that this person was shown, in lower-case hexadecimal.</param>
/// <param name="Approval">How the board approved it; null while it has not.</param>
public sealed record Release(
    PartnershipId Partnership, MinutesId Minutes, int Version, DistrictId District, string Number, DateOnly Date, MeetingKind Kind,
    ReleaseState State, string ReleasedBy, DateTimeOffset ReleasedAt, string Edition, ApprovalNote? Approval)
{
    /// <summary>When the board meets next, as these minutes say it, without the place; null where they do not say.</summary>
    public NextMeeting? Next { get; init; }

    /// <summary>Who released it, by name as far as this district knows it; of joint minutes two persons did (R22).</summary>
    public string ReleasedByIn(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        return string.Join(Core.Approval.And, ReleasedBy.Split(' ').Select(id => district.Find(id)?.Name ?? id));
    }

    /// <summary>Raised by every change: whoever decides on what was read here is told when it is old.</summary>
    internal long Revision { get; init; }

    /// <summary>What the check knows of it (V26).</summary>
    internal KnownMinutes Known => new(Minutes, District.ToString(), Number, Date, Kind, []);
}
