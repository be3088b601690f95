using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>An objection cannot be settled so. The document stays as it is.</summary>
public sealed class ObjectionException : RefusalException
{
    private ObjectionException(string code, string place, Bilingual problem, Bilingual remedy)
        : base(code, place, problem, remedy)
    {
    }

    internal static ObjectionException Unknown(string named) => new(
        "no-such-objection",
        named,
        new Bilingual("Diesen Einwand gibt es in der Datei nicht, oder nicht mehr.", "There is no such objection in the file, or no longer."),
        new Bilingual("Die Einwände neu ansehen und eine Nummer von dort nennen.", "List the objections again, and name a number from there."));

    internal static ObjectionException IsComment(Objection objection) => new(
        "is-comment",
        $"{objection.Number}",
        new Bilingual("Das ist ein Kommentar: daran ist nichts anzunehmen oder abzulehnen.", "This is a comment: nothing in it can be accepted or rejected."),
        new Bilingual("Den Text selbst ändern, dann den Kommentar erledigen (--answer).", "Change the text, then settle the comment (--answer)."));

    internal static ObjectionException IsChange(Objection objection) => new(
        "is-change",
        $"{objection.Number}",
        new Bilingual("Das ist eine Änderung im Text, kein Kommentar.", "This is a change in the text, no comment."),
        new Bilingual("Annehmen oder ablehnen (--accept, --reject).", "Accept or reject it (--accept, --reject)."));

    internal static ObjectionException NotSettled() => new(
        "not-settled",
        "Dokument",
        new Bilingual("Der Einwand ließ sich nicht sauber übernehmen; die Datei bleibt, wie sie ist.", "The objection could not be taken over cleanly; the file stays as it is."),
        new Bilingual("Diese eine Stelle in Word annehmen oder ablehnen.", "Accept or reject this one place in Word."));
}
