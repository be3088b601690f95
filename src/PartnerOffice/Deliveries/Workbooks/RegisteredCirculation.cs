using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>The resolutions by circulation that people entered in their board's own register, for the minutes to come (V10). Read and handed on, never kept.</summary>
/// <remarks>Such a row says "Umlauf" where others name their meeting, or has a number of that form. What says how it ended has ended.</remarks>
internal static class RegisteredCirculation
{
    // Columns that people may add: they stand in the minutes, not among the tracker's.
    private const string Subject = "Gegenstand";
    private const string For = "Für";

    /// <summary>What was resolved by circulation; the board's alone, where nobody wrote that it is for the partner.</summary>
    /// <exception cref="TrackerRefusedException">The workbook has no such table.</exception>
    public static IReadOnlyList<CirculationResolution> In(ReadOnlyMemory<byte> register, District board) =>
    [
        .. TrackerWorkbook.ReadRows(register, TrackerTables.Resolutions)
            .Where(row => IsCirculated(row, board))
            .Select(row => (Row: row, Outcome: OutcomeOf(row), Wording: Text(row, TrackerTables.Wording)))
            .Where(one => one is { Outcome: not null, Wording: not null })
            .Select(one => new CirculationResolution(
                Text(one.Row, TrackerTables.Number) ?? "", Text(one.Row, Subject) ?? "", one.Wording!, DayOf(one.Row), VoteOf(one.Row), one.Outcome!.Value,
                string.Equals(Text(one.Row, For), "Partner", StringComparison.OrdinalIgnoreCase) ? Audience.Partner : Audience.Board)),
    ];

    private static bool IsCirculated(TrackerRow row, District board) => Text(row, TrackerTables.Meeting) is { } meeting
        ? meeting.StartsWith("Umlauf", StringComparison.OrdinalIgnoreCase)
        : board.Rules.Numbers.Circulation.TryRead(Text(row, TrackerTables.Number), out _, out _, out _);

    private static Outcome? OutcomeOf(TrackerRow row) => Text(row, TrackerTables.Outcome)?.ToLowerInvariant() switch
    {
        "einstimmig" => Outcome.Unanimous,
        "angenommen" => Outcome.Adopted,
        "abgelehnt" => Outcome.Rejected,
        _ => null,
    };

    // Whoever counted yes and no left the other columns empty because nobody was in them.
    private static Vote VoteOf(TrackerRow row) => (Figure(row, TrackerTables.Yes), Figure(row, TrackerTables.No)) is ({ } yes, { } no)
        ? new(Counted: true, yes, no, Figure(row, TrackerTables.Abstained) ?? 0, Figure(row, TrackerTables.Invalid) ?? 0, VoteMode.Circulation)
        : Vote.Uncounted(VoteMode.Circulation);

    private static int? Figure(TrackerRow row, string column) => Text(row, column) is { } text && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var figure) && figure >= 0 ? figure : null;

    private static DateOnly? DayOf(TrackerRow row) => row[TrackerTables.Date] switch
    {
        TrackerValue.Day day => day.Value,
        // Excel keeps a day as the number of days since the end of 1899.
        TrackerValue.Number { Value: > 0 and < 2_958_466 } number => DateOnly.FromDateTime(DateTime.FromOADate(number.Value)),
        TrackerValue.Text text => SpokenDate.Read(text.Value) is { Question: null, Value: { } day } ? day : null,
        _ => null,
    };

    private static string? Text(TrackerRow row, string column) => row[column]?.ToString()?.Trim() is { Length: > 0 } text ? text : null;
}
