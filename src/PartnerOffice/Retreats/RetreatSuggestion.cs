using PartnerOffice.Core;

namespace PartnerOffice.Retreats;

/// <summary>Days for a joint retreat, whose turn it is, and whose calendars that rests on.</summary>
/// <param name="Turn">Whose turn it would be, and why.</param>
/// <param name="Poll">The poll whose answers are counted in; null for none.</param>
internal sealed record RetreatSuggestion(
    int Year, District Host, RetreatTurn Turn, DateOnly From, DateOnly Until, int Days, IReadOnlyList<KnownCalendars> Known, RetreatDates Dates, RetreatPoll? Poll)
{
    /// <summary>Whether people should be asked: of one board less than two thirds are known.</summary>
    public bool NeedsPoll => Known.Any(board => board.IsTooFew);
}
