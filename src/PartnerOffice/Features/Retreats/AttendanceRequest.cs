namespace PartnerOffice.Features.Retreats;

/// <summary>Who of both boards took part, by name or id.</summary>
internal sealed record AttendanceRequest(IReadOnlyList<string> People);
