namespace PartnerOffice.Core;

/// <summary>How people came together; a meeting link never stands in the minutes.</summary>
public enum MeetingForm
{
    InPerson,
    Online,
    Hybrid,
}
