namespace PartnerOffice.Meetings;

/// <summary>What a person does with a meeting.</summary>
internal enum MeetingChange
{
    Plan,
    Move,
    Cancel,
}
