namespace PartnerOffice.Documents.Import;

/// <summary>The verbs by which somebody takes on what is still to be done; "berichtet", "meint" and their like are none.</summary>
internal static class TaskVerbs
{
    // Whole verbs: one word says it.
    private const string Whole =
        "übern(?:immt|ehmen)|kümmer(?:t|n) sich|entw(?:irft|erfen)|(?:bestell|organisier|klär|erstell|besorg|verfass|buch|kontaktier|verschick|schick|prüf|schreib|reservier|aktualisier|vereinbar|koordinier"
        + "|überarbeite|erarbeite|bearbeite|gestalte|druck|recherchier|überweis|beschaff|kauf|erledig|formulier|veröffentlich|beauftrag|erkundig|versende|sende|melde|miete|such|reparier|mahn|kündig(?!t .* an\\b)|sammel|pfleg|bereinig|digitalisier|ergänz(?!t,)|protokollier|kalkulier|konzipier|plakatier|vermittel|terminier)(?:t|n|en)\\b"
        // "verteilt eine Übersicht" and "beantragt: …" tell what happened.
        + "|verteil(?:t|en)\\b(?!.*\\b(?:Übersicht|\\p{L}*[Vv]orlage|Papier|Zahlen|Handout|Unterlagen|Liste)\\b)|beantrag(?:t|en)\\b(?!\\s*[:,])"
        + "|l(?:ädt|aden)|bleib(?:t|en) (?:dran|am Thema|am Ball)|w(?:ird|erden) (?:beauftragt|gebeten)|soll(?:en)?|erklär(?:t|en) sich\\b.*\\bbereit|biete(?:t|n) an";

    // Verbs with a word at the end that belongs to them.
    private const string Parted =
        "führ(?:t|en) .*\\bweiter\\b|g(?:ibt|eben) .*\\bin (?:Druck|Auftrag)\\b|frag(?:t|en) .*\\b(?:an|nach|ab)\\b|ruf(?:t|en) .*\\ban\\b|bereite(?:t|n) .*\\bvor\\b|sag(?:t|en) .*\\bzu\\b|n(?:immt|ehmen) .*\\b(?:Kontakt auf|mit)\\b|hol(?:t|en) .*\\b(?:ab|ein|nach|raus|heraus)\\b|bring(?:t|en) .*\\bmit\\b|hak(?:t|en)\\b.*\\bnach\\b"
        + "|leite(?:t|n) .*\\bweiter\\b|g(?:ibt|eben) .*\\b(?:weiter|bekannt|Bescheid)\\b|häng(?:t|en) .*\\ba(?:uf|us)\\b|spr(?:icht|echen) .*\\ban\\b|stell(?:t|en) .*\\b(?:zusammen|ein|bereit|online|auf(?: die| der)? \\p{L}+seite|ins Netz)\\b|teil(?:t|en) (?!.*, (?:dass|wie|wann)).*\\bmit\\b"
        + "|reich(?:t|en) .*\\b(?:ein|nach)\\b|leg(?:t|en) .*\\ban\\b|tr(?:ägt|agen) .*\\bein\\b|setz(?:t|en) .*\\bauf\\b|füll(?:t|en) .*\\baus\\b|fass(?:t|en) .*\\bzusammen\\b|arbeite(?:t|n) .*\\baus\\b|schau(?:t|en) .*\\b(?:nach|an)\\b|l(?:ässt|assen) .*\\b(?:drucken|prüfen|reparieren|machen|erstellen)\\b|räum(?:t|en) .*\\bauf\\b|f(?:indet|inden) heraus\\b|mach(?:t|en) (?:das|den|die|einen|eine|ein)\\b(?!.*\\b(?:deutlich|klar|aufmerksam|darauf|geltend)\\b)|informier(?:t|en)(?!:| über| darüber)|berichtet (?:im|am|in der|zur|auf der) (?:nächsten|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)";

    public const string Any = "(?:" + Whole + "|" + Parted + ")";

    // "Die Bestellung übernimmt Cem": the person stands behind.
    public const string BeforePerson = "(?:" + Whole + "|mach(?:t|en)|hol(?:t|en)|bring(?:t|en)|frag(?:t|en)|ruf(?:t|en)|informier(?:t|en)|stell(?:t|en)|leite(?:t|n)|bereite(?:t|n))";
}
