namespace PartnerOffice.Tests.Host.Meetings;

/// <summary>
/// How each meeting of two years must stand when its month is over. Written by hand from what people need: who sits on the board that day, who has which
/// address, who answered, what an office did, and that nobody gets more than one reminder in a week and four automatic mails in a month.
/// </summary>
/// <remarks>
/// Meeting | state, generation, sequence | begins | invited by calendar, mail, letter (B), telephone | answers | events in the calendar | row of the
/// tracker, with "=" for the same answers and "–" for none | mails: invited (E), moved (V), cancelled (A), reminded (R) | messages of Exchange: invitations,
/// changes, cancellations | the draft in Word.
/// </remarks>
internal static class TwoYearsTable
{
    public const string Rows = """
        # 2026-01
        ST 2026/01 | geplant 1.0 | 13.01.2026 19:00 | K3 M10 B1 T1 | 7 zu, 3 ab, 1 vielleicht, 4 offen | 1 | geplant 13.01. = | E10 V0 A0 R5 | 3/0/0 | 13.01. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2026/01 | geplant 1.0 | 15.01.2026 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 15.01. = | E10 V0 A0 R5 | 3/0/0 | 15.01. 18:30, 3 im Kalender, 10 mit Mail
        # 2026-02
        ST 2026/02 | geplant 1.1 | 17.02.2026 19:00 | K3 M10 B1 T1 | 4 zu, 1 ab, 10 offen | 1 | geplant 17.02. = | E10 V10 A0 R11 | 3/3/0 | 10.02. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2026/02 | geplant 1.0 | 19.02.2026 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 19.02. = | E10 V0 A0 R5 | 3/0/0 | 19.02. 18:30, 3 im Kalender, 10 mit Mail
        # 2026-03
        ST 2026/03 | geplant 1.1 | 12.03.2026 19:00 | K3 M10 B1 T1 | 3 zu, 1 ab, 11 offen | 1 | geplant 12.03. = | E10 V10 A0 R12 | 3/3/0 | 10.03. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2026/03 | geplant 1.1 | 26.03.2026 18:30 | K3 M10 B1 T1 | 1 zu, 1 ab, 1 vielleicht, 12 offen | 1 | geplant 26.03. = | E10 V10 A0 R13 | 3/3/0 | 19.03. 18:30, 3 im Kalender, 10 mit Mail
        # 2026-04
        ST 2026/04 | abgesagt 1.1 | 14.04.2026 19:00 | K3 M10 B1 T1 | 6 zu, 3 ab, 1 vielleicht, 5 offen | 0 | abgesagt 14.04. = | E10 V0 A10 R0 | 3/0/3 | 14.04. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2026/04 | geplant 1.0 | 16.04.2026 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 16.04. = | E10 V0 A0 R5 | 3/0/0 | 16.04. 18:30, 3 im Kalender, 10 mit Mail
        # 2026-05
        ST 2026/05 | geplant 2.0 | 26.05.2026 19:00 | K3 M10 B1 T1 | 7 zu, 3 ab, 1 vielleicht, 4 offen | 1 | geplant 26.05. = | E20 V0 A10 R5 | 6/0/3 | 26.05. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2026/05 | abgesagt 1.1 | 21.05.2026 18:30 | K3 M10 B1 T1 | 8 zu, 1 ab, 1 vielleicht, 5 offen | 0 | abgesagt 21.05. = | E10 V0 A10 R0 | 3/0/3 | 21.05. 18:30, 3 im Kalender, 10 mit Mail
        # 2026-06
        ST 2026/06 | geplant 1.0 | 09.06.2026 21:00 | K3 M10 B1 T1 | 7 zu, 3 ab, 2 vielleicht, 3 offen | 1 | geplant 09.06. = | E10 V0 A0 R4 | 3/0/0 | 09.06. 21:00, 3 im Kalender, 10 mit Mail
        MSE 2026/06 | geplant 1.1 | 18.06.2026 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 18.06. = | E10 V10 A0 R5 | 3/3/0 | 18.06. 18:30, 3 im Kalender, 10 mit Mail
        Klausur 2026 | geplant 1.0 | 27.06.2026 10:00 | K6 M20 B2 T2 | 4 zu, 2 ab, 24 offen | 1 | geplant 27.06. = | E20 V0 A0 R16 | 6/0/0 | 27.06. 10:00, 6 im Kalender, 20 mit Mail
        # 2026-07
        ST 2026/07 | geplant 1.0 | 14.07.2026 19:00 | K3 M10 B1 T1 | 6 zu, 4 ab, 1 vielleicht, 4 offen | 1 | geplant 14.07. = | E10 V0 A0 R5 | 3/0/0 | 14.07. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2026/07 | geplant 1.0 | 16.07.2026 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 16.07. = | E10 V0 A0 R5 | 3/0/0 | 16.07. 18:30, 3 im Kalender, 10 mit Mail
        # 2026-08
        ST 2026/08 | geplant 1.0 | 11.08.2026 19:00 | K3 M10 B1 T1 | 0 zu, 0 ab, 15 offen | 1 | geplant 11.08. – | E10 V0 A0 R13 | 3/0/0 | 11.08. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2026/08 | geplant 1.0 | 20.08.2026 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 20.08. = | E10 V0 A0 R5 | 3/0/0 | 20.08. 18:30, 3 im Kalender, 10 mit Mail
        # 2026-09
        ST 2026/09 | geplant 1.0 | 08.09.2026 19:00 | K3 M12 B1 T1 | 8 zu, 3 ab, 1 vielleicht, 5 offen | 1 | geplant 08.09. = | E12 V0 A0 R6 | 3/0/0 | 08.09. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2026/09 | geplant 1.1 | 24.09.2026 18:30 | K3 M11 B1 T1 | 1 zu, 1 ab, 1 vielleicht, 12 offen | 1 | geplant 24.09. = | E11 V9 A1 R13 | 3/3/0 | 17.09. 18:30, 3 im Kalender, 10 mit Mail
        # 2026-10
        ST 2026/10 | geplant 1.1 | 24.10.2026 20:00 | K3 M10 B1 T1 | 3 zu, 1 ab, 11 offen | 1 | geplant 24.10. = | E10 V10 A0 R12 | 3/3/0 | 13.10. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2026/10 | geplant 1.0 | 15.10.2026 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 15.10. = | E10 V0 A0 R5 | 3/0/0 | 15.10. 18:30, 3 im Kalender, 10 mit Mail
        # 2026-11
        ST 2026/11 | geplant 1.0 | 10.11.2026 19:00 | K3 M10 B1 T1 | 7 zu, 3 ab, 1 vielleicht, 4 offen | 1 | geplant 10.11. = | E10 V0 A0 R5 | 3/0/0 | 10.11. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2026/11 | geplant 1.0 | 19.11.2026 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 19.11. = | E10 V0 A0 R5 | 3/0/0 | 19.11. 18:30, 3 im Kalender, 10 mit Mail
        ST Parteitag | geplant 1.0 | 21.11.2026 10:00 | K3 M13 B1 T1 | 3 zu, 1 ab, 14 offen | 1 | geplant 21.11. = | E13 V0 A0 R12 | 3/0/0 | 21.11. 10:00, 3 im Kalender, 10 mit Mail
        # 2026-12
        ST 2026/12 | geplant 2.0 | 15.12.2026 19:00 | K3 M10 B1 T1 | 7 zu, 3 ab, 1 vielleicht, 4 offen | 1 | geplant 15.12. = | E20 V0 A10 R1 | 6/0/3 | 15.12. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2026/12 | geplant 1.0 | 17.12.2026 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 17.12. = | E10 V0 A0 R5 | 3/0/0 | 17.12. 18:30, 3 im Kalender, 10 mit Mail
        # 2027-01
        ST 2027/01 | geplant 1.0 | 12.01.2027 19:00 | K3 M10 B1 T1 | 7 zu, 3 ab, 1 vielleicht, 4 offen | 1 | geplant 12.01. = | E10 V0 A0 R5 | 0/3/0 | 12.01. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2027/01 | geplant 1.0 | 21.01.2027 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 21.01. = | E10 V0 A0 R5 | 3/0/0 | 21.01. 18:30, 3 im Kalender, 10 mit Mail
        # 2027-02
        ST 2027/02 | geplant 1.1 | 10.02.2027 19:00 | K3 M10 B1 T1 | 2 zu, 1 ab, 12 offen | 1 | geplant 10.02. = | E10 V10 A0 R13 | 0/6/0 | 09.02. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2027/02 | geplant 1.2 | 25.02.2027 18:30 | K3 M10 B1 T1 | 1 zu, 1 ab, 1 vielleicht, 12 offen | 1 | geplant 25.02. = | E10 V20 A0 R13 | 3/6/0 | 18.02. 18:30, 3 im Kalender, 10 mit Mail
        # 2027-03
        ST 2027/03 | geplant 1.1 | 27.03.2027 20:00 | K3 M10 B1 T1 | 3 zu, 1 ab, 11 offen | 1 | geplant 27.03. = | E10 V10 A0 R12 | 0/6/0 | 09.03. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2027/03 | geplant 1.0 | 18.03.2027 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 18.03. = | E10 V0 A0 R5 | 3/0/0 | 18.03. 18:30, 3 im Kalender, 10 mit Mail
        # 2027-04
        ST 2027/04 | geplant 1.0 | 13.04.2027 19:00 | K3 M10 B1 T1 | 7 zu, 3 ab, 1 vielleicht, 4 offen | 1 | geplant 13.04. = | E10 V0 A0 R5 | 0/3/0 | 13.04. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2027/04 | geplant 1.0 | 15.04.2027 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 15.04. = | E10 V0 A0 R5 | 3/0/0 | 15.04. 18:30, 3 im Kalender, 10 mit Mail
        MSE Parteitag | geplant 1.0 | 24.04.2027 10:00 | K3 M12 B1 T1 | 2 zu, 0 ab, 15 offen | 1 | geplant 24.04. = | E12 V0 A0 R13 | 3/0/0 | 24.04. 10:00, 3 im Kalender, 10 mit Mail
        # 2027-05
        ST 2027/05 | abgesagt 1.1 | 11.05.2027 19:00 | K3 M10 B1 T1 | 6 zu, 3 ab, 1 vielleicht, 5 offen | 0 | abgesagt 11.05. = | E10 V0 A10 R0 | 0/3/3 | 11.05. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2027/05 | geplant 1.0 | 20.05.2027 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 20.05. = | E10 V0 A0 R5 | 3/0/0 | 20.05. 18:30, 3 im Kalender, 10 mit Mail
        # 2027-06
        ST 2027/06 | abgesagt 1.1 | 08.06.2027 19:00 | K3 M10 B1 T1 | 6 zu, 3 ab, 1 vielleicht, 5 offen | 0 | abgesagt 08.06. = | E10 V0 A10 R0 | 0/3/3 | 08.06. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2027/06 | geplant 2.0 | 01.07.2027 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 01.07. = | E20 V0 A10 R5 | 6/0/3 | 01.07. 18:30, 3 im Kalender, 10 mit Mail
        # 2027-07
        ST 2027/07 | geplant 2.0 | 27.07.2027 19:00 | K3 M10 B1 T1 | 7 zu, 3 ab, 1 vielleicht, 4 offen | 1 | geplant 27.07. = | E20 V0 A10 R5 | 3/3/3 | 27.07. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2027/07 | geplant 1.0 | 15.07.2027 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 15.07. = | E10 V0 A0 R5 | 3/0/0 | 15.07. 18:30, 3 im Kalender, 10 mit Mail
        # 2027-08
        ST 2027/08 | geplant 1.0 | 17.08.2027 19:00 | K3 M10 B1 T1 | 7 zu, 3 ab, 1 vielleicht, 4 offen | 1 | geplant 17.08. = | E10 V0 A0 R5 | 3/0/0 | 17.08. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2027/08 | geplant 1.0 | 19.08.2027 18:30 | K3 M10 B1 T1 | 0 zu, 0 ab, 15 offen | 1 | geplant 19.08. – | E10 V0 A0 R13 | 3/0/0 | 19.08. 18:30, 3 im Kalender, 10 mit Mail
        # 2027-09
        ST 2027/09 | geplant 1.0 | 14.09.2027 19:00 | K3 M10 B1 T1 | 7 zu, 3 ab, 1 vielleicht, 4 offen | 1 | geplant 14.09. = | E10 V0 A0 R5 | 0/3/0 | 14.09. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2027/09 | geplant 1.0 | 16.09.2027 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 16.09. = | E10 V0 A0 R5 | 3/0/0 | 16.09. 18:30, 3 im Kalender, 10 mit Mail
        Gemeinsame 2027 | geplant 1.0 | 25.09.2027 10:00 | K6 M20 B2 T2 | 4 zu, 0 ab, 1 vielleicht, 25 offen | 1 | geplant 25.09. = | E20 V0 A0 R22 | 6/0/0 | 25.09. 10:00, 6 im Kalender, 20 mit Mail
        # 2027-10
        ST 2027/10 | geplant 1.0 | 12.10.2027 19:00 | K3 M10 B1 T1 | 7 zu, 3 ab, 1 vielleicht, 4 offen | 1 | geplant 12.10. = | E10 V0 A0 R5 | 0/3/0 | 12.10. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2027/10 | abgesagt 1.1 | 21.10.2027 18:30 | K3 M10 B1 T1 | 8 zu, 1 ab, 1 vielleicht, 5 offen | 0 | abgesagt 21.10. = | E10 V0 A10 R0 | 3/0/3 | 21.10. 18:30, 3 im Kalender, 10 mit Mail
        # 2027-11
        ST 2027/11 | geplant 1.0 | 09.11.2027 19:00 | K3 M10 B1 T1 | 7 zu, 3 ab, 1 vielleicht, 4 offen | 1 | geplant 09.11. = | E10 V0 A0 R5 | 0/3/0 | 09.11. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2027/11 | geplant 1.0 | 18.11.2027 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 18.11. = | E10 V0 A0 R5 | 3/0/0 | 18.11. 18:30, 3 im Kalender, 10 mit Mail
        # 2027-12
        ST 2027/12 | geplant 1.0 | 14.12.2027 19:00 | K3 M10 B1 T1 | 7 zu, 3 ab, 1 vielleicht, 4 offen | 1 | geplant 14.12. = | E10 V0 A0 R5 | 0/3/0 | 14.12. 19:00, 3 im Kalender, 10 mit Mail
        MSE 2027/12 | geplant 1.0 | 16.12.2027 18:30 | K3 M10 B1 T1 | 8 zu, 2 ab, 1 vielleicht, 4 offen | 1 | geplant 16.12. = | E10 V0 A0 R5 | 3/0/0 | 16.12. 18:30, 3 im Kalender, 10 mit Mail
        """;

    /// <summary>The series of 2027 at its end: invited to once, with one day on which nobody meets; each day was planned and has its own name by then.</summary>
    public const string Series = "ST Reihe 2027 | geplant 1.0 | 12.01.2027 19:00 | K3 M10 B0 T0 | 0 zu, 0 ab, 15 offen | 0 | – | E10 V0 A0 R0 | 3/0/3 | –";

    /// <summary>What must stand there after a month, in the order of the table.</summary>
    public static IReadOnlyList<string> After(DateOnly month) =>
        [.. All().SkipWhile(line => line != FormattableString.Invariant($"# {month:yyyy-MM}")).Skip(1).TakeWhile(line => line[0] != '#')];

    /// <summary>Every row but the months.</summary>
    public static IReadOnlyList<string> Whole() => [.. All().Where(line => line[0] != '#')];

    private static IEnumerable<string> All() => Rows.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
}
