namespace PartnerOffice.Core;

/// <summary>New minutes, a correction or an excerpt that cannot be begun.</summary>
public sealed class DraftException(string code, string place, Bilingual problem, Bilingual remedy) : RefusalException(code, place, problem, remedy)
{
    internal static DraftException SameMeeting() => new(
        "same-meeting",
        "Sitzung Nr.",
        new Bilingual("Kopf und Kennung nennen noch dieselbe Sitzung.", "Head and id still name the same meeting."),
        new Bilingual("Datum und Nummer der neuen Sitzung im Dokument ändern oder mit --date und --number angeben.", "Change date and number of the new meeting in the document, or give --date and --number."));
}
