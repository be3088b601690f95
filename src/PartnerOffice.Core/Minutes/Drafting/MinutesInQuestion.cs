namespace PartnerOffice.Core;

/// <summary>Minutes as a draft names them: the partner's that came in, or the own that still wait for their approval.</summary>
public sealed record MinutesInQuestion(MinutesId Id, string Number, DateOnly Date);
