using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Import;

// The words by which people say that somebody takes something on.
internal sealed partial class ActionFinder
{
    [GeneratedRegex(@"^[-–—/.\s]*$|^(?:I|B|E|Info)$")]
    private static partial Regex NoBody();

    [GeneratedRegex(@"^\**(?:Aufgabe|To[- ]?dos?|Auftrag|Arbeitsauftrag|Aktion|AP|Erledigen)\b\**(?:\s*\d+)?(?:\s*\((?<who>[^)]+)\)|\s+(?:für\s+)?(?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?))?\s*\**[:–-]\**\s*(?<rest>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Task();

    [GeneratedRegex(@"^(?<what>.*?)[\s(\[–-]*\b(?:Verantwortlich(?:e\*?r?)?|Zuständig(?:keit)?|Verantw\.?|zust\.|verantw\.|V\.?i\.?S\.?|Wer|V)(?: ist| sind)?\s*:\s*(?<who>[^\])]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Responsible();

    // What a ticked box or a word calls done.
    [GeneratedRegex(@"^(?:[-*•]\s*)?(?:\[[xX]\]|☑|☒|✓|✔|✅)|\(erledigt\)\s*\.?$|^erledigt\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Done();

    [GeneratedRegex(@"^(?:(?:Neue|Offene|Weitere)\s+)?(?:Aufgaben|To-?\s?dos?|To-?do-?Liste|Aufgabenliste|Nächste Schritte|Arbeitsaufträge|Aufträge|Zu erledigen|Wer macht was|Aktionspunkte)\s*(?:\([^)]*\))?:?$", RegexOptions.IgnoreCase)]
    private static partial Regex ListHead();

    [GeneratedRegex(@"^(?<who>\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?(?:(?: und | & | \+ |/)\p{Lu}[\p{L}-]+)*)\s*[:,–-]\s+(?<what>\S.*)$")]
    private static partial Regex AfterArrow();

    // A person, then a verb: at the beginning of a sentence, or of a part of it.
    [GeneratedRegex(@"(?:^|(?<=[,;:–]\s)|(?<=\bund\s))(?<who>(?:(?:Frau|Herr|Genoss\w+|Kolleg\w+)\s)?\p{Lu}[\p{L}-]+(?:(?: und | & |/)\p{Lu}[\p{L}-]+)?(?:\s\p{Lu}[\p{L}-]+)?)\s+(?<verb>\p{Ll}+)")]
    private static partial Regex Clause();

    [GeneratedRegex(@"^(?:Sie|Er)$")]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"^(?:hat|haben|hatten?|wurden?|waren?|ist|sind|sei|berichtet|berichten|meint|findet|sieht|\p{Ll}+te|schlug|schlugen|hielt|sprach|sprachen|trug|fand|gab|kam|ging|sah|bat|schrieb|wies|blieb|nahm|las|rief|erschien|verlas|begrüßt|eröffnet|schließt|verlässt|kennt|weiß|glaubt|hofft|freut|fragt,)$")]
    private static partial Regex PastVerb();

    // Future, not passive: "wird den Betrag überweisen", but "wird aufgenommen".
    [GeneratedRegex(@"\b(?:wird|werden)\s(?!.*\b\p{Ll}*ge\p{Ll}+en\s*\.?$)(?!.*\b(?:werden|worden|müssen|können|sollen|lassen)\s*\.?$).*\b\p{Ll}+(?:en|ern|eln)\s*\.?$")]
    private static partial Regex Will();

    [GeneratedRegex(@"\bund (?:wird|werden)\s(?!.*\b\p{Ll}*ge\p{Ll}+en\s*\.?$)(?!.*\b(?:werden|worden|müssen|können|sollen|lassen)\s*\.?$).*\b\p{Ll}+(?:en|ern|eln)\s*\.?$")]
    private static partial Regex AndWill();

    [GeneratedRegex(@"^(?:Wir|Ich|Sie|Er|Es|Man|Das|Dies|erst)\b")]
    private static partial Regex Quotes();

    [GeneratedRegex(@"^(?:Das|Dies|Sie|Er|Darum|Hierum)\b")]
    private static partial Regex That();

    [GeneratedRegex(@"\b\p{Lu}\p{L}+")]
    private static partial Regex Noun();

    [GeneratedRegex(@"^(?<left>.*?)\s*(?:→|->|=>|⇒|➔|-->)\s*(?<right>.+)$")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^(?<what>.+?)\s*[(\[](?<who>[^()\[\]]{2,60})[)\]]\s*\.?$")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\b(?!\p{Ll}+ge\p{Ll}+en\s*$)\p{Ll}+(?:en|ern|eln)\s*$")]
    private static partial Regex Infinitive();

    [GeneratedRegex(@"(?:übernimmt|übernehmen|erledigt|erledigen|kümmert sich|kümmern sich)\s+(?:das\s+|dies\s+)?(?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?)|\b(?:wird|werden) \p{Ll}+ von (?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?)|\b(?:wird|werden) von (?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?)\b.*\b(?:erledigt|übernommen|erstellt|bestellt|vorbereitet|organisiert|geschrieben|verschickt|geklärt|angefragt|eingeladen|gebucht)")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"\b(?:übernimmt|übernehmen|kümmert sich|kümmern sich|bestellt|organisiert|klärt|fragt .*\b(?:an|nach)\b|erstellt|besorgt|verfasst|bucht|kontaktiert|verschickt|versendet|schickt|sendet|bereitet .* vor|lädt .* ein|informiert(?!:| über| darüber)|prüft|meldet|schreibt|ruft .* an|reserviert|wird (?:beauftragt|gebeten)|soll|sagt .* zu|nimmt .* Kontakt auf|entwirft|aktualisiert|sammelt|vereinbart|koordiniert|erarbeitet|überarbeitet|gestaltet|druckt|verteilt|recherchiert|überweist|beschafft|kauft|holt .*\b(?:ab|ein|nach|raus|heraus)\b|bringt .*\bmit\b|hakt .*\bnach|leitet .*\bweiter|gibt .*\bweiter|hängt .*\bauf|spricht .*\ban\b|bleibt (?:dran|am Thema)|berichtet (?:im|am|in der|zur|auf der) (?:nächsten|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)|stellt .* (?:zusammen|ein))\b")]
    private static partial Regex TakesOn();

    [GeneratedRegex(@"\b(?:hat|haben|wurde|wurden|war|waren|berichtet(?!\s(?:im|am|(?:in der|zur|auf der) nächsten)\b)|berichten|berichtete|informiert (?:über|darüber|die Anwesenden|den Vorstand)|meldet sich (?:ab|zu)|stellt (?:die Beschlussfähigkeit|fest|vor|dar)|prüft, ob)\b")]
    private static partial Regex Past();

    [GeneratedRegex(@"^@?(?<who>\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?(?:(?: und | & | \+ |/|, )@?\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?)*):\s*(?<what>\S.*)$")]
    private static partial Regex Named();

    // A name that stands in no list, and right behind it what it promises.
    [GeneratedRegex(@"^(?<who>(?:Genoss\w+ )?[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?(?: und [A-ZÄÖÜ][\p{L}-]+)?) (?:übernimmt|übernehmen|kümmert sich|kümmern sich|bestellt|organisiert|klärt|erstellt|besorgt|verfasst|bucht|kontaktiert|verschickt|versendet|reserviert|entwirft|aktualisiert|bereitet|wird beauftragt|wird gebeten|schreibt|lädt|fragt)\b")]
    private static partial Regex Promise();

    [GeneratedRegex(@"^(?:De[rmn]|Die|Das|Es|Wir|Sie|Er|Eine?r?|Dies\w*|Im|Am|Zum|Zur|Nach|Bei|Auf|Man|Niemand|Vorstand|Kreis\w*|Landes\w*|Bundes\w*|Fraktion|Partei|Stadt|Presse|Zeitung|Deshalb|Danach|Außerdem|Hierzu|Dazu|Wer|Was)\b")]
    private static partial Regex NoName();

    [GeneratedRegex(@"^\**(?:Beschluss|Antrag|Beschlossen)[^:]{0,20}:\**\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:Genoss\w+|Frau|Herr|durch|von|für)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Before();
}
