using PartnerOffice.Core;

namespace PartnerOffice.Documents.Tracker;

/// <summary>Every reason for which a workbook is left alone, in one place to be proof-read together.</summary>
internal static class Refusal
{
    public static TrackerRefusedException Unreadable(string part, string why, Exception? inner = null) => new(
        "unreadable", part,
        new("Die Datei ist keine lesbare Excel-Arbeitsmappe.", $"The file is not a readable workbook: {why}"),
        new("In Excel öffnen und als .xlsx neu speichern.", "Open it in Excel and save it again as .xlsx."), inner);

    public static TrackerRefusedException TooLarge(string part) => new(
        "too-large", part,
        new("Die Arbeitsmappe ist ausgepackt größer als 200 MB.", "Unpacked, the workbook exceeds 200 MB."),
        new("Alte Zeilen in eine Archivdatei verschieben.", "Move old rows into an archive file."));

    public static TrackerRefusedException Encrypted(string part) => new(
        "encrypted", part,
        new("Die Arbeitsmappe ist mit einem Kennwort verschlüsselt.", "The workbook is encrypted."),
        new("Kennwort in Excel unter Datei, Informationen entfernen.", "Remove the password in Excel under File, Info."));

    public static TrackerRefusedException NoTable(string table, IEnumerable<string> present) => new(
        "table-missing", table,
        new($"Die Tabelle »{table}« gibt es in der Arbeitsmappe nicht (vorhanden: {List(present)}).",
            $"The workbook has no table \"{table}\" (it has: {List(present)})."),
        new("Tabelle wieder so benennen (Tabellenentwurf, Tabellenname).", "Give the table this name again (Table Design, Table Name)."));

    public static TrackerRefusedException NoKeyColumn(string place, string column) => new(
        "key-missing", place,
        new($"Die Schlüsselspalte »{column}« fehlt oder wurde umbenannt.", $"The key column \"{column}\" is missing or was renamed."),
        new($"Spaltenüberschrift wieder »{column}« nennen.", $"Name the column \"{column}\" again."));

    public static TrackerRefusedException NoColumn(string place, string column) => new(
        "column-missing", place,
        new($"Die Spalte »{column}« fehlt oder wurde umbenannt.", $"The column \"{column}\" is missing or was renamed."),
        new($"Spalte wieder »{column}« nennen; wo sie steht, ist gleich.", $"Name a column \"{column}\" again; its position does not matter."));

    public static TrackerRefusedException NoKey(string table, int row) => new(
        "key-empty", table,
        new($"Zeile {row} der Änderung hat keinen Schlüssel.", $"Row {row} of the change has no key."),
        new("Für jede Zeile einen Schlüssel angeben.", "Give each row a key."));

    public static TrackerRefusedException KeyTwice(string place, string other) => new(
        "key-twice", place,
        new($"Derselbe Schlüssel steht auch in {other}.", $"The same key also stands in {other}."),
        new("Eine der beiden Zeilen löschen oder ihren Schlüssel leeren.", "Delete one of the two rows or empty its key."));

    public static TrackerRefusedException RowsDiffer(string place, string other, IEnumerable<string> columns) => new(
        "rows-differ", place,
        new($"Die Zeile sagt anderes als {other}: {List(columns)}.", $"The row says something else than {other}: {List(columns)}."),
        new("Ansehen, welche der beiden gilt, und die andere in Excel löschen.", "See which of the two holds, and delete the other in Excel."));

    public static TrackerRefusedException RowStays(string place, Bilingual what) => new(
        "row-stays", place,
        new($"Die Zeile lässt sich nicht sicher löschen: {what.German}.", $"The row cannot be deleted safely: {what.English}."),
        new("Diese Zeile in Excel von Hand löschen (Rechtsklick, Löschen, Tabellenzeilen).", "Delete this row in Excel by hand (right-click, Delete, Table Rows)."));

    public static TrackerRefusedException Protected(string sheet) => new(
        "sheet-protected", sheet,
        new("Das Blatt ist geschützt.", "The sheet is protected."),
        new("Blattschutz aufheben (Überprüfen, Blattschutz aufheben).", "Unprotect the sheet (Review, Unprotect Sheet)."));

    public static TrackerRefusedException Merged(string place) => new(
        "merged-cells", place,
        new("In der Tabelle sind Zellen verbunden.", "Cells are merged inside the table."),
        new("Verbindung aufheben (Start, Verbinden und zentrieren).", "Unmerge them (Home, Merge & Center)."));

    public static TrackerRefusedException Below(string place, Bilingual what) => new(
        "content-below", place,
        new($"Unter der Tabelle ist kein Platz für eine neue Zeile: {what.German}.", $"There is no room for a row below the table: {what.English}."),
        new("Inhalt unter der Tabelle auf ein eigenes Blatt verschieben.", "Move what lies below the table to a sheet of its own."));

    public static TrackerRefusedException NoDateFormat(string place, string column) => new(
        "no-date-format", place,
        new($"Die Spalte »{column}« hat kein Datumsformat.", $"The column \"{column}\" has no date format."),
        new("Spalte als Datum formatieren (TT.MM.JJJJ).", "Format the column as a date (dd.mm.yyyy)."));

    public static TrackerRefusedException SheetFull(string sheet) => new(
        "sheet-full", sheet,
        new("Das Blatt hat keine Zeile mehr frei.", "The sheet has no row left."),
        new("Alte Zeilen in eine Archivdatei verschieben.", "Move old rows into an archive file."));

    private static string List(IEnumerable<string> names)
    {
        var list = string.Join(", ", names.Take(12));
        return list.Length == 0 ? "–" : list;
    }
}
