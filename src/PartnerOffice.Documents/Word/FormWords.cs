using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>The German words of the standard form for the values of minutes, in both directions.</summary>
internal static class FormWords
{
    /// <summary>How two boards decide in one meeting (R22).</summary>
    public const string EachBoardVotes = "Jeder Kreisvorstand stimmt für sich ab: je Vorstand eine Zeile mit eigener Nummer. Gemeinsam beschlossen ist, was beide angenommen haben.";

    public static readonly WordTable<MeetingKind> Kinds = new(
        (MeetingKind.BoardMeeting, "ordentliche Sitzung"),
        (MeetingKind.ExtraordinaryBoardMeeting, "außerordentliche Sitzung"),
        (MeetingKind.JointRetreat, "gemeinsame Klausur"),
        (MeetingKind.JointMeeting, "gemeinsame Sitzung"),
        (MeetingKind.DistrictConference, "Kreisparteitag"),
        (MeetingKind.MembersAssembly, "Mitgliederversammlung"));

    public static readonly WordTable<MeetingForm> Forms = new(
        (MeetingForm.InPerson, "in Präsenz"),
        (MeetingForm.Online, "digital"),
        (MeetingForm.Hybrid, "hybrid"));

    public static readonly WordTable<RecordKind> Records = new(
        (RecordKind.Results, "Ergebnisprotokoll"),
        (RecordKind.Course, "Verlaufsprotokoll"));

    public static readonly WordTable<Audience> Audiences = new(
        (Audience.Partner, "Partner"),
        (Audience.Board, "Nur Vorstand"),
        (Audience.Undecided, "noch offen"));

    public static readonly WordTable<ItemStatus> Statuses = new(
        (ItemStatus.DealtWith, "behandelt"),
        (ItemStatus.Postponed, "vertagt"),
        (ItemStatus.Withdrawn, "abgesetzt"));

    public static readonly WordTable<AttendanceStatus> Attendance = new(
        (AttendanceStatus.Present, "anwesend"),
        (AttendanceStatus.Online, "digital"),
        (AttendanceStatus.Excused, "entschuldigt"),
        (AttendanceStatus.Unexcused, "unentschuldigt"),
        (AttendanceStatus.Guest, "Gast"));

    public static readonly WordTable<VoteMode> VoteModes = new(
        (VoteMode.Open, "offen"),
        (VoteMode.Secret, "geheim"),
        (VoteMode.RollCall, "namentlich"),
        (VoteMode.Circulation, "im Umlauf"));

    public static readonly WordTable<ElectionMode> ElectionModes = new(
        (ElectionMode.Open, "offen"),
        (ElectionMode.Secret, "geheim"));

    public static readonly WordTable<Outcome> Outcomes = new(
        (Outcome.Unanimous, "einstimmig"),
        (Outcome.Adopted, "angenommen"),
        (Outcome.Rejected, "abgelehnt"),
        (Outcome.Deferred, "zurückgestellt"));

    public static readonly WordTable<ActionState> ActionStates = new(
        (ActionState.Open, "offen"),
        (ActionState.Done, "erledigt"),
        (ActionState.Rescheduled, "neu terminiert"),
        (ActionState.Dropped, "entfallen"));

    public static readonly WordTable<ApprovalState> ApprovalStates = new(
        (ApprovalState.Draft, "Entwurf"),
        (ApprovalState.Released, "freigegeben"),
        (ApprovalState.Approved, "genehmigt"),
        (ApprovalState.Withdrawn, "zurückgezogen"));

    public static readonly WordTable<SignatureRole> SignatureRoles = new(
        (SignatureRole.Chair, "Sitzungsleitung"),
        (SignatureRole.MinuteTaker, "Protokollführung"));

    public static readonly WordTable<ResolutionKind> ResolutionKinds = new(
        (ResolutionKind.Motion, "Antrag"),
        (ResolutionKind.Finance, "Finanzbeschluss"));

    public static readonly WordTable<bool> YesNo = new((true, "ja"), (false, "nein"));
}
