using PartnerOffice.Core;

namespace PartnerOffice.Documents.Gate;

/// <summary>What people read when the gate refuses a file.</summary>
internal static class GateTexts
{
    private static readonly Bilingual SaveAgain = new(
        "In Word oder Excel öffnen, unter neuem Namen speichern und noch einmal versuchen.",
        "Open it in Word or Excel, save it under a new name and try again.");

    private static readonly Bilingual AskTheSender = new(
        "Nicht öffnen. Bei der Person nachfragen, von der die Datei kommt.",
        "Do not open it. Ask the person it came from.");

    public static (Bilingual Explanation, Bilingual Remedy) For(GateCode code, string? found) => code switch
    {
        GateCode.Empty => (new("Die Datei ist leer.", "The file is empty."), SaveAgain),
        GateCode.TooLarge => (
            new("Die Datei ist größer als 25 MB.", "The file is larger than 25 MB."),
            new("Bilder verkleinern oder als Anlage beilegen.", "Make the pictures smaller or attach them.")),
        GateCode.NotAPackage => (
            new($"Das ist keine Word- oder Excel-Datei{(found is null ? "" : $", sondern {Named(found).German}")}.",
                $"This is no Word or Excel file{(found is null ? "" : $" but {Named(found).English}")}."),
            new("In Word oder Excel öffnen und als .docx oder .xlsx speichern.", "Open it in Word or Excel and save it as .docx or .xlsx.")),
        GateCode.OldFormat => (
            new("Die Datei hat das alte Format von Word oder Excel (.doc, .xls).", "The file has the old format of Word or Excel (.doc, .xls)."),
            new("In Word oder Excel öffnen und als .docx oder .xlsx speichern.", "Open it in Word or Excel and save it as .docx or .xlsx.")),
        GateCode.Encrypted => (
            new("Die Datei ist mit einem Kennwort oder durch Rechteverwaltung geschützt.", "The file is protected by a password or by rights management."),
            new("Den Schutz in Word oder Excel aufheben und neu speichern.", "Remove the protection in Word or Excel and save again.")),
        GateCode.Damaged => (new("Die Datei ist beschädigt oder unvollständig.", "The file is damaged or incomplete."), SaveAgain),
        GateCode.Ambiguous => (
            new("Die Datei lässt sich auf zwei Arten lesen; Programme könnten Verschiedenes darin sehen.",
                "The file can be read in two ways; programs could see different things in it."), SaveAgain),
        GateCode.BadName => (
            new("Die Datei enthält einen Namen, der aus ihr hinausführt oder nicht eindeutig ist.", "The file holds a name that leads out of it or is not clear."), SaveAgain),
        GateCode.TooManyParts => (
            new("Die Datei besteht aus zu vielen Teilen.", "The file has too many parts."), SaveAgain),
        GateCode.UnpacksTooLarge => (
            new("Die Datei wird beim Auspacken zu groß.", "The file becomes too large when it is unpacked."),
            new("Bilder verkleinern oder als Anlage beilegen.", "Make the pictures smaller or attach them.")),
        GateCode.RatioTooHigh => (
            new("Ein Teil der Datei wächst beim Auspacken auf mehr als das Zweihundertfache.", "A part of the file grows to more than two hundred times its size when it is unpacked."), AskTheSender),
        GateCode.XmlTooLong => (
            new("Ein Teil der Datei enthält zu viel Text.", "A part of the file holds too much text."),
            new("Das Dokument aufteilen.", "Split the document.")),
        GateCode.XmlTooDeep => (
            new("Ein Teil der Datei ist zu tief verschachtelt.", "A part of the file is nested too deeply."), AskTheSender),
        GateCode.TooManyAttributes or GateCode.XmlNameTooLong or GateCode.TooManyElements or GateCode.TooManyNames => (
            new("Ein Teil der Datei ist nicht so gebaut, wie Word oder Excel es tun.", "A part of the file is not built as Word or Excel do it."), AskTheSender),
        GateCode.HasDtd => (
            new("Ein Teil der Datei will andere Dateien lesen oder sich selbst vervielfachen.", "A part of the file wants to read other files or to multiply itself."), AskTheSender),
        GateCode.BrokenXml or GateCode.BrokenPackage => (
            new("Die Datei ist nicht richtig aufgebaut.", "The file is not built correctly."), SaveAgain),
        GateCode.MainPartMissing => (
            new("In der Datei fehlt der eigentliche Inhalt.", "The file lacks its main content."), SaveAgain),
        GateCode.WrongKind => (
            new($"Das ist eine andere Art von Datei{(found is null ? "" : $": {Named(found).German}")}.",
                $"This is another kind of file{(found is null ? "" : $": {Named(found).English}")}."),
            new("Protokolle als Word-Dokument (.docx) angeben, Tracker als Excel-Mappe (.xlsx).", "Give minutes as a Word document (.docx), trackers as a workbook (.xlsx).")),
        GateCode.Macros => (
            new("Die Datei enthält Makros.", "The file contains macros."),
            new("Als .docx oder .xlsx ohne Makros speichern.", "Save it as .docx or .xlsx without macros.")),
        GateCode.ForeignContent => (
            new("In das Dokument ist ein fremdes Dokument als Ganzes eingefügt.", "A foreign document was inserted into the document as a whole."),
            new("In Word öffnen und einmal neu speichern; dann wird der Text übernommen.", "Open it in Word and save it once; the text is then taken over.")),
        GateCode.SubDocument => (
            new("Das Dokument verweist auf Filialdokumente.", "The document refers to subdocuments."),
            new("In Word die Verknüpfungen zu den Filialdokumenten aufheben und neu speichern.", "Unlink the subdocuments in Word and save again.")),
        GateCode.EmbeddedPackage => (
            new("In der Datei steckt eine weitere Datei.", "There is another file inside the file."),
            new("Das Objekt löschen und als Bild oder Tabelle einfügen.", "Delete the object and insert it as a picture or a table.")),
        GateCode.OleObject => (
            new("Die Datei enthält ein eingebettetes Objekt oder Steuerelement.", "The file contains an embedded object or control."),
            new("Das Objekt löschen und als Bild oder Tabelle einfügen.", "Delete the object and insert it as a picture or a table.")),
        GateCode.DigitallySigned => (
            new("Die Datei ist digital signiert.", "The file is digitally signed."),
            new("Eine Kopie ohne Signatur speichern.", "Save a copy without the signature.")),
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "A refusal without words."),
    };

    private static Bilingual Named(string found) => found switch
    {
        "pdf" => new("ein PDF", "a PDF"),
        "rtf" => new("ein RTF-Dokument", "an RTF document"),
        "html" => new("eine Webseite", "a web page"),
        "mht" => new("eine gespeicherte Mail oder Webseite", "a saved mail or web page"),
        "xml" => new("eine XML-Datei", "an XML file"),
        "odt" => new("ein OpenDocument (LibreOffice)", "an OpenDocument (LibreOffice)"),
        "picture" => new("ein Bild", "a picture"),
        "word" => new("ein Word-Dokument", "a Word document"),
        "workbook" => new("eine Excel-Mappe", "an Excel workbook"),
        "xlsb" => new("eine binäre Excel-Mappe (.xlsb)", "a binary workbook (.xlsb)"),
        "presentation" => new("eine Präsentation", "a presentation"),
        _ => throw new ArgumentOutOfRangeException(nameof(found), found, "A finding without words."),
    };
}
