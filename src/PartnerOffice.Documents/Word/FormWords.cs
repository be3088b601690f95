using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>The German words of the standard form for the values of minutes, in both directions.</summary>
internal static class FormWords
{
    /// <summary>How two boards decide in one meeting (R22).</summary>
    public const string EachBoardVotes = "Jeder Kreisvorstand stimmt für sich ab: je Vorstand eine Zeile mit eigener Nummer, der Wortlaut nur in der ersten. Gemeinsam beschlossen ist, was beide angenommen haben.";

    public static readonly WordTable<MeetingKind> Kinds = new WordTable<MeetingKind>(
        (MeetingKind.BoardMeeting, "ordentliche Sitzung"),
        (MeetingKind.ExtraordinaryBoardMeeting, "außerordentliche Sitzung"),
        (MeetingKind.JointRetreat, "gemeinsame Klausur"),
        (MeetingKind.JointMeeting, "gemeinsame Sitzung"),
        (MeetingKind.DistrictConference, "Kreisparteitag"),
        (MeetingKind.MembersAssembly, "Mitgliederversammlung"))
        .Also(MeetingKind.BoardMeeting, "ordentliche Vorstandssitzung", "Vorstandssitzung", "ordentlich")
        .Also(MeetingKind.ExtraordinaryBoardMeeting, "außerordentliche Vorstandssitzung", "Sondersitzung", "außerordentlich");

    public static readonly WordTable<MeetingForm> Forms = new WordTable<MeetingForm>(
        (MeetingForm.InPerson, "in Präsenz"),
        (MeetingForm.Online, "digital"),
        (MeetingForm.Hybrid, "hybrid"))
        .Also(MeetingForm.InPerson, "Präsenz", "vor Ort", "präsent", "in person")
        .Also(MeetingForm.Online, "online", "Videokonferenz", "virtuell");

    public static readonly WordTable<RecordKind> Records = new WordTable<RecordKind>(
        (RecordKind.Results, "Ergebnisprotokoll"),
        (RecordKind.Course, "Verlaufsprotokoll"));

    public static readonly WordTable<Audience> Audiences = new WordTable<Audience>(
        (Audience.Partner, "Partner"),
        (Audience.Board, "Nur Vorstand"),
        (Audience.Undecided, "noch offen"))
        .Also(Audience.Partner, "für den Partner", "Für Partner")
        .Also(Audience.Board, "Vorstand", "intern", "vertraulich", "nichtöffentlich", "nicht öffentlich", "[nur Vorstand]");

    public static readonly WordTable<ItemStatus> Statuses = new WordTable<ItemStatus>(
        (ItemStatus.DealtWith, "behandelt"),
        (ItemStatus.Postponed, "vertagt"),
        (ItemStatus.Withdrawn, "abgesetzt"))
        .Also(ItemStatus.Postponed, "verschoben", "zurückgestellt")
        .Also(ItemStatus.Withdrawn, "abgesetzt/zurückgezogen", "zurückgezogen", "entfällt");

    public static readonly WordTable<AttendanceStatus> Attendance = new WordTable<AttendanceStatus>(
        (AttendanceStatus.Present, "anwesend"),
        (AttendanceStatus.Online, "digital"),
        (AttendanceStatus.Excused, "entschuldigt"),
        (AttendanceStatus.Unexcused, "unentschuldigt"),
        (AttendanceStatus.Guest, "Gast"))
        .Also(AttendanceStatus.Present, "präsent", "in Präsenz", "Präsenz", "da", "x", "present")
        .Also(AttendanceStatus.Online, "online", "per Video", "zugeschaltet", "hybrid")
        .Also(AttendanceStatus.Excused, "entsch.", "e", "excused", "abwesend (entschuldigt)")
        .Also(AttendanceStatus.Unexcused, "unentsch.", "nicht entschuldigt", "fehlt unentschuldigt")
        .Also(AttendanceStatus.Guest, "Gäst*in", "Gästin", "als Gast", "guest");

    public static readonly WordTable<VoteMode> VoteModes = new WordTable<VoteMode>(
        (VoteMode.Open, "offen"),
        (VoteMode.Secret, "geheim"),
        (VoteMode.RollCall, "namentlich"),
        (VoteMode.Circulation, "im Umlauf"));

    public static readonly WordTable<ElectionMode> ElectionModes = new WordTable<ElectionMode>(
        (ElectionMode.Open, "offen"),
        (ElectionMode.Secret, "geheim"))
        .Also(ElectionMode.Secret, "geheime Wahl")
        .Also(ElectionMode.Open, "offene Wahl");

    public static readonly WordTable<Outcome> Outcomes = new WordTable<Outcome>(
        (Outcome.Unanimous, "einstimmig"),
        (Outcome.Adopted, "angenommen"),
        (Outcome.Rejected, "abgelehnt"),
        (Outcome.Deferred, "zurückgestellt"));

    public static readonly WordTable<ActionState> ActionStates = new WordTable<ActionState>(
        (ActionState.Open, "offen"),
        (ActionState.Done, "erledigt"),
        (ActionState.Rescheduled, "neu terminiert"),
        (ActionState.Dropped, "entfallen"))
        .Also(ActionState.Done, "fertig", "done", "erl.")
        .Also(ActionState.Open, "noch offen", "in Arbeit", "läuft", "open")
        .Also(ActionState.Rescheduled, "verschoben", "neuer Termin")
        .Also(ActionState.Dropped, "entfällt", "hinfällig");

    public static readonly WordTable<ApprovalState> ApprovalStates = new WordTable<ApprovalState>(
        (ApprovalState.Draft, "Entwurf"),
        (ApprovalState.Released, "freigegeben"),
        (ApprovalState.Approved, "genehmigt"),
        (ApprovalState.Withdrawn, "zurückgezogen"));

    public static readonly WordTable<SignatureRole> SignatureRoles = new WordTable<SignatureRole>(
        (SignatureRole.Chair, "Sitzungsleitung"),
        (SignatureRole.MinuteTaker, "Protokollführung"))
        .Also(SignatureRole.Chair, "Leitung", "Versammlungsleitung", "Vorsitz", "Sitzungsleiter", "Sitzungsleiterin", "Sitzungsleiter*in")
        .Also(SignatureRole.MinuteTaker, "Protokoll", "Protokollant", "Protokollantin", "Protokollant*in", "Schriftführung", "Schriftführer", "Schriftführerin", "Schriftführer*in");

    public static readonly WordTable<ResolutionKind> ResolutionKinds = new WordTable<ResolutionKind>(
        (ResolutionKind.Motion, "Antrag"),
        (ResolutionKind.Finance, "Finanzbeschluss"));

    public static readonly WordTable<bool> YesNo = new WordTable<bool>((true, "ja"), (false, "nein"))
        .Also(true, "j", "yes", "y", "x", "ja, stimmberechtigt", "stimmberechtigt")
        .Also(false, "n", "no", "beratend", "nicht stimmberechtigt", "ohne Stimmrecht");
}
