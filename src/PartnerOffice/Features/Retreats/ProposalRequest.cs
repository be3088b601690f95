namespace PartnerOffice.Features.Retreats;

/// <summary>What a coordinator proposes.</summary>
/// <param name="LastDay">Where it takes more than one day.</param>
/// <param name="Year">Whose yearly retreat it is; that of its first day where it is left out.</param>
internal sealed record ProposalRequest(string Host, DateOnly Day, DateOnly? LastDay = null, int? Year = null);
