using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Import;

// The words by which people say that somebody takes something on.
internal sealed partial class ActionFinder
{
    [GeneratedRegex(@"^[-–—/.\s]*$|^(?:I|B|E|A|D|Info\w*|Beschluss|Entscheidung|Bericht|Diskussion|Kenntnisnahme|Termin|entfällt|erledigt|n\.\s?n\.|offen)$", RegexOptions.IgnoreCase)]
    private static partial Regex NoBody();

    [GeneratedRegex(@"^\**[\[(]?(?:(?:Neue |Offene )?Aufgaben?|To[- ]?dos?|Auftrag|Arbeitsauftrag|Aktion|Action(?: ?Item)?|AP|A(?=:)|Erledigen|Zu erledigen|Zu tun|Bitte|Maßnahme|Nächster Schritt|Folgeaufgabe)\b\]?\**(?:\s*(?:Nr\.?\s*)?\d+)?(?:\s*\((?<who>[^)]+)\)|\s+(?:(?:für|an)\s+)?@?(?<who>[A-ZÄÖÜ][\p{L}-]*(?: [A-ZÄÖÜ][\p{L}-]+)?(?:(?:\s*(?:und|&|\+|/|,)\s*)[A-ZÄÖÜ][\p{L}-]*(?: [A-ZÄÖÜ][\p{L}-]+)?)*))?(?<due>,?\s+\(?bis [^:]{3,25})?\s*\**(?::|–|-|" + Signs.Arrow + @")\**\]?\s*(?<rest>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Task();

    [GeneratedRegex(@"^(?<what>.*?)[\s(\[–-]*\b(?:Verantwortlich(?:e\*?r?)?|Verantwortung|Zuständig(?:keit)?|Verantw\.?|zust\.|verantw\.|V\.?i\.?S\.?|Wer|V|Z|Umsetzung|Ausführung|Bearbeitung|Federführung|federführend|Kümmerer|Kümmer\*?in|Erledigt durch|Erledigung(?: durch)?|Zu erledigen (?:durch|von)|Wird erledigt von|Macht|Übernimmt|Beauftragt|Durch)(?: ist| sind| wird)?\s*:\s*(?<who>[^\])]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Responsible();

    // What a ticked box or a word calls done.
    [GeneratedRegex(@"^(?:[-*•]\s*)?(?:\[[xX✓✔]\]|☑|☒|✓|✔|✅)|[(–-]\s*(?:bereits |schon |Status: )?erledigt\)?\s*\.?$|^erledigt\s*:|^~~.*~~$", RegexOptions.IgnoreCase)]
    private static partial Regex Done();

    [GeneratedRegex(@"^(?:(?:Neue|Offene|Weitere|Unsere|Alle|Vereinbarte)\s+)?(?:Aufgaben|To-?\s?dos?|To-?do-?Liste|Aufgaben(?:liste|verteilung|übersicht)|Nächste Schritte|Arbeitsaufträge|Aufträge|Zu erledigen|Zu tun|Wer macht (?:jetzt )?was(?: bis wann)?|Was ist zu tun|Aktionspunkte|Action Items|Maßnahmen|Hausaufgaben|Verabredungen|Vereinbarungen|Arbeitsplan)\s*(?:(?:aus|der|bis|für|zum|zur|nach|seit) [^:]{2,40})?(?:\([^)]*\))?\s*[:?]*$", RegexOptions.IgnoreCase)]
    private static partial Regex ListHead();

    [GeneratedRegex(@"^@?(?<who>\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]+)?(?:(?: und | & | \+ |/|, )@?\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]+)?)*)\s*[:,–-]\s+(?<what>\S.*)$")]
    private static partial Regex AfterArrow();

    // A person, then a verb: at the beginning of a sentence, or of a part of it.
    [GeneratedRegex(@"(?:^|(?<=[,;:–]\s)|(?<=\bund\s))(?<who>(?:(?:Frau|Herr|Genoss\w+|Kolleg\w+)\s)?(?:(?:Dr|Prof)\.\s)*\p{Lu}[\p{L}-]*(?:(?: und | & |/)(?:(?:Frau|Herr)\s)?\p{Lu}[\p{L}-]*)?(?:\s\p{Lu}[\p{L}-]+)?(?: und \p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+)?|(?:[Dd]ie|[Dd]er)\s" + BoardTitle.Words + @")\s+(?<verb>\p{Ll}+)")]
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

    [GeneratedRegex(@"^(?<left>.*?)\s*" + Signs.Arrow + @"\s*(?<right>.+)$")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^(?<what>.+?)\s*[(\[](?<who>[^()\[\]]{2,60})[)\]]\s*\.?$")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^(?<who>[^()]+)\((?<what>[^()]{5,})\)(?<after>.*)$")]
    private static partial Regex InBracket();

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\b(?!\p{Ll}+ge\p{Ll}+en\s*$)\p{Ll}+(?:en|ern|eln)\s*$")]
    private static partial Regex Infinitive();

    [GeneratedRegex(@"\b" + TaskVerbs.BeforePerson + @"\s+(?:sich\s+|das\s+|dies\s+|dann\s+)*(?<who>(?:(?:Frau|Herr)\s)?(?:Dr\.\s)?[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?)|\b(?:wird|werden) \p{Ll}+ von (?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?)|\b(?:wird|werden) von (?<who>[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?)\b.*\b(?:erledigt|übernommen|erstellt|bestellt|vorbereitet|organisiert|geschrieben|verschickt|geklärt|angefragt|eingeladen|gebucht|besorgt|gekauft|entworfen|verfasst|geprüft|reserviert)")]
    private static partial Regex Trailing();

    [GeneratedRegex(@"\b" + TaskVerbs.Any + @"\b")]
    private static partial Regex TakesOn();

    [GeneratedRegex(@"\b(?:hat|haben|wurde|wurden|war|waren|berichtet(?!\s(?:im|am|(?:in der|zur|auf der) nächsten)\b)|berichten|berichtete|informiert (?:über|darüber|die Anwesenden|den Vorstand)|meldet sich (?:ab|zu)|stellt (?:die Beschlussfähigkeit|fest|vor|dar)|prüft, ob)\b")]
    private static partial Regex Past();

    [GeneratedRegex(@"^@?(?<who>\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]+)?(?:(?: und | & | \+ |/|, )@?\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]+)?)*)(?<due>\s*(?:,\s*|\(\s*)(?:bis|spätestens|zum)?\s*[^:()]{3,25}\)?)?:\s*(?<what>\S.*)$")]
    private static partial Regex Named();

    // "Rita bis 28.2.: Preise erfragen", "Rita und Theo bis Freitag – Preise erfragen".
    [GeneratedRegex(@"^@?(?<who>\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]+){0,2}(?:(?:\sund\s|\s?&\s?|\s?\+\s?|/|,\s)@?\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]+){0,2})*),?\s+[(\[]?(?<due>(?:bis|spätestens|zum|zur)\s(?:[^:()]|(?<=\d):(?=\d)){2,40}?)[)\]]?(?:\s?:|\s[–-])\s+(?<what>\S.*)$")]
    private static partial Regex NamedBy();

    // "Bis 28.2. Rita: Preise erfragen", "28.2., Rita: Preise erfragen".
    [GeneratedRegex(@"^[(\[]?(?<due>(?:(?:[Bb]is|[Ss]pätestens|[Zz]u[mr])\s|\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+))[^:()]{0,30}?)[)\]]?,?\s+@?(?<who>\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]+)?(?:(?:\sund\s|\s?&\s?|\s?\+\s?|/)\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]+)?)*)(?:\s?:|\s[–-])\s+(?<what>\S.*)$")]
    private static partial Regex DueBefore();

    // A name that stands in no list, and right behind it what it promises.
    [GeneratedRegex(@"^(?<who>(?:Genoss\w+ )?[A-ZÄÖÜ][\p{L}-]+(?: [A-ZÄÖÜ][\p{L}-]+)?(?:(?: und | & | \+ |/)[A-ZÄÖÜ][\p{L}-]+)*) (?:übernimmt|übernehmen|kümmert sich|kümmern sich|bestellt|organisiert|klärt|erstellt|besorgt|verfasst|bucht|kontaktiert|verschickt|versendet|reserviert|entwirft|aktualisiert|bereitet|wird beauftragt|wird gebeten|schreibt|lädt|fragt(?!,)|überweist|meldet|gestaltet|schickt|ruft|prüft)\b")]
    private static partial Regex Promise();

    [GeneratedRegex(@"^(?:De[rmn]|Die|Das|Es|Wir|Sie|Er|Eine?r?|Dies\w*|Im|Am|Zum|Zur|Nach|Bei|Auf|Man|Niemand|Vorstand|Kreis\w*|Landes\w*|Bundes\w*|Fraktion|Partei|Stadt|Presse|Zeitung|Deshalb|Danach|Außerdem|Hierzu|Dazu|Wer|Was)\b")]
    private static partial Regex NoName();

    [GeneratedRegex(@"^\**(?:Beschluss|Antrag|Beschlossen)[^:]{0,20}:\**\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?:Genoss\w+|Frau|Herr|durch|von|für)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Before();

    // "zuständig ist Anna", "(verantwortlich Bernd, bis 3.4.)".
    [GeneratedRegex(@"^(?<what>.*?)[\s(\[,;–-]*\b(?:verantwortlich|zuständig|federführend)(?: dafür| hierfür)?(?: ist| sind| bleibt| bleiben)?\s+(?<who>\p{Lu}[^)\]]*)", RegexOptions.IgnoreCase)]
    private static partial Regex ResponsibleProse();

    // "Bis: 3.5." below who does it.
    [GeneratedRegex(@"^(?:Bis(?: wann)?|Frist|Termin|Deadline|Fällig(?: am| bis)?|Zieltermin|Wann|T)\s*:\s*(?<day>.{2,30})$", RegexOptions.IgnoreCase)]
    private static partial Regex AloneDue();

    [GeneratedRegex(@"^[(\[](?<words>[^()\[\]]{3,60})[)\]]\.?$")]
    private static partial Regex Alone();

    [GeneratedRegex(@"(?:[,;]|\s+und)\s*$")]
    private static partial Regex JoiningWord();

    // A sign before the words: a pin, an exclamation mark.
    [GeneratedRegex(@"^(?:\p{So}|\p{Cs}|\uFE0F|!|\*|•|–\s|-\s|\s)+(?=[\p{L}@\[(])")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"\s+[–|/-]\s+|\t|\s{3,}|;\s*|,\s+")]
    private static partial Regex Segments();
}
