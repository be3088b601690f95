using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>One of the delivered forms: what a board, two boards, a conference and an assembly do not have in common.</summary>
/// <param name="Name">The name of the file without its ending; with the version it stands in each document (R38).</param>
/// <param name="Kinds">The kinds of meetings that use it; the first is what the blank form says.</param>
/// <param name="Board">The organ that the blank form names.</param>
/// <param name="Members">Whose number makes the quorum, between "x von y" and "anwesend".</param>
/// <param name="Use">The permitted use on each page of the blank form.</param>
/// <param name="Reports">The tables before the agenda items.</param>
/// <param name="Spare">The tables that lie ready in each spare agenda item: whoever works without the pane fills them by hand.</param>
internal sealed record TemplateForm(
    string Name,
    string Title,
    IReadOnlyList<MeetingKind> Kinds,
    string Board,
    string Members,
    string Use,
    FixedTable Attendance,
    IReadOnlyList<FixedTable> Reports,
    IReadOnlyList<FixedTable> Spare)
{
    public static readonly TemplateForm OfBoard = new(
        "protokoll-kreisvorstand",
        "Protokoll",
        [MeetingKind.BoardMeeting, MeetingKind.ExtraordinaryBoardMeeting],
        "Kreisvorstand",
        "gewählten Mitgliedern",
        DocumentFrame.BoardUse,
        FixedTable.Attendance,
        [FixedTable.Circulation, FixedTable.FollowUps],
        [FixedTable.Resolutions, FixedTable.Actions]);

    public static readonly TemplateForm OfTwoBoards = new(
        "protokoll-klausur",
        "Gemeinsames Protokoll",
        [MeetingKind.JointRetreat, MeetingKind.JointMeeting],
        "Kreisvorstände",
        "gewählten Mitgliedern",
        DocumentFrame.TwoBoardsUse,
        FixedTable.JointAttendance,
        [FixedTable.FollowUps],
        [FixedTable.JointResolutions, FixedTable.Actions]);

    public static readonly TemplateForm OfConference = new(
        "protokoll-kreisparteitag",
        "Protokoll des Kreisparteitags",
        [MeetingKind.DistrictConference],
        "Kreisparteitag",
        "gewählten Delegierten",
        DocumentFrame.MembersUse,
        FixedTable.Attendance,
        [],
        [FixedTable.Resolutions, FixedTable.Elections]);

    public static readonly TemplateForm OfAssembly = new(
        "protokoll-mitgliederversammlung",
        "Protokoll der Mitgliederversammlung",
        [MeetingKind.MembersAssembly],
        "Mitgliederversammlung",
        "stimmberechtigten Mitgliedern",
        DocumentFrame.MembersUse,
        FixedTable.Attendance,
        [],
        [FixedTable.Resolutions, FixedTable.Elections]);

    public static readonly IReadOnlyList<TemplateForm> All = [OfBoard, OfTwoBoards, OfConference, OfAssembly];

    /// <summary>Whether two boards sit in the meeting, each with its own chair, quorum and votes (R22).</summary>
    public bool IsJoint => this == OfTwoBoards;

    /// <summary>Whether members or their delegates decide, not a board.</summary>
    public bool IsAssembly => this == OfConference || this == OfAssembly;

    public string FileName => Name + ".docx";

    public static TemplateForm For(MeetingKind kind) => All.First(form => form.Kinds.Contains(kind));

    /// <summary>The form with this name; null for a name that is none of ours.</summary>
    public static TemplateForm? Named(string? name) => All.FirstOrDefault(form => form.Name == name);
}
