namespace PartnerOffice.Features.Inviting;

/// <summary>What the send check found; it repeats no address.</summary>
/// <param name="Ok">Whether nothing is to be asked about when the invitation is sent.</param>
internal sealed record SendCheckAnswer(bool Ok, IReadOnlyList<SendFindingJson> Findings);
