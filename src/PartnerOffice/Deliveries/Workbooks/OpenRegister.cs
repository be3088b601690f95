using System.Globalization;
using PartnerOffice.Core;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Deliveries;

/// <summary>What a board's own register still has open, for the next draft (R9). Read and handed on, never kept.</summary>
internal static class OpenRegister
{
    private static readonly string[] Closed = ["erledigt", "entfallen"];

    /// <summary>The open actions, as carry-over from minutes words them; all of them the board's alone.</summary>
    /// <exception cref="TrackerRefusedException">The workbook has no such tables.</exception>
    public static IReadOnlyList<FollowUp> In(ReadOnlyMemory<byte> register)
    {
        var wordings = TrackerWorkbook.ReadRows(register, TrackerTables.Resolutions)
            .Select(row => (Number: Text(row, TrackerTables.Number), Wording: Text(row, TrackerTables.Wording)))
            .Where(row => row.Number is not null)
            .GroupBy(row => row.Number!)
            .ToDictionary(group => group.Key, group => group.First().Wording);
        return
        [
            .. TrackerWorkbook.ReadRows(register, TrackerTables.Actions)
                .Where(row => Text(row, TrackerTables.Key) is not null && Text(row, TrackerTables.Action) is not null && !Closed.Contains(Text(row, TrackerTables.Standing)?.Trim(), StringComparer.OrdinalIgnoreCase))
                .Select(row => new FollowUp(Text(row, TrackerTables.Key)!, ActionState.Open, Words(row, wordings), Audience.Board)),
        ];
    }

    private static string Words(TrackerRow row, Dictionary<string, string?> wordings)
    {
        var resolution = Text(row, TrackerTables.Resolution);
        var words = Text(row, TrackerTables.Action)!;
        if (resolution is not null)
            words += $" – zu Beschluss {resolution}{(wordings.GetValueOrDefault(resolution) is { } wording ? $": {wording}" : "")}";
        var by = string.Join(", ", ((string?[])[Text(row, TrackerTables.Owner), DueOf(row) is { } due ? $"bis {due}" : null]).OfType<string>());
        return by.Length == 0 ? words : $"{words} ({by})";
    }

    private static string? DueOf(TrackerRow row) => row[TrackerTables.Due] switch
    {
        TrackerValue.Day day => day.Value.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        // Excel keeps a day as the number of days since the end of 1899.
        TrackerValue.Number number => DateTime.FromOADate((double)number.Value).ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
        null => null,
        var other => other.ToString(),
    };

    private static string? Text(TrackerRow row, string column) => row[column]?.ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
