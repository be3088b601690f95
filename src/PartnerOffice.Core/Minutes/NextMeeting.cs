namespace PartnerOffice.Core;

/// <summary>When and where the board meets next.</summary>
public sealed record NextMeeting(DateOnly? Date, TimeOnly? Start, string? Place);
