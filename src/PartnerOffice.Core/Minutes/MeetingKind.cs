namespace PartnerOffice.Core;

/// <summary>What kind of meeting the minutes record (field 4 of the standard form).</summary>
public enum MeetingKind
{
    BoardMeeting,
    ExtraordinaryBoardMeeting,
    JointRetreat,
    JointMeeting,
    DistrictConference,
    MembersAssembly,
}
