using PartnerOffice.Core;

namespace PartnerOffice.Features.Sharing;

/// <summary>Minutes that may not be shared, or not like this; nothing left the board.</summary>
internal sealed class ShareException(string code, string place, Bilingual problem, Bilingual remedy) : RefusalException(code, place, problem, remedy)
{
    public static ShareException NotApproved(ApprovalState state) => new(
        "not-approved",
        "Genehmigungsvermerk",
        new Bilingual($"Das Protokoll ist noch nicht so weit ({Documents.Word.DocumentFrame.StandingOf(state)}).", $"The minutes are not there yet ({KebabWord.Of(state)})."),
        new Bilingual("Erst vom Vorstand genehmigen lassen, dann teilen.", "Have the board approve them first, then share."));

    public static ShareException OtherBytes(string expected) => new(
        "consent-for-other-bytes",
        "--yes",
        new Bilingual("Die Zustimmung gilt einer anderen Partnerfassung als dieser.", "The consent is for another edition than this one."),
        new Bilingual($"Die Fassung ansehen (minutes edition) und ihrem SHA-256 zustimmen: {expected}", $"Look at the edition (minutes edition) and consent to its SHA-256: {expected}"));

    public static ShareException MinutesChanged() => new(
        "minutes-changed",
        "Fassung",
        new Bilingual("Diese Fassung wurde schon mit anderem Inhalt übermittelt.", "This version was delivered with other content before."),
        new Bilingual("Eine Korrektur beginnen: nächste Nummer der Fassung und was geändert wurde.", "Begin a correction: the next version number, and what was changed."));

    public static ShareException OtherVersion() => new(
        "other-version",
        "Fassung",
        new Bilingual("Eine andere Fassung dieses Protokolls wurde schon übermittelt.", "Another version of these minutes was delivered before."),
        new Bilingual("Korrekturen ersetzen die übermittelte Fassung; sie sind noch nicht möglich.", "Corrections replace the delivered version; they are not possible yet."));

    public static ShareException Leak(Documents.Edition.LeakException leak) => new(
        "leak",
        $"{leak.What} ({leak.Place})",
        new Bilingual("Ein Text, der mit hinausgeht, enthält vertrauliche Worte.", "A text that leaves with the edition holds confidential words."),
        new Bilingual("Die Stelle im Protokoll anders kennzeichnen; nichts wurde gesendet.", "Mark the passage in the minutes differently; nothing was sent."));

    public static ShareException NoReceiver(string partner) => new(
        "no-receiver",
        "Partnerschaftsdatei",
        new Bilingual($"Für {partner} ist weder eine Koordination noch ein Postfach eingetragen.", $"{partner} has neither a coordinator nor a mailbox."),
        new Bilingual("In der Partnerschaftsdatei eine Koordination mit Adresse eintragen.", "Enter a coordinator with an address in the partnership file."));
}
