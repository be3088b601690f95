using PartnerOffice.Core;

namespace PartnerOffice.Documents.Import;

/// <summary>An old file that cannot be taken over as it is; the remedy says the way out.</summary>
public sealed class ImportException(string code, string place, Bilingual problem, Bilingual remedy) : RefusalException(code, place, problem, remedy)
{
    internal static ImportException Picture(string file) => new(
        "import-scan",
        file,
        new Bilingual("Das ist ein PDF oder ein Bild; seine Worte lassen sich nicht sicher lesen.", "This is a PDF or a picture; its words cannot be read safely."),
        new Bilingual("Die Ausgangsdatei suchen, oder den Text in Word kopieren, als .docx speichern und die übernehmen.", "Find the original file, or copy the text into Word, save it as .docx and import that."));

    internal static ImportException OldWord(string file) => new(
        "import-old-format",
        file,
        new Bilingual("Die Datei hat das alte Word-Format (.doc) oder ist geschützt.", "The file has Word's old format (.doc), or is protected."),
        new Bilingual("In Word oder LibreOffice öffnen und als .docx oder .odt speichern, dann noch einmal übernehmen.", "Open it in Word or LibreOffice, save it as .docx or .odt, then import it again."));

    internal static ImportException Unknown(string file) => new(
        "import-unknown",
        file,
        new Bilingual("Übernommen werden .docx, .odt, .md und .txt; diese Datei ist keines davon.", "Imported are .docx, .odt, .md and .txt; this file is none of them."),
        new Bilingual("In einem dieser Formate speichern und noch einmal versuchen.", "Save it in one of these formats and try again."));

    internal static ImportException NoDate(string file) => new(
        "import-no-date",
        file,
        new Bilingual("In der Datei ist kein eindeutiger Tag der Sitzung zu finden.", "No clear day of the meeting is found in the file."),
        new Bilingual("Den Tag mit --date JJJJ-MM-TT angeben.", "Give the day with --date YYYY-MM-DD."));
}
