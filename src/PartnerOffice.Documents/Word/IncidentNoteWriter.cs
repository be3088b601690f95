using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>Writes the incident note: one page for the data protection officer of the board (R16).</summary>
public static class IncidentNoteWriter
{
    private const string Title = "Vorfallnotiz";

    /// <summary>The note as a .docx.</summary>
    public static byte[] Write(IncidentNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var body = new Body(
        [
            Wml.Paragraph(StyleNames.Letterhead, Wml.Run(note.Sender.Name)),
            Wml.Paragraph(StyleNames.Title, Wml.Run(Title)),
            Wml.Paragraph(StyleNames.Subtitle, Wml.Run($"Partnerfassung des Protokolls {note.Number} vom {Day(note.Meeting)}, zurückgezogen")),
            Wml.Paragraph(StyleNames.Detail, Wml.Run("Für die Datenschutzbeauftragte oder den Datenschutzbeauftragten. Vertraulich.")),
            TemplatePages.Section("Was geschehen ist"),
            Table(
                ("Grund", WithdrawalReasons.Of(note.Reason).German),
                ("Art der Daten", DataOf(note.Reason)),
                ("Lesbar seit", note.DeliveredAt is { } since ? Moment(note, since) : "nicht bekannt"),
                ("Bemerkt", $"{Moment(note, note.NoticedAt)}, durch {note.NoticedBy}"),
                ("Lesbar für", $"{note.Partner.Name}: wer dort die Bibliothek öffnen darf; {note.Readers} Empfänger der Nachricht")),
            TemplatePages.Section("Was getan wurde"),
            .. note.Done.Select(line => Wml.Paragraph(null, Wml.Run($"– {line}"))),
            TemplatePages.Section("Was zu entscheiden ist"),
            Table(
                ("Frist", $"Meldung an die Aufsichtsbehörde bis {Moment(note, note.NotifyUntil)}, wenn ein Risiko für Betroffene nicht ausgeschlossen ist (Art. 33 DSGVO)"),
                ("Betroffene", "Benachrichtigen, wenn das Risiko hoch ist (Art. 34 DSGVO)"),
                ("Risiko", "☐ kein Risiko   ☐ Risiko   ☐ hohes Risiko"),
                ("Entschieden", "am                         durch")),
            TemplatePages.Page(),
        ]);
        var header = new Header(Wml.Paragraph(StyleNames.Header, Wml.Run($"{note.Sender.Name} · {Title} {note.Number}")));
        var footer = new Footer(Wml.Paragraph(StyleNames.Footer, [Wml.Run("Ohne Wortlaut: Was falsch war, steht nur im Protokoll des Vorstands."), Wml.Tab(), .. TemplatePages.PageOfPages()]));
        var core = new WordParts.Core($"{Title} {note.Number}", null, null, DateOnly.FromDateTime(note.NoticedAt.DateTime));
        return WordPackage.Of(body, header, footer, core, withCustomProperties: false).ToBytes();
    }

    private static Table Table(params (string Label, string Value)[] lines) =>
        TemplatePages.Lines([.. lines.Select(line => (line.Label, (DocumentFormat.OpenXml.OpenXmlElement[])[Wml.Run(line.Value)]))]);

    private static string DataOf(WithdrawalReason reason) => reason switch
    {
        WithdrawalReason.PersonalData => "Angaben zu einer Person; durch den Zusammenhang auch die politische Meinung (Art. 9 DSGVO)",
        WithdrawalReason.Confidential => "Vertrauliches des Vorstands; Namen lassen auf die politische Meinung schließen (Art. 9 DSGVO)",
        _ => "Protokoll eines Parteivorstands; Namen lassen auf die politische Meinung schließen (Art. 9 DSGVO)",
    };

    private static string Moment(IncidentNote note, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, note.Sender.TimeZone).ToString("dd.MM.yyyy, HH:mm 'Uhr'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
