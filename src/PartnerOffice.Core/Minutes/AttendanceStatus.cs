namespace PartnerOffice.Core;

/// <summary>How a person took part. The reason of an absence is never recorded.</summary>
public enum AttendanceStatus
{
    Present,
    Online,
    Excused,
    Unexcused,
    Guest,
}
