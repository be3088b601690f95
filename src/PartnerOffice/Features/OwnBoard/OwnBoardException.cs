using PartnerOffice.Core;
using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>Minutes that are not sent to the board, or not like this. Nothing was laid ready.</summary>
internal sealed class OwnBoardException : RefusalException
{
    private OwnBoardException(string code, string place, Bilingual problem, Bilingual remedy, Bilingual? command = null)
        : base(code, place, problem, remedy) => Command = command;

    /// <summary>How many private addresses a person must have seen; null for other refusals.</summary>
    public int? PrivateAddresses { get; private init; }

    public static OwnBoardException ForeignDistrict(string district) => new(
        "foreign-district",
        "Kreisverband",
        new Bilingual($"»{district}« gehört nicht zu dieser Partnerschaft.", $"\"{district}\" does not belong to this partnership."),
        new Bilingual("Die Kennung im Protokoll oder die Partnerschaftsdatei berichtigen.", "Correct the id in the minutes, or the partnership file."));

    public static OwnBoardException NoMailbox(District district) => new(
        "no-mailbox",
        district.ShortName,
        new Bilingual("Für diesen Kreisverband ist noch kein Postfach eingerichtet.", "No mailbox is set up for this district yet."),
        new Bilingual("Das Postfach in der Partnerschaftsdatei eintragen lassen.", "Have the mailbox entered in the partnership file."));

    public static OwnBoardException Nobody(District district) => new(
        "nobody",
        district.ShortName,
        new Bilingual("Niemand aus dem Vorstand hat eine Adresse.", "Nobody on the board has an address."),
        new Bilingual("Adressen in der Partnerschaftsdatei eintragen, oder drucken und mit der Post schicken.", "Enter addresses in the partnership file, or print and post them."));

    /// <summary>Board-only text would go to private addresses, and nobody has said yet that it shall.</summary>
    public static OwnBoardException NeedsConfirmation(int privateAddresses) => new(
        "needs-confirmation",
        "--with-board-only",
        new Bilingual($"Vertrauliche Punkte gingen damit an {privateAddresses} private Adressen.", $"Confidential points would go to {privateAddresses} private addresses."),
        new Bilingual("Die Zahl ausdrücklich bestätigen, oder ohne vertrauliche Punkte schicken.", "Confirm this number explicitly, or send without confidential points."),
        new Bilingual($"--with-board-only --confirm {privateAddresses}", $"--with-board-only --confirm {privateAddresses}"))
    {
        PrivateAddresses = privateAddresses,
    };

    public static OwnBoardException NoPdf(PdfOutcome pdf) => new(
        "no-pdf",
        "PDF",
        pdf.Why!,
        new Bilingual("Stattdessen die Word-Datei mitschicken lassen.", "Let the Word file go along instead."),
        new Bilingual("--docx", "--docx"));

    public static OwnBoardException TooLarge() => new(
        "too-large",
        "Anhang",
        new Bilingual("Die Datei ist für eine Mail zu groß.", "The file is too large for a mail."),
        new Bilingual("Drucken und verteilen, oder in die eigene Bibliothek legen und darauf verweisen.", "Print and hand it out, or lay it in the own library and point there."));

    public static OwnBoardException NoEdition(string delivery) => new(
        "no-edition",
        delivery,
        new Bilingual("Diese Übermittlung hat keine Partnerfassung, die weitergegeben werden kann.", "This delivery has no edition that can be passed on."),
        new Bilingual("Eine angekommene, nicht zurückgezogene Übermittlung nennen (deliveries list).", "Name one that arrived and was not withdrawn (deliveries list)."));

    public static OwnBoardException NotCoordinator(Person person) => new(
        "not-entitled",
        person.Name,
        new Bilingual($"{person.Name} hat heute nicht die Koordination und gibt daher nichts weiter.", $"{person.Name} is not the coordinator today and therefore passes nothing on."),
        new Bilingual("Die Koordination oder ihre Vertretung bitten.", "Ask the coordinator or the deputy."));

    public static OwnBoardException NothingSigned() => new(
        "nothing-signed",
        "Original",
        new Bilingual("Es fehlt, wann unterschrieben wurde oder wo das Original liegt.", "It is missing when it was signed, or where the original lies."),
        new Bilingual("Wenigstens eines von beiden angeben.", "Give at least one of the two."),
        new Bilingual("--on 2026-08-12 --original \"Ordner Protokolle, Geschäftsstelle\"", "--on 2026-08-12 --original \"minutes folder, office\""));

    public static OwnBoardException Unreadable(string file) => new(
        "minutes-not-read",
        file,
        new Bilingual("Das Dokument kann nicht als Protokoll gelesen werden.", "The document cannot be read as minutes."),
        new Bilingual("Zuerst prüfen und berichtigen.", "Check it first, and correct it."),
        new Bilingual("minutes check DATEI", "minutes check FILE"));
}
