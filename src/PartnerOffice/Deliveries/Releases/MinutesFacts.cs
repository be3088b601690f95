using PartnerOffice.Core;

namespace PartnerOffice.Deliveries;

/// <summary>What the ledger keeps of minutes: which they are and what they say as a digest, none of their words.</summary>
/// <param name="Number">The meeting's number.</param>
/// <param name="ContentDigest">In hexadecimal; leaves out the approval note (D4, R7).</param>
public sealed record MinutesFacts(MinutesId Id, int Version, string Number, DateOnly Date, MeetingKind Kind, string ContentDigest)
{
    /// <summary>The next meeting that they announce; null for none. Its day and hour are kept.</summary>
    public NextMeeting? Next { get; init; }

    public static MinutesFacts Of(Minutes minutes)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return new(minutes.Id, minutes.Version.Number, minutes.Number, minutes.Date, minutes.Kind, CanonicalMinutes.DigestOf(minutes)) { Next = minutes.Next };
    }
}
