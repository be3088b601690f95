using System.Globalization;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;

namespace PartnerOffice.Meetings;

/// <summary>What the shared tracker says of a meeting to come: what the partner may read, and of a meeting of one board no more than that there is one.</summary>
internal static class MeetingRows
{
    public const string Planned = "geplant";
    public const string Cancelled = "abgesagt";

    public static IReadOnlyList<TrackerEntry> Of(PlannedMeeting meeting, District own, string standing)
    {
        List<(string Column, TrackerValue? Value)> cells =
        [
            (TrackerTables.Key, Text(meeting.Id.ToString())),
            (TrackerTables.District, Text(own.ShortName)),
            (TrackerTables.Number, Text(meeting.Number)),
            (TrackerTables.Kind, Text(TrackerTables.Kinds[(int)meeting.Kind])),
            (TrackerTables.Date, new TrackerValue.Day(meeting.Time.Day)),
            (TrackerTables.Place, Text(meeting.PartnerPlace)),
            (TrackerTables.Minutes, Text(standing)),
        ];
        if (meeting.IsJoint)
        {
            cells.AddRange(
            [
                (TrackerTables.Board, Text(meeting.Board)),
                (TrackerTables.Start, Text(meeting.Time.Start.ToString("HH:mm", CultureInfo.InvariantCulture))),
                (TrackerTables.Form, Text(TrackerTables.Forms[(int)meeting.Form])),
            ]);
        }

        return [new(new TrackerChange(TrackerTables.Meetings, [new(cells.ToDictionary(cell => cell.Column, cell => cell.Value, StringComparer.OrdinalIgnoreCase))]))];
    }

    private static TrackerValue.Text? Text(string? text) => text is null ? null : new TrackerValue.Text(text);
}
