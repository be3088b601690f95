using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>How a meeting's event was found in the calendar, where that wants a person.</summary>
/// <param name="MissingSince">Since when it is not found, neither by its id nor by its key; null while it is there.</param>
/// <param name="IsDoubled">Whether it stands there more than once.</param>
/// <param name="IsElsewhere">Whether it stands at a time to which the meeting cannot follow: in the past, or a whole series.</param>
/// <param name="Absent">Who should be invited there and is not.</param>
public sealed record MeetingSight(DateTimeOffset? MissingSince, bool IsDoubled, bool IsElsewhere, IReadOnlyList<PersonId> Absent)
{
    public static MeetingSight AsItShouldBe { get; } = new(null, false, false, []);
}
