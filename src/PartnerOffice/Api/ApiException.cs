using Microsoft.AspNetCore.Http;
using PartnerOffice.Core;

namespace PartnerOffice.Api;

/// <summary>A request that is not answered as it was asked; nothing was changed.</summary>
internal sealed class ApiException(int status, string code, string place, Bilingual problem, Bilingual remedy) : RefusalException(code, place, problem, remedy)
{
    /// <summary>The HTTP status of the problem.</summary>
    public int Status => status;

    /// <summary>What the check says against it; empty for most.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>SHA-256 of the edition that a consent is needed for; null for most.</summary>
    public string? Sha256 { get; init; }

    /// <summary>What helps where a request makes no sense: it came from a pane that is older than the service.</summary>
    public static Bilingual OpenAgain { get; } = new("Den Aufgabenbereich schließen und neu öffnen.", "Close the pane and open it again.");

    public static ApiException NotYours() => new(
        StatusCodes.Status403Forbidden, "foreign-district", "Kreisverband",
        new Bilingual("Das gehört dem anderen Kreisverband.", "This belongs to the other district."),
        new Bilingual("Mit einem Konto des eigenen Kreisverbands anmelden.", "Sign in with an account of the own district."));

    public static ApiException UnknownPerson() => new(
        StatusCodes.Status403Forbidden, "unknown-person", "Anmeldung",
        new Bilingual("Dieses Konto steht bei keinem der beiden Kreisverbände in der Partnerschaftsdatei.", "This account is not in the partnership file of either district."),
        new Bilingual("Die Administration bitten, das Konto bei der Person einzutragen.", "Ask the administrator to enter the account with the person."));

    public static ApiException NotInOffice() => new(
        StatusCodes.Status403Forbidden, "not-in-office", "Anmeldung",
        new Bilingual("Dazu gehört heute ein Amt oder eine Aufgabe im eigenen Kreisvorstand.", "This takes an office or a role in the own board today."),
        new Bilingual("Jemanden bitten, der diese Aufgabe heute hat.", "Ask somebody who holds that role today."));

    public static ApiException UnknownMinutes() => new(
        StatusCodes.Status404NotFound, "unknown-minutes", "Protokoll",
        new Bilingual("Dieses Protokoll ist noch nicht freigegeben; es gibt noch keinen Verlauf.", "These minutes are not released yet; there is no history."),
        new Bilingual("Zuerst prüfen und freigeben.", "Check and release them first."));

    public static ApiException UnknownDelivery() => new(
        StatusCodes.Status404NotFound, "unknown-delivery", "Übermittlung",
        new Bilingual("Diese Übermittlung gibt es nicht.", "There is no such delivery."),
        new Bilingual("Den Verlauf neu laden.", "Load the history again."));

    public static ApiException BadRequest(string place, Bilingual problem) => new(
        StatusCodes.Status400BadRequest, "bad-request", place, problem,
        OpenAgain);

    public static ApiException OtherMinutes() => new(
        StatusCodes.Status409Conflict, "other-minutes", "Kennung",
        new Bilingual("Die Adresse nennt ein anderes Protokoll als das Dokument.", "The address names other minutes than the document."),
        new Bilingual("Das Dokument neu einlesen und noch einmal versuchen.", "Read the document again, and try once more."));

    public static ApiException Stopped(IReadOnlyList<Finding> findings) => new(
        StatusCodes.Status409Conflict, "findings", findings.Count > 0 ? findings[0].Place : "Dokument",
        new Bilingual("Vorher ist noch etwas zu klären.", "Something is to be settled before."),
        new Bilingual("Die genannten Stellen berichtigen oder begründen.", "Correct the named places, or give a reason."))
    {
        Findings = findings,
    };

    public static ApiException NeedsConsent(string sha256) => new(
        StatusCodes.Status409Conflict, "needs-consent", "Partnerfassung",
        new Bilingual("Die Zustimmung gilt nicht dieser Partnerfassung; das Dokument hat sich geändert.", "The consent is not for this edition; the document has changed."),
        new Bilingual("Die Vorschau noch einmal ansehen und dann freigeben.", "Look at the preview again, then release."))
    {
        Sha256 = sha256,
    };
}
