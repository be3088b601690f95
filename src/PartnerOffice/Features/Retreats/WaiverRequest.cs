namespace PartnerOffice.Features.Retreats;

/// <summary>A year that both may go without a retreat.</summary>
internal sealed record WaiverRequest(int Year);
