using System.Text.Json.Serialization;

namespace PartnerOffice.Core;

/// <summary>A person who was in the room, or should have been.</summary>
/// <param name="Person">The person's id in the partnership file; null for people who stand in no list.</param>
/// <param name="Intervals">When the person was there; none means the whole meeting.</param>
public sealed record Attendee(
    string? Person,
    string Name,
    string? Function,
    string District,
    AttendanceStatus Status,
    bool Voting,
    IReadOnlyList<Interval> Intervals)
{
    /// <summary>Whether the person was in the room or connected at some time.</summary>
    [JsonIgnore]
    public bool WasThere => Status is AttendanceStatus.Present or AttendanceStatus.Online or AttendanceStatus.Guest;
}
