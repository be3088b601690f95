using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>What repair asks a person about, and what it refuses.</summary>
internal static class RepairFindings
{
    public static readonly Finding NoForm = new(
        "V1",
        Severity.Error,
        "Dokument",
        new Bilingual("Das Dokument ist in keiner der vier Vorlagen geschrieben: Es fehlen deren Zeilen und Überschriften.", "The document was written in none of the four templates: it has none of their lines and headings."),
        new Bilingual(
            "Fremde Protokolle mit »minutes import« übernehmen. In einem eigenen Sitzungsart, Nummer und Datum an ihrem Platz wieder eintragen, und die Überschriften »TOP 1 …«.",
            "Take over other minutes with \"minutes import\". In one of our own enter kind, number and date in their places again, and the headings \"TOP 1 ...\"."));

    public static readonly Finding Edition = new(
        "V1",
        Severity.Error,
        "Dokument",
        new Bilingual("Das Dokument ist eine Partnerfassung: Was nur der Vorstand liest, fehlt darin.", "The document is a partner edition: what only the board reads is not in it."),
        new Bilingual("Das Protokoll des Vorstands wiederherstellen; die Partnerfassung danach mit »minutes edition« neu erstellen.", "Restore the board's own minutes; then make the edition anew with \"minutes edition\"."));

    public static readonly Finding Formats = new(
        "V25",
        Severity.Warning,
        "Dokument",
        new Bilingual("In der ersten Zeile jedes TOP können Fett, Kursiv und Verweise fehlen; LibreOffice nimmt sie beim Speichern weg.", "Bold, italic and links may be missing in the first line of each item; LibreOffice takes them away when it saves."),
        new Bilingual("Die ersten Zeilen durchsehen oder mit --last den letzten Stand nennen.", "Look through the first lines, or name the last known state with --last."));

    public static Finding UnknownDistrict(string name) => new(
        "V1",
        Severity.Error,
        "Beschlussfähigkeit",
        new Bilingual($"Welcher Kreisverband »{name}« ist, steht nicht fest.", $"It is not clear which district \"{name}\" is."),
        new Bilingual("Ihn schreiben, wie er in der Partnerschaftsdatei heißt, oder mit --partnership die richtige Datei nennen.", "Write it as the partnership file has it, or name the right file with --partnership."));

    public static Finding GuessedItem(string number) => new(
        "V15",
        Severity.Error,
        $"TOP {number}",
        new Bilingual("Die Überschrift hatte keine Formatvorlage mehr; der Punkt bleibt bis zur Klärung im Vorstand.", "The heading had lost its style; the item stays in the board until somebody has looked."),
        new Bilingual("Anfang und Ende des Punkts prüfen, dann »Partner« oder »Nur Vorstand« wählen.", "Check where the item begins and ends, then choose \"Partner\" or \"Nur Vorstand\"."));
}
