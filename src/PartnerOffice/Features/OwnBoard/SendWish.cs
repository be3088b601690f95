namespace PartnerOffice.Features.OwnBoard;

/// <summary>How a person wants the minutes sent.</summary>
/// <param name="WithBoardOnly">Whether what only the board may know goes to private addresses too.</param>
/// <param name="Confirmed">The number of private addresses that the person has confirmed; null where nobody was asked.</param>
/// <param name="AsWord">Whether the Word file goes along instead of a PDF.</param>
internal sealed record SendWish(bool WithBoardOnly, int? Confirmed, bool AsWord);
