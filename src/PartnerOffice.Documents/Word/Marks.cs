using PartnerOffice.Core;

namespace PartnerOffice.Documents.Word;

/// <summary>What the reader says about marks and about what it cannot read.</summary>
internal static class Marks
{
    public static Finding Unpaired(string place) => new(
        "V15",
        Severity.Error,
        place,
        new Bilingual(
            $"Ein Zeichen {InternalSigns.Begin} oder {InternalSigns.End} steht ohne sein Gegenstück. Bis zum Ende des TOP bleibt alles im Vorstand.",
            $"A sign {InternalSigns.Begin} or {InternalSigns.End} has lost its partner. Everything up to the end of the item stays in the board."),
        new Bilingual("Das fehlende Zeichen ergänzen oder beide löschen.", "Add the missing sign, or delete both."));

    public static Finding Disagree(string place) => new(
        "V15",
        Severity.Error,
        place,
        new Bilingual(
            "Feld, Formatvorlage und Zeichen »nur Vorstand« passen hier nicht zusammen. Die Stelle bleibt im Vorstand.",
            "Control, style and signs of \"nur Vorstand\" do not agree here. The passage stays in the board."),
        new Bilingual("Die Stelle neu kennzeichnen oder die Kennzeichnung ganz entfernen.", "Mark the passage again, or remove the mark altogether."));

    public static Finding WithoutControl(string place) => new(
        "V15",
        Severity.Warning,
        place,
        new Bilingual(
            "Formatvorlage und Zeichen »nur Vorstand« kennzeichnen diese Stelle, das Feld fehlt. Sie bleibt im Vorstand.",
            "Style and signs of \"nur Vorstand\" mark this passage, the control is missing. It stays in the board."),
        new Bilingual("Ansehen, ob die Stelle richtig abgegrenzt ist; sonst ist nichts zu tun.", "Look whether the passage begins and ends where it should; nothing else is to be done."));

    public static Finding MarkedValue(string place) => new(
        "V15",
        Severity.Error,
        place,
        new Bilingual("Hier kann nichts als »nur Vorstand« gekennzeichnet werden.", "Nothing can be marked \"nur Vorstand\" here."),
        new Bilingual("Den ganzen Punkt auf »Nur Vorstand« stellen oder die Kennzeichnung entfernen.", "Set the whole entry to \"Nur Vorstand\", or remove the mark."));

    public static Finding Hidden(string place) => new(
        "V18",
        Severity.Error,
        place,
        new Bilingual("Hier steht verborgener Text.", "There is hidden text here."),
        new Bilingual("Den Text sichtbar machen oder löschen.", "Make the text visible, or delete it."));

    public static Finding HardlyVisible(string place) => new(
        "V18",
        Severity.Error,
        place,
        new Bilingual("Hier steht Text, den kaum jemand sieht: winzig, in der Farbe des Papiers oder neben der Seite.", "There is text that hardly anybody sees: tiny, in the colour of the paper, or beside the page."),
        new Bilingual("Den Text lesbar machen oder löschen.", "Make the text legible, or delete it."));

    public static Bilingual NotInTheModel(string what) => what switch
    {
        "drawing" or "pict" or "object" => new("Bilder und Objekte gehen nicht mit.", "Pictures and objects do not travel."),
        "footnoteReference" or "endnoteReference" => new("Fußnoten gehen nicht mit.", "Footnotes do not travel."),
        "hyperlink" => new("Nur Verweise auf https- und E-Mail-Adressen gehen mit; der Text bleibt.", "Only https and mail links travel; the text stays."),
        "field" => new("Felder gehen nicht mit; ihr Text bleibt.", "Fields do not travel; their text stays."),
        "vanish" => new("Verborgener Text geht nicht mit.", "Hidden text does not travel."),
        _ => new("Dieses Element geht nicht mit.", "This element does not travel."),
    };
}
