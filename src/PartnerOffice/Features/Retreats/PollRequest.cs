namespace PartnerOffice.Features.Retreats;

/// <summary>A poll to begin.</summary>
/// <param name="Closes">The last day for answers.</param>
/// <param name="Dates">The first days to choose from; none for the best that a search finds.</param>
/// <param name="Host">Null for whose turn it is.</param>
internal sealed record PollRequest(DateOnly Closes, int? Year = null, string? Host = null, int? Days = null, IReadOnlyList<DateOnly>? Dates = null);
