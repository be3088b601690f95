using PartnerOffice.Core;

namespace PartnerOffice.Documents.Lists;

/// <summary>A file that is no list which can be read.</summary>
public sealed class ListFileException : RefusalException
{
    internal ListFileException(string code, Bilingual problem, Bilingual remedy)
        : base(code, "Liste", problem, remedy)
    {
    }

    internal static ListFileException NoList() => new(
        "no-list",
        new("Diese Datei ist keine Liste als Excel-Mappe (.xlsx) oder Text (.csv).", "This is no list as an Excel workbook (.xlsx) or text (.csv)."),
        new("Die Liste in Excel öffnen und als .xlsx speichern.", "Open the list in Excel and save it as .xlsx."));

    internal static ListFileException TooLong() => new(
        "list-too-long",
        new("Diese Liste hat mehr als 2000 Zeilen.", "This list has more than 2000 rows."),
        new("Nur die Zeilen des Vorstands in eine eigene Datei nehmen.", "Put the board's rows alone into a file of their own."));
}
