namespace PartnerOffice.Documents.Tracker;

/// <summary>The tables and columns of the tracker as both boards see them (decisions.md D20): a contract, extended freely, broken never.</summary>
/// <remarks>
/// Excel takes umlauts in table names, so a table, its sheet and the name in a change are one and the same German word.
/// The overview counts by words: <see cref="District"/>, <see cref="From"/> and <see cref="To"/> name a district in the same way.
/// </remarks>
public static class TrackerTables
{
    public const string Overview = "Übersicht";
    public const string Meetings = "Sitzungen";
    public const string Resolutions = "Beschlüsse";
    public const string Actions = "Aufgaben";
    public const string Deliveries = "Zustellungen";

    /// <summary>The column by which a row is found, whatever people sort, filter or insert.</summary>
    public const string Key = "Schlüssel";

    public const string District = "Kreisverband";
    public const string Board = "Gremium";
    public const string Number = "Nr.";
    public const string Kind = "Art";
    public const string Date = "Datum";
    public const string Start = "Beginn";
    public const string Place = "Ort";
    public const string Form = "Form";
    public const string Minutes = "Protokoll";
    public const string DeliveredOn = "Zugestellt am";
    public const string Link = "Link";
    public const string Answers = "Antworten";
    public const string Remark = "Bemerkung";
    public const string Meeting = "Sitzung";
    public const string Wording = "Wortlaut";
    public const string Yes = "Ja";
    public const string No = "Nein";
    public const string Abstained = "Enthaltung";
    public const string Invalid = "ungültig";
    public const string Outcome = "Ergebnis";
    public const string Action = "Aufgabe";
    public const string Owner = "Zuständig";
    public const string Due = "Fällig";
    public const string Resolution = "Beschluss";
    public const string Standing = "Stand";
    public const string From = "Von";
    public const string To = "An";
    public const string Version = "Version";
    public const string State = "Zustand";
    public const string On = "Am";
    public const string File = "Datei";
    public const string Replaces = "Ersetzt";
    public const string Reason = "Grund";
    public const string Read = "Gelesen";

    /// <summary>What <see cref="Standing"/> of an action may say; the figures of the overview count everything but the last two as open.</summary>
    public static IReadOnlyList<string> Standings { get; } = ["offen", "in Arbeit", "verschoben", "erledigt", "entfallen"];

    /// <summary>What <see cref="State"/> of a delivery may say; the overview counts the first as arrived.</summary>
    public static IReadOnlyList<string> States { get; } = ["übermittelt", "wartet", "unklar", "ersetzt", "zurückgezogen"];

    /// <summary>What <see cref="Kind"/> of a meeting may say.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["Kreisvorstandssitzung", "Außerordentliche Sitzung", "Klausurtagung", "Gemeinsame Sitzung", "Kreisparteitag", "Mitgliederversammlung"];

    /// <summary>What <see cref="Form"/> of a meeting may say.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["in Präsenz", "online", "hybrid"];

    /// <summary>What <see cref="Outcome"/> of a resolution may say.</summary>
    public static IReadOnlyList<string> Outcomes { get; } = ["einstimmig", "angenommen", "abgelehnt", "vertagt"];

    /// <summary>The columns of each table, in their order.</summary>
    public static IReadOnlyList<TrackerTable> All { get; } =
    [
        new(Meetings, [Key, District, Board, Number, Kind, Date, Start, Place, Form, Minutes, DeliveredOn, Link, Answers, Remark], [Remark]),
        new(Resolutions, [Key, District, Meeting, Date, Number, Wording, Yes, No, Abstained, Invalid, Outcome, Remark], [Remark]),
        new(Actions, [Key, District, Meeting, Action, Owner, Due, Resolution, Standing, Remark], [Standing, Remark]),
        new(Deliveries, [Key, From, To, Meeting, Version, State, On, File, Replaces, Reason, Read, Remark], [Read, Remark]) { FilledWhileBlank = [Read] },
    ];

    /// <summary>The table of this name, or null where it is one that people made.</summary>
    public static TrackerTable? Find(string name) =>
        All.FirstOrDefault(table => table.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
