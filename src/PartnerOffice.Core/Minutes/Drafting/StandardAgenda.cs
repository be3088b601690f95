namespace PartnerOffice.Core;

/// <summary>The standing agenda of each kind of meeting. What is added to it later is undecided until a person decides (R18).</summary>
public static class StandardAgenda
{
    /// <summary>The title under which the earlier minutes are approved, while nobody knows which these are.</summary>
    public const string ApprovalPart = "Genehmigung des letzten Protokolls und Bericht über Umlaufbeschlüsse";

    /// <summary>The title under which the board deals with what nobody else may read.</summary>
    public const string ConfidentialPart = "Personal, Mitgliederangelegenheiten, laufende Verfahren";

    /// <summary>The title under which the board looks at its own open matters.</summary>
    public const string ConfidentialControl = "Beschluss- und Aufgabenkontrolle des Vorstands";

    /// <summary>The standing points in order, without the board's own part.</summary>
    /// <param name="partner">The partner's name after "Kreisverband".</param>
    public static IReadOnlyList<StandardItem> For(MeetingKind kind, string partner) => kind switch
    {
        MeetingKind.BoardMeeting => Board(partner),
        MeetingKind.ExtraordinaryBoardMeeting => Extraordinary,
        MeetingKind.JointRetreat or MeetingKind.JointMeeting => TwoBoards,
        MeetingKind.DistrictConference => Conference(partner),
        MeetingKind.MembersAssembly => Assembly(partner),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What a person entered, in that order, with what lies ready in each point; a standing point stays what it is, whoever moved it.</summary>
    /// <param name="partner">The partner's name after "Kreisverband".</param>
    public static IReadOnlyList<StandardItem> Of(IReadOnlyList<StandardItem> entered, MeetingKind kind, string partner)
    {
        ArgumentNullException.ThrowIfNull(entered);
        var standing = For(kind, partner);
        // Each board approves its minutes in a meeting of its own.
        var approval = kind is not (MeetingKind.BoardMeeting or MeetingKind.ExtraordinaryBoardMeeting) ? null : entered.FirstOrDefault(item => item.Title.StartsWith("Genehmigung", StringComparison.OrdinalIgnoreCase) && item.Title.Contains("Protokoll", StringComparison.OrdinalIgnoreCase));
        return
        [
            .. entered.Select(item => (standing.FirstOrDefault(known => known.Title == item.Title) ?? item with { Tables = DraftTables.Resolutions | DraftTables.Actions }) with
            {
                Audience = item.Audience,
                IsApproval = ReferenceEquals(item, approval),
            }),
        ];
    }

    /// <summary>Whether the meeting has a part that only the board may read.</summary>
    public static bool HasConfidentialPart(MeetingKind kind) => kind is not (MeetingKind.DistrictConference or MeetingKind.MembersAssembly);

    private static List<StandardItem> Board(string partner) =>
    [
        new("Eröffnung, Feststellung der ordnungsgemäßen Einladung und der Beschlussfähigkeit", Audience.Partner),
        new("Beschluss der Tagesordnung", Audience.Partner),
        new(ApprovalPart, Audience.Partner, DraftTables.Resolutions) { IsApproval = true },
        new("Beschluss- und Aufgabenkontrolle", Audience.Partner),
        new("Aktuelle politische Lage", Audience.Partner),
        new("Berichte (Fraktionen, Ortsverbände, Schatzmeister*in)", Audience.Partner),
        new("Anträge und Beschlüsse", Audience.Partner, DraftTables.Resolutions | DraftTables.Actions),
        new("Aktionen und Kampagnen", Audience.Partner, DraftTables.Actions) { IsClosing = true },
        new($"Partnerschaft mit dem Kreisverband {partner}: Positionen, Information, Klausur", Audience.Partner, DraftTables.Actions) { IsClosing = true, IsPartnership = true },
        new("Termine", Audience.Partner) { IsClosing = true },
        new("Verschiedenes", Audience.Partner) { IsClosing = true },
    ];

    private static readonly List<StandardItem> Extraordinary =
    [
        new("Eröffnung, Feststellung der ordnungsgemäßen Einladung und der Beschlussfähigkeit", Audience.Partner),
        new("Beschluss der Tagesordnung", Audience.Partner),
        new("Anlass der Sitzung: Beratung und Beschlüsse", Audience.Partner, DraftTables.Resolutions | DraftTables.Actions),
        new("Verschiedenes", Audience.Partner) { IsClosing = true },
    ];

    // The contract's own clauses, in their order.
    private static readonly List<StandardItem> TwoBoards =
    [
        new("Begrüßung, Feststellung der Beschlussfähigkeit beider Kreisvorstände", Audience.Partner),
        new("Beschluss der Tagesordnung", Audience.Partner),
        new("Berichte aus beiden Kreisverbänden", Audience.Partner) { IsPartnership = true },
        new("Positionen zu Themen der Bundesebene", Audience.Partner, DraftTables.Resolutions),
        new("Öffentlichkeitsarbeit und gegenseitige Verlinkung", Audience.Partner, DraftTables.Actions),
        new("Aktionen, Initiativen und Wahlkampf", Audience.Partner, DraftTables.Resolutions | DraftTables.Actions),
        new("Nächste Klausur: Gastgeber und Termin", Audience.Partner, DraftTables.Resolutions) { IsClosing = true },
        new("Koordination der Partnerschaft", Audience.Partner, DraftTables.Actions) { IsClosing = true },
        new("Verschiedenes", Audience.Partner) { IsClosing = true },
    ];

    private static List<StandardItem> Conference(string partner) =>
    [
        new("Eröffnung und Begrüßung", Audience.Partner),
        new("Wahl von Tagungsleitung, Protokollführung, Mandatsprüfungs- und Zählkommission", Audience.Partner, DraftTables.Elections),
        new("Beschluss der Tages- und Geschäftsordnung", Audience.Partner, DraftTables.Resolutions),
        new("Bericht der Mandatsprüfung und Feststellung der Beschlussfähigkeit", Audience.Partner),
        .. Assembled(partner),
    ];

    private static List<StandardItem> Assembly(string partner) =>
    [
        new("Eröffnung, Feststellung der ordnungsgemäßen Einladung und der Beschlussfähigkeit", Audience.Partner),
        new("Wahl von Versammlungsleitung, Protokollführung und Zählkommission", Audience.Partner, DraftTables.Elections),
        new("Beschluss der Tagesordnung", Audience.Partner, DraftTables.Resolutions),
        .. Assembled(partner),
    ];

    private static List<StandardItem> Assembled(string partner) =>
    [
        new("Bericht des Kreisvorstands und Aussprache", Audience.Partner),
        new("Finanzbericht, Bericht der Kassenprüfung und Entlastung", Audience.Undecided, DraftTables.Resolutions),
        new("Anträge", Audience.Partner, DraftTables.Resolutions),
        new("Wahlen", Audience.Partner, DraftTables.Elections),
        new($"Partnerschaft mit dem Kreisverband {partner}", Audience.Partner, DraftTables.Resolutions) { IsClosing = true },
        new("Verschiedenes und Schlusswort", Audience.Partner) { IsClosing = true },
    ];
}
