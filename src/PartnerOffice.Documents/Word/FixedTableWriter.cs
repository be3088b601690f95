using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Writes the tables of the standard form.</summary>
internal sealed class FixedTableWriter(Minutes minutes, BoardNames boards)
{
    private readonly AudienceText audiences = new(boards);

    /// <summary>High enough for a pen, in twentieths of a point.</summary>
    public const int SignatureHeight = 620;

    private int bookmarks;

    /// <summary>Whether the names of people and resolutions carry bookmarks; the partner's copy has none.</summary>
    public bool WithBookmarks { get; init; } = true;

    /// <summary>Whether what nobody can know before the meeting is left empty.</summary>
    public bool LeavesOpen { get; init; }

    /// <summary>People of whom nobody has entered whether they were there; null where <see cref="LeavesOpen"/> says it of all.</summary>
    public IReadOnlySet<string>? NotEntered { get; init; }

    /// <summary>Whether the day of a signature that nobody has given is left to be written by hand.</summary>
    public bool LeavesRoomForPen { get; init; }

    public static FixedTable AttendanceForm(Minutes minutes) =>
        minutes.Attendance.Any(attendee => attendee.District != minutes.District) ? FixedTable.JointAttendance : FixedTable.Attendance;

    public IEnumerable<TableRow> Attendance()
    {
        var form = AttendanceForm(minutes);
        return minutes.Attendance.Select(attendee => Wml.Row(form,
        [
            Named(EntryBookmark.Person, attendee.Person, attendee.Name),
            Wml.Lines(attendee.Function ?? ""),
            .. form == FixedTable.JointAttendance ? [Wml.Lines(attendee.District)] : Array.Empty<IEnumerable<OpenXmlElement>>(),
            Wml.Lines(NotEntered?.Contains(attendee.Name) ?? LeavesOpen ? "" : FormWords.Attendance[attendee.Status]),
            Wml.Lines(FormWords.YesNo[attendee.Voting]),
            Wml.Lines(attendee.Intervals.Select(FormText.Interval)),
        ]));
    }

    public IEnumerable<TableRow> Circulation() => minutes.Circulation.Select(circulated => Wml.Row(FixedTable.Circulation,
    [
        Wml.Lines(circulated.Number),
        Wml.Lines(circulated.Subject),
        Wml.Lines(circulated.Wording),
        Wml.Lines(FormText.Date(circulated.DecidedOn)),
        .. Figures(circulated.Vote),
        Wml.Lines(circulated.Entitled is null ? "" : FormText.Number(circulated.Entitled)),
        Wml.Lines(Mode(circulated.Vote)),
        Wml.Lines(FormWords.Outcomes[circulated.Outcome]),
        Wml.Lines(audiences.Write(circulated.Audience, null)),
    ]));

    public IEnumerable<TableRow> FollowUps() => minutes.FollowUps.Select(followUp => Wml.Row(FixedTable.FollowUps,
    [
        Wml.Lines(followUp.Of),
        Wml.Lines(FormWords.ActionStates[followUp.State]),
        Wml.Lines(followUp.Note ?? ""),
        Wml.Lines(audiences.Write(followUp.Audience, followUp.BoardOf)),
    ]));

    public IEnumerable<TableRow> Attachments() => minutes.Attachments.Select(attachment => Wml.Row(FixedTable.Attachments,
    [
        Wml.Lines(attachment.Number),
        Wml.Lines(attachment.Title),
        Wml.Lines(attachment.File ?? ""),
        Wml.Lines(attachment.Item is { } item ? minutes.Items.First(other => other.Id == item).Number : ""),
        Wml.Lines(audiences.Write(attachment.Audience, attachment.BoardOf)),
    ]));

    public IEnumerable<TableRow> Signatures() => minutes.Signatures.Select(signature => Wml.Row(FixedTable.Signatures,
    [
        Wml.Lines(signature.Name),
        Wml.Lines(FormWords.SignatureRoles[signature.Role]),
        Wml.Lines(signature.On is null && LeavesRoomForPen ? "" : FormText.Date(signature.On)),
        Wml.Lines(),
    ]).WithHeight(SignatureHeight));

    /// <summary>The tables that belong to one agenda item, in the order of the standard form.</summary>
    /// <param name="open">Those that lie ready with an empty row where the item has nothing for them.</param>
    public IEnumerable<Table> Of(AgendaItem item, IReadOnlyList<FixedTable> open)
    {
        foreach (var (form, rows) in Rows(item))
        {
            if (rows.Count > 0)
                yield return Wml.Table(form, rows);
            else if (open.Contains(form))
                yield return Wml.Table(form, [Wml.EmptyRow(form)]);
        }
    }

    private IEnumerable<(FixedTable Form, IReadOnlyList<TableRow> Rows)> Rows(AgendaItem item) =>
    [
        item.Resolutions.Any(resolution => resolution.Votes is not null)
            ? (FixedTable.JointResolutions, [.. item.Resolutions.SelectMany(OfBoards)])
            : (FixedTable.Resolutions, [.. item.Resolutions.Select(Resolution)]),
        (FixedTable.Elections, [.. item.Elections.SelectMany(Election)]),
        (FixedTable.Statements, [.. (item.Statements ?? []).Select(statement => Wml.Row(
            FixedTable.Statements,
            [Wml.Lines(statement.Name), Wml.Lines(statement.Text), Wml.Lines(audiences.Write(statement.Audience, statement.BoardOf))]))]),
        (FixedTable.Actions, [.. item.Actions.Select(Action)]),
    ];

    private TableRow Resolution(Resolution resolution) => Wml.Row(FixedTable.Resolutions,
    [
        Named(EntryBookmark.Resolution, resolution.Id.ToString(), resolution.Number),
        [.. Wml.Lines(resolution.Wording), .. ResolutionDetails.Of(resolution, NumberOf).Select(line => Wml.Paragraph(StyleNames.Detail, Wml.Run(line)))],
        Wml.Lines(resolution.Mover ?? ""),
        .. Figures(resolution.Vote),
        Wml.Lines(resolution.Present is null ? "" : FormText.Number(resolution.Present)),
        Wml.Lines(Mode(resolution.Vote)),
        Wml.Lines(LeavesOpen && resolution.Vote is null ? "" : FormWords.Outcomes[resolution.Outcome]),
        Wml.Lines(audiences.Write(resolution.Audience, resolution.BoardOf)),
    ]);

    // A row for each board that voted; what belongs to the resolution stands in the first (R22).
    private IEnumerable<TableRow> OfBoards(Resolution resolution)
    {
        IReadOnlyList<BoardVote?> votes = resolution.Votes is { } all ? [.. all] : [null];
        return votes.Select((vote, index) =>
        {
            var isFirst = index == 0;
            var cast = resolution.Votes is null ? resolution.Vote : vote?.Vote;
            var present = resolution.Votes is null ? resolution.Present : vote?.Present;
            return Wml.Row(FixedTable.JointResolutions,
            [
                isFirst ? Named(EntryBookmark.Resolution, resolution.Id.ToString(), resolution.Number) : Wml.Lines(vote!.Number),
                isFirst ? [.. Wml.Lines(resolution.Wording), .. Details(resolution).Select(line => Wml.Paragraph(StyleNames.Detail, Wml.Run(line)))] : Wml.Lines(),
                Wml.Lines(isFirst ? resolution.Mover ?? "" : ""),
                Wml.Lines(vote is null ? "" : boards.NameOf(vote.District)),
                .. Figures(cast),
                Wml.Lines(present is null ? "" : FormText.Number(present)),
                Wml.Lines(Mode(cast)),
                Wml.Lines(LeavesOpen && cast is null ? "" : FormWords.Outcomes[vote?.Outcome ?? resolution.Outcome]),
                Wml.Lines(isFirst ? audiences.Write(resolution.Audience, resolution.BoardOf) : ""),
            ]);
        });
    }

    private IEnumerable<string> Details(Resolution resolution) =>
    [
        .. ResolutionDetails.Of(resolution, NumberOf),
        .. !LeavesOpen && resolution.Votes is { Count: > 1 } votes ? [$"{JointOutcomeText.Label}: {JointOutcomeText.Of(votes, boards)}"] : Array.Empty<string>(),
    ];

    private TableRow Action(ActionItem action) => Wml.Row(FixedTable.Actions,
    [
        Wml.Lines(action.Id.ToString()),
        Wml.Lines(action.What),
        Wml.Lines(action.Who ?? ""),
        Wml.Lines(action.Due is null ? "laufend" : FormText.Date(action.Due)),
        Wml.Lines(FormWords.ActionStates[action.State]),
        Wml.Lines(action.Resolution is { } resolution ? NumberOf(resolution) : ""),
        Wml.Lines(audiences.Write(action.Audience, action.BoardOf)),
    ]);

    // What belongs to the election as a whole stands in its first row: a row without an office goes on with the same election.
    private IEnumerable<TableRow> Election(Election election)
    {
        IReadOnlyList<Candidate?> candidates = election.Candidates.Count == 0 ? [null] : [.. election.Candidates];
        return candidates.Select((candidate, index) =>
        {
            IEnumerable<OpenXmlElement> Whole(params IEnumerable<string> lines) => index == 0 ? Wml.Lines(lines) : Wml.Lines();
            return Wml.Row(FixedTable.Elections,
            [
                Whole(election.Office),
                Wml.Lines(candidate?.Name ?? ""),
                Wml.Lines(Figure(candidate?.Yes)),
                Wml.Lines(Figure(candidate?.No)),
                Wml.Lines(Figure(candidate?.Abstained)),
                Whole(FormWords.ElectionModes[election.Mode]),
                Whole(Figure(election.Valid)),
                Whole(Figure(election.Invalid)),
                Whole(election.Elected),
                Whole(election.Accepted is { } accepted ? FormWords.YesNo[accepted] : ""),
                Whole(audiences.Write(election.Audience, election.BoardOf)),
            ]);
        });
    }

    private static IEnumerable<IEnumerable<OpenXmlElement>> Figures(Vote? vote) =>
        [Wml.Lines(Figure(vote?.Yes)), Wml.Lines(Figure(vote?.No)), Wml.Lines(Figure(vote?.Abstained)), Wml.Lines(Figure(vote?.Invalid))];

    private static string Figure(int? figure) => figure is null ? "" : FormText.Number(figure);

    private static string Mode(Vote? vote) => vote is null ? "" : FormWords.VoteModes[vote.Mode];

    private string NumberOf(EntryId resolution) =>
        minutes.Items.SelectMany(item => item.Resolutions).First(other => other.Id == resolution).Number;

    private IEnumerable<OpenXmlElement> Named(string kind, string? id, string text) =>
        [Wml.Paragraph(StyleNames.Cell, [.. Bookmarked(kind, id, Wml.Run(text))])];

    /// <summary>The run in the bookmark that carries the id; plain where there is no id or no bookmarks are wanted.</summary>
    public IEnumerable<OpenXmlElement> Bookmarked(string kind, string? id, OpenXmlElement run)
    {
        if (!WithBookmarks || id is null)
            return [run];

        var number = (++bookmarks).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return [new BookmarkStart { Id = number, Name = EntryBookmark.NameOf(kind, id) }, run, new BookmarkEnd { Id = number }];
    }
}
