namespace PartnerOffice.Documents.Word;

/// <summary>A table of the standard form: it has no control of its own and is found by its heads (D14).</summary>
/// <param name="Columns">The heads in order, each with its width in twentieths of a point; narrow heads stand upright.</param>
internal sealed record FixedTable(string Name, params IReadOnlyList<FixedTable.Column> Columns)
{
    public sealed record Column(string Head, int Width, bool Upright = false);

    public static readonly FixedTable Attendance = new(
        "Teilnahme",
        new Column("Name", 2500), new Column("Funktion", 2700), new Column("Teilnahme", 1500), new Column("Stimmrecht", 1100), new Column("Zeit", 1670));

    /// <summary>The same for meetings of two boards.</summary>
    public static readonly FixedTable JointAttendance = new(
        "Teilnahme",
        new Column("Name", 2100), new Column("Funktion", 2050), new Column("Kreisverband", 1450), new Column("Teilnahme", 1350), new Column("Stimmrecht", 1120), new Column("Zeit", 1400));

    public static readonly FixedTable Circulation = new(
        "Umlaufbeschlüsse",
        new Column("Nr.", 850), new Column("Gegenstand", 1200), new Column("Wortlaut", 1600), new Column("Gefasst am", 1000), Figure("Ja"), Figure("Nein"), Figure("Enthaltung"), Figure("ungültig"), Figure("berechtigt"), new Column("Abstimmung", 1110), new Column("Ergebnis", 1160), new Column("Für", 900));

    public static readonly FixedTable FollowUps = new(
        "Aufgabenkontrolle",
        new Column("Aufgabe", 2600), new Column("Stand", 1500), new Column("Bemerkung", 4270), new Column("Für", 1100));

    public static readonly FixedTable Resolutions = new(
        "Beschlüsse",
        new Column("Nr.", 1000), new Column("Wortlaut", 2560), new Column("Antrag von", 1000), Figure("Ja"), Figure("Nein"), Figure("Enthaltung"), Figure("ungültig"), Figure("anwesend"), new Column("Abstimmung", 1110), new Column("Ergebnis", 1250), new Column("Für", 900));

    /// <summary>The same for meetings of two boards: a row for each board's vote, the wording in the first (R22).</summary>
    public static readonly FixedTable JointResolutions = new(
        "Beschlüsse",
        new Column("Nr.", 800), new Column("Wortlaut", 1720), new Column("Antrag von", 840), new Column("Kreisverband", 1400), Figure("Ja"), Figure("Nein"), Figure("Enthaltung"), Figure("ungültig"), Figure("anwesend"), new Column("Abstimmung", 1080), new Column("Ergebnis", 1150), new Column("Für", 830));

    public static readonly FixedTable Elections = new(
        "Wahlen",
        new Column("Amt", 1600), new Column("Kandidat*in", 1700), Figure("Ja"), Figure("Nein"), Figure("Enthaltung"), new Column("Wahl", 900), Figure("gültig"), Figure("ungültig"), new Column("Gewählt", 1400), new Column("Angenommen", 1220), new Column("Für", 1000));

    public static readonly FixedTable Actions = new(
        "Aufgaben",
        new Column("Nr.", 560), new Column("Aufgabe", 2900), new Column("Zuständig", 1600), new Column("Fällig", 1120), new Column("Stand", 1050), new Column("Beschluss", 1340), new Column("Für", 900));

    public static readonly FixedTable Statements = new(
        "Persönliche Erklärungen",
        new Column("Name", 2200), new Column("Erklärung", 6070), new Column("Für", 1200));

    public static readonly FixedTable Attachments = new(
        "Anlagen",
        new Column("Nr.", 600), new Column("Titel", 3700), new Column("Datei", 2970), new Column("TOP", 800), new Column("Für", 1400));

    public static readonly FixedTable Signatures = new(
        "Unterschriften",
        new Column("Name", 2600), new Column("Funktion", 2200), new Column("Datum", 1400), new Column("Unterschrift", 3270));

    public static readonly IReadOnlyList<FixedTable> All =
        [Attendance, JointAttendance, Circulation, FollowUps, Resolutions, JointResolutions, Elections, Actions, Statements, Attachments, Signatures];

    public IEnumerable<string> Heads => Columns.Select(column => column.Head);

    /// <summary>Whether a table's first row has our heads, whatever else a person added to the right.</summary>
    public bool HasHeads(IReadOnlyList<string> firstRow) =>
        firstRow.Count >= Columns.Count
        && Columns.Select((column, index) => string.Equals(column.Head, firstRow[index].Trim(), StringComparison.OrdinalIgnoreCase)).All(same => same);

    private static Column Figure(string head) => new(head, 330, Upright: true);
}
