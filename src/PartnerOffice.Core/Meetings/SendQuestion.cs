namespace PartnerOffice.Core;

/// <summary>An invitation that is about to go out.</summary>
/// <param name="Start">Null where the event lasts the whole day.</param>
/// <param name="Sent">When it goes out, on the clock of the district.</param>
/// <param name="HasAgenda">Whether its text holds the agenda.</param>
/// <param name="HasBoardItems">Whether the agenda has items that only the board may know.</param>
public sealed record SendQuestion(MeetingKind Kind, DateOnly Date, TimeOnly? Start, DateTime Sent, bool HasAgenda, bool HasBoardItems)
{
    /// <summary>Whether both boards meet, so that the partner's coordinator belongs to it.</summary>
    public bool IsJoint => Kind is MeetingKind.JointRetreat or MeetingKind.JointMeeting;

    /// <summary>Whether a board meets, so that each voting member is invited within the board's notice.</summary>
    public bool IsOfBoard => IsJoint || Kind is MeetingKind.BoardMeeting or MeetingKind.ExtraordinaryBoardMeeting;
}
