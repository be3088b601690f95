using PartnerOffice.Core;

namespace PartnerOffice.Features.People;

/// <summary>People that cannot be changed, or not like this. Nothing was written.</summary>
internal sealed class PeopleException(string code, string place, Bilingual problem, Bilingual remedy) : RefusalException(code, place, problem, remedy)
{
    /// <summary>The digest of the preview as it would be now; null where there is none.</summary>
    public string? Digest { get; init; }

    public static PeopleException Sample() => new(
        "sample-stays", "Partnerschaftsdatei",
        new("Das eingebaute Beispiel lässt sich nicht ändern.", "The built-in sample cannot be changed."),
        new("Mit einer eigenen Partnerschaftsdatei arbeiten.", "Work with a partnership file of your own."));

    public static PeopleException Busy() => new(
        "file-busy", "Partnerschaftsdatei",
        new("Jemand anderes schreibt gerade in die Partnerschaftsdatei.", "Somebody else is writing the partnership file just now."),
        new("Einen Augenblick warten, die Vorschau neu ansehen und noch einmal versuchen.", "Wait a moment, look at the preview again, and try once more."));

    public static PeopleException NotWritable() => new(
        "file-not-writable", "Partnerschaftsdatei",
        new("Der Dienst darf den Ordner der Partnerschaftsdatei nicht beschreiben.", "The service may not write the folder of the partnership file."),
        new("Die Administration bitten, den Ordner freizugeben oder selbst einzutragen.", "Ask the administrator to allow it, or to enter the change."));

    public static PeopleException Unreadable() => new(
        "file-unreadable", "Partnerschaftsdatei",
        new("Die Partnerschaftsdatei ist gerade nicht lesbar oder hat Fehler.", "The partnership file cannot be read just now, or has mistakes."),
        new("Die Administration bitten, die Datei zu prüfen.", "Ask the administrator to check the file."));

    public static PeopleException OtherPreview(string digest) => new(
        "needs-consent", "Vorschau",
        new("Die Zustimmung gilt nicht dieser Vorschau: Datei, Änderung oder Folgen sind jetzt andere.", "The consent is not for this preview: file, change or consequences are others now."),
        new("Die Folgen noch einmal ansehen und dann bestätigen.", "Look at the consequences again, then confirm."))
    {
        Digest = digest,
    };

    public static PeopleException NotAllowed(PersonId? person) => new(
        "not-allowed", person?.ToString() ?? "Liste",
        new("Diese Änderung darf diese Person nicht eintragen, oder nicht für sich selbst.", "This person may not enter this change, or not for themselves."),
        new("Konten und die Administration ändert eine Administration; Aufgaben gibt sich niemand selbst.", "Accounts and the administrator's role are an administrator's; nobody gives themselves a role."));

    public static PeopleException BadChange(string place) => new(
        "bad-change", place,
        new("Zu dieser Änderung fehlt eine Angabe, oder sie ist nicht lesbar.", "The change lacks a value, or it cannot be read."),
        new("Die genannte Angabe ergänzen.", "Complete the named value."));

    public static PeopleException NothingToChange() => new(
        "nothing-to-change", "Änderung",
        new("Es ist nichts zu ändern.", "There is nothing to change."),
        new("Nichts zu tun.", "Nothing is to be done."));
}
