namespace PartnerOffice.Features.Sharing;

/// <summary>What became of taking an edition back.</summary>
/// <param name="Next">What is left for people to do.</param>
/// <param name="IncidentNote">The .docx for the data protection officer; null where nothing had left.</param>
/// <param name="Holders">Who had the minutes, one sentence for each board.</param>
internal sealed record WithdrawalAnswer(DeliveryJson Recall, string Next, byte[]? IncidentNote, IReadOnlyList<string> Holders);
