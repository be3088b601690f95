using System.Text.RegularExpressions;

namespace PartnerOffice.Documents.Import;

// The words by which people say what was decided, and how.
internal static partial class VoteFinder
{
    [GeneratedRegex(@"^\**(?<label>Beschlu(?:ss|ß)(?:vorschlag|text|fassung|antrag)?|Beschl\.|Beschlossen(?: (?:wird|wurde))?|BV|Antrag(?:stext)?|Wortlaut|Abstimmung(?:sergebnis)?|Abgestimmt|Abst\.|Ergebnis|Votum|Entscheidung|Entschieden|Stimmen|(?:Hiermit |Es |Folgendes )?(?:wird|wurde) (?:(?:daher|somit|folgendes|einstimmig|mehrheitlich) )?(?:beschlossen|festgelegt)|(?:Der|Die|Wir|Das) (?:\p{L}*vorstand |Versammlung |Runde |Gremium |KV |Kreisverband |Anwesenden )?(?:(?:fasst|faßt|fasste|trifft|traf)\b[^:]{0,20}\b(?:Beschluss|Entscheidung)|beschließ(?:t|en)|beschloss(?:en)?|haben beschlossen|hat beschlossen)(?: \p{Ll}+){0,2}|(?:Zur Abstimmung|Zum Beschluss) (?:steht|stand|kommt|kam|gestellt wird|wird gestellt)|Folgender Beschluss[^:]{0,30}|E|B(?=[ :\d]))\**(?:\s*(?:Nr\.?\s*)?(?<number>[A-Z]{0,4}[ -]?\d[\w/.-]*))?(?<about>\s+(?:(?:von|vom|des|der|zu|zur|zum|über) |(?-i:\p{Lu}|\())[^:]{1,40})?\s*\**(?:(?<!\d):|:(?!\d))\**\s*(?<rest>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:Antrag|Beschlussvorschlag|BV|Abstimmung|Abgestimmt|Wortlaut|Zu[rm] |Votum|Stimmen|Beschlussantrag)", RegexOptions.IgnoreCase)]
    private static partial Regex Proposed();

    [GeneratedRegex(@"^(?:" + Signs.Arrow + @"|[>•–]\s)\s*")]
    private static partial Regex LeadingArrow();

    [GeneratedRegex(@"^(?<vote>(?:Einstimmig|Mehrheitlich|Angenommen|Abgelehnt|Vertagt|Zurückgestellt|Im Konsens|Konsens)(?: \p{Ll}+){0,3}(?:\s*\([^)]*\))?)\s*:\s+(?<rest>.{12,})$", RegexOptions.IgnoreCase)]
    private static partial Regex ResultFirst();

    // "Beschluss (5 dafür, 2 dagegen): Wir …", "Der Vorstand beschließt mit 5:2:1: Wir …".
    [GeneratedRegex(@"^\**(?:Beschlu(?:ss|ß)(?:vorschlag|fassung|antrag)?|Beschl\.|Beschlossen|Antrag|Entscheidung|Abstimmung|Votum|(?:Es |Hiermit )?(?:wird|wurde) beschlossen|(?:Der|Die|Wir|Das)\b[^:.]{0,40}?\b(?:beschließ\p{L}*|beschloss\p{L}*|beschlossen|entscheide[nt]|entschied\p{L}*))\**(?:\s*(?:Nr\.?\s*)?(?<number>[A-Z]{0,4}[ -]?\d[\w/.-]*))?,?\s*(?<vote>[(\[][^()\[\]]{3,90}[)\]]|\b(?:einstimmig|mehrheitlich|mit|bei|im Konsens)\b(?:[^:]|(?<=\d)\s?:(?=\s?\d)){0,90}?)\s*\**(?:(?<!\d):|:(?!\d))\**\s+(?<rest>\S.{5,})$", RegexOptions.IgnoreCase)]
    private static partial Regex VoteInLabel();

    [GeneratedRegex(@"\b(?:stimm(?:t|en|te|ten)\b.*\bab|abgestimmt|Abstimmung)\b.{0,30}:$|\bwie folgt(?: ab)?:$", RegexOptions.IgnoreCase)]
    private static partial Regex VoteFollows();

    [GeneratedRegex(@"^(?:Abstimmung(?:sergebnis)?|Ergebnis(?: der Abstimmung)?|Votum)$", RegexOptions.IgnoreCase)]
    private static partial Regex ResultAlone();

    // "[BESCHLUSS] Der Verband …".
    [GeneratedRegex(@"^\[(?<label>Beschl[uü]ss\w*|Antrag|Abstimmung|Ergebnis|Votum|Entscheidung)\]\s*:?\s*", RegexOptions.IgnoreCase)]
    private static partial Regex InBrackets();

    // "Carlo beantragt die Anschaffung …", and later "der Antrag wird abgelehnt".
    [GeneratedRegex(@"\b(?:beantrag(?:t|te|en|ten)|stellt(?:e)? den Antrag|schl(?:ägt|ug|agen|ugen)\b.*\bvor|regt(?:e)?\b.*\ban|Vorschlag|Antrag)\b")]
    private static partial Regex MotionProse();

    [GeneratedRegex(@"\b(?:[Dd]er|[Dd]ieser|[Dd]em|[Dd]iesem|[Dd]en) (?:Antrag|Vorschlag|Beschlussvorschlag)\b(?!\s+(?:auf|von|vom|des|der|zur|zum|für|eine[rs]?)\b|,)")]
    private static partial Regex RefersToMotion();

    // "Beschluss 2025/01" as the head of a box, or alone above the wording.
    [GeneratedRegex(@"^\**(?:Beschlu(?:ss|ß)(?:vorschlag|text|antrag)?|Antrag(?:stext)?|Beschlossen)\**(?:\s*(?:Nr\.?|Nummer|#)?\s*(?<number>[A-Z]{0,4}[ -]?\d[\w/.-]*))?\s*:?$", RegexOptions.IgnoreCase)]
    private static partial Regex BareLabel();

    [GeneratedRegex(@"^\s*(?:(?:Ja|Nein|Enth\p{L}*|J|N|E|Stimmen)\.?\s*:?\s*[–—-]?\s*[,;/|]?\s*)+$|^[–—\s/|-]+$", RegexOptions.IgnoreCase)]
    private static partial Regex NoFigures();

    // A resolution to decide later; an event that is put off is a decision like others.
    [GeneratedRegex(@"\b(?:wird|wurde|werden|wurden|ist|sind)\b.*\b(?:vertagt|zurückgestellt)\b|\b(?:vertagt|zurückgestellt)\s*[.)]?$|\bvertagen wir\b|\b(?:verschoben|verschieben|verschiebt|vertagt)\b.*\b(?:\p{L}*[Ss]itzung|Treffen|nächste[ns]? Mal)\b|\b(?:auf|in) (?:die|das|der) (?:nächste |kommende )?(?:\p{L}*[Ss]itzung|Treffen|nächste Mal)\b.*\bverschoben\b")]
    private static partial Regex DeferredItself();

    // "Elke beantragt: …", "Leonie stellt den Antrag vor: …".
    [GeneratedRegex(@"^[^:]{2,60}\b(?:beantragt\w*|(?:stellt|stellte|bringt|brachte|verliest)[^:]*\bAntrag|schlägt[^:]*\bvor|schlug[^:]*\bvor)\b[^:]{0,30}:\s+(?<rest>[\p{Lu}„»""].{10,})$")]
    private static partial Regex Motion();

    [GeneratedRegex(@"\b(?:wird|wurde|werden|wurden|ist|sind)\b.*\b(?:vertagt|zurückgestellt)\b|\b(?:vertagt|zurückgestellt)\s*[.)]?$|\b(?:entschieden|Entscheidung\w*|Beschluss\w*|Abstimmung\w*|Beratung|\p{L}*[Aa]ntrag\w*|Wahl|Punkt|TOP)\b.*\b(?:wird|wurde|werden|wurden|und)\b.*\bverschoben\b|\b(?:vertagt|vertagen) (?:die|den|das) (?:Entscheidung|Beschluss\w*|Abstimmung|Punkt|Antrag)|^(?:vertagt|zurückgestellt|verschoben)\b.{0,50}$|\b(?:Entscheidung|Beschluss\w*|Abstimmung|Punkt|TOP|Thema|Antrag|Wahl|Beratung)\b(?:\s+[\w.]+){0,3}\s+(?:vertagt|verschoben|zurückgestellt)\b|\b(?:Der|Die) \p{L}*(?:vorstand|Versammlung|Runde) (?:vertagt|verschiebt|stellt .* zurück)\b|\b(?:vertagen|verschieben) wir\b.*\b(?:Sitzung|\p{L}+sitzung|Treffen|nächste\w*)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Deferred();

    [GeneratedRegex(@"^(?:(?:Die|Der|Das|Dies\w*)\s+)?(?:(?:Entscheidung|Beschluss\w*|Abstimmung|Punkt|TOP|Thema|Antrag|Beratung|Das|Dies|Er|Sie|Wird|Wurde)\s+)?(?:(?:wird|wurde|ist)\s+)?(?:(?:daher|deshalb|damit|somit)\s+)?(?:auf\s.{3,40}\s|bis\s.{3,40}\s)?(?:vertagt|verschoben|zurückgestellt)\b.{0,50}$", RegexOptions.IgnoreCase)]
    private static partial Regex OnlyDeferred();

    // A board that decides, without a word of how.
    [GeneratedRegex(@"^(?:(?:Der|Die) (?:\p{L}*vorstand|Kreisverband|KV|Versammlung|Runde|Anwesenden)|Wir)\b[^.]*?\b(?:beschließ\w+|beschliess\w+|beschloss\w*|(?:einig|verständig)(?:t|te|ten|en) (?:sich|uns)|bewillig(?:t|te|en)|genehmig(?:t|te|en)|lehn(?:t|te|en)\b.*\bab|stimm(?:t|te|en)\b.*\bzu|(?:spricht|sprach) sich\b.*\b(?:aus|dafür|dagegen))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Resolves();

    [GeneratedRegex(@"\blehn(?:t|te|en)\b.*\b(?:Antrag|Vorschlag)\b.*\bab\b", RegexOptions.IgnoreCase)]
    private static partial Regex Refuses();

    // "Es wird beschlossen, das Fest zu veranstalten" refers to nothing before it.
    [GeneratedRegex(@",\s.*\b(?:zu\s+\p{Ll}+en|\p{Ll}+zu\p{Ll}+en)\b|,\s+dass\b")]
    private static partial Regex SaysWhat();

    [GeneratedRegex(@"\b(?:ja|nein|enth\p{L}*|dafür|dagegen)\.?\s*[/|,:–-]\s*(?:ja|nein|enth\p{L}*|dafür|dagegen)\.?\s*[/|,:–-]\s*(?:ja|nein|enth\p{L}*|dafür|dagegen)\b\.?(?![\s:=\])]*\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Order();

    [GeneratedRegex(@"^(?:Abstimmung|Abgestimmt|Abst\.|Ergebnis|Votum|Stimmen)", RegexOptions.IgnoreCase)]
    private static partial Regex Result();

    [GeneratedRegex(@"\beinstimmig|\beinst\.|\bmehrh\.|\b(?:angen|abgel)\.|\bmehrheitlich|\bmit (?:\w+ )?Mehrheit|\b(?:wird|wurde|werden|wurden|ist|sind)\b.*\b(?:angenommen|abgelehnt|beschlossen|genehmigt|gebilligt|bestätigt|zugestimmt|verabschiedet|zurückgestellt)\b|\b(?:angenommen|abgelehnt|gebilligt|beschlossen|genehmigt|zurückgestellt|zugestimmt)\s*[.)]?$|\bbeschließt\b|\bbeschliesst\b|\bbei \w+ (?:Enthaltung|Gegenstimme|Enth)|\b(?:keine|ohne|verfehlt die|nicht die)\s+(?:erforderliche\s+)?Mehrheit\b|\beinvernehmlich|\beinmütig|\beinhellig|\bim Konsens\b|\b(?:alle|allen)\b.{0,40}\b(?:dafür|Stimmen|zu)\b|\bstimm(?:en|ten) (?:\w+ )?alle\b|\bohne (?:Gegenstimmen?|Widerspruch|Gegenrede)\b|\b(?:fällt|fiel|geht|ging|kommt|kam) (?:\w+ )?(?:durch|nicht durch)\b|\bdurchgefallen\b", RegexOptions.IgnoreCase)]
    private static partial Regex Decides();

    // What somebody else decided is news, no vote of this board.
    [GeneratedRegex(@"\b(?:keine|ohne) (?:förmliche )?(?:Abstimmung|Beschlussfassung)\b|\bkein Beschluss\b|\bMeinungsbild\b|\b(?:wird|werden|soll|sollen|muss)\s+(?:im|am|erst|noch|dann|voraussichtlich)\b.*\b(?:verabschiedet|beschlossen|abgestimmt|bestätigt|genehmigt)\b|\b(?:Landesvorstand|Bundesvorstand|Landesparteitag|Bundesparteitag|Parteivorstand|Landtag|Bundestag|Kreistag|Stadtrat|Gemeinderat|(?:im|der) Rat|Ausschuss|Bezirksversammlung|im letzten Jahr|in der letzten Sitzung)\b.*\b(?:hat|habe|hatte|haben|ist|sei|wurde|wurden)\b|\b(?:ist|sind|wurden?|hat|haben|sei|seien)\s+(?:\S+\s+){0,2}(?:im|vom|in der) (?:Rat|Stadtrat|Gemeinderat|Kreistag|Landtag|Bundestag|Bezirksversammlung|\p{L}*ausschuss)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reports();

    [GeneratedRegex(@"^(?:(?:Der|Dieser) (?:Antrag|Vorschlag|Beschluss(?:vorschlag)?)|Das|Dies|Dem|Dem (?:Antrag|Vorschlag)|Diesem (?:Antrag|Vorschlag)|Sie|Er|Es) (?:wird|wurde|ist|stimm\w*|stimmen|werden|findet|fand|erhält|erhielt|fällt|fiel|geht|verfällt|verfiel)\b.{0,90}$|^(?:(?:Damit|Somit|Die Mehrheit|Hierfür|Hiergegen|Dafür|Dagegen|Dem) .{0,70}$|Alle (?:\w+ )?(?:sind |stimmen )?(?:dafür|zu)\b.{0,40}$|(?:Angenommen|Abgelehnt|Einstimmig|Mehrheitlich|Beschlossen|Zugestimmt|So beschlossen)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Refers();

    [GeneratedRegex(@"\b(?:wird|wurde|werden|wurden|ist|sind|hat|haben|stimmt|stimmen|beschließt|beschließen|nimmt)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\beinstimmig|\bmehrheitlich|\bmit (?:\w+ )?Mehrheit|\balle dafür\b|\bim Konsens\b|\b(?:angenommen|abgelehnt)\s*[.)]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Strong();

    [GeneratedRegex(@"^(?<words>.{8,}?)[\s.,;:]*(?<vote>(?:[\[(][^\[\]()]+[\])](?:\s*[–-]?\s*\p{L}+){0,3}|[–-]\s[^–-]+(?:[–-]\s[^–-]+)?|" + Signs.Arrow + @"\s*[^→]+|\b(?:mit|bei|einstimmig|mehrheitlich|einst\.|mehrh\.)(?=[\s,:]|$)[^.]*))\.?$", RegexOptions.IgnoreCase)]
    private static partial Regex AtEnd();
}
