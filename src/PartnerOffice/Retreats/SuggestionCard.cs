using PartnerOffice.Core;

namespace PartnerOffice.Retreats;

/// <summary>A search for days as command line and API answer it: of people numbers alone, but for the own ones who are not known.</summary>
/// <param name="Turn">Whose turn it is, and why.</param>
/// <param name="NeedsPoll">Whether people should be asked, since too few calendars are known.</param>
internal sealed record SuggestionCard(
    int Year, string Host, IReadOnlyList<string> Turn, DateOnly From, DateOnly Until, int Days, IReadOnlyList<SuggestionCard.Known> Calendars, bool NeedsPoll, string? Poll,
    IReadOnlyList<SuggestionCard.Date> Dates, IReadOnlyList<SuggestionCard.Refused> Refusals)
{
    /// <summary>How many calendars, or answers, of a board are known.</summary>
    /// <param name="Unknown">Of whom nothing is known; of the own district alone.</param>
    internal sealed record Known(string District, int Count, int Members, IReadOnlyList<string> Unknown);

    /// <summary>How many of a board can come.</summary>
    internal sealed record Board(string District, int Free, int IfNeeded, int Busy, int Unknown);

    /// <summary>Days that come into question.</summary>
    internal sealed record Date(DateOnly Day, DateOnly LastDay, int Points, IReadOnlyList<Board> Boards, IReadOnlyList<string> Reasons)
    {
        public static Date Of(RetreatDate date, Language language) => new(
            date.Day, date.LastDay, date.Points, [.. date.Boards.Select(board => new Board(board.District.ToString(), board.Free, board.IfNeeded, board.Busy, board.Unknown))],
            [.. date.Reasons.Select(reason => reason.In(language))]);
    }

    /// <summary>Days that do not, and why.</summary>
    internal sealed record Refused(DateOnly Day, DateOnly LastDay, string Reason);

    /// <param name="most">How many dates are shown.</param>
    public static SuggestionCard Of(RetreatSuggestion suggestion, int most, District own, Language language) => new(
        suggestion.Year, suggestion.Host.Id.ToString(), [.. suggestion.Turn.Reasons.Select(reason => reason.In(language))], suggestion.From, suggestion.Until, suggestion.Days,
        [.. suggestion.Known.Select(board => new Known(board.District.ToString(), board.Known, board.Members, board.District == own.Id ? board.Unknown : []))], suggestion.NeedsPoll, suggestion.Poll?.Id.ToString(),
        [.. suggestion.Dates.Proposed.Take(most).Select(date => Date.Of(date, language))],
        [.. suggestion.Dates.Refused.Select(date => new Refused(date.Day, date.LastDay, date.Reason.In(language)))]);
}
