using System.Xml.Linq;
using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Word;

/// <summary>V25: whether a screen reader finds its way: real headings without jumps, marked table heads, the language, alternative texts, a title.</summary>
public static class Accessibility
{
    private const string Rule = "V25";
    private const string Whole = "Dokument";

    // A pasted sentence in another language is no reason to speak; a whole page of it is.
    private const int ForeignPercent = 20;

    /// <summary>What is in the way, one finding for each cause, all of them hints.</summary>
    public static IReadOnlyList<Finding> Look(GatedPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);

        var source = new WordSource(package);
        return
        [
            .. One(HeadingsThatAreNone(source), PlainHeadings),
            .. One(Jumps(source), JumpingHeadings),
            .. One(HeadlessTables(source), TablesWithoutHeads),
            .. One(PicturesWithoutWords(source), Pictures),
            .. IsForeign(package, source) ? [OtherLanguage()] : Array.Empty<Finding>(),
            .. HasTitle(package) ? [] : new[] { NoTitle() },
        ];
    }

    private static IEnumerable<Finding> One(IEnumerable<string> places, Func<string, int, Finding> say)
    {
        var all = places.Distinct().ToList();
        return all.Count == 0 ? [] : [say(all[0], all.Count)];
    }

    private static IEnumerable<string> HeadingsThatAreNone(WordSource source) => source.Body.Descendants(W.Control)
        .Where(control => control.TagOf() == Tags.Title && !string.IsNullOrWhiteSpace(TextOf(control)))
        .Select(control => control.Ancestors(W.Paragraph).FirstOrDefault())
        .OfType<XElement>()
        .Where(line => LevelOf(source, line) == 0)
        .Select(line => PlaceOf(source, line));

    private static IEnumerable<string> Jumps(WordSource source)
    {
        var before = 0;
        foreach (var line in source.Body.Descendants(W.Paragraph))
        {
            if (LevelOf(source, line) is not (> 0 and var level))
                continue;
            if (level > before + 1)
                yield return PlaceOf(source, line);
            before = level;
        }
    }

    // A table of one row or column has no head, and the form's own lines of label and value are no table to read.
    private static IEnumerable<string> HeadlessTables(WordSource source) => source.Body.Descendants(W.Table)
        .Where(table => !table.Descendants(W.Control).Any(control => control.TagOf()?.StartsWith(Tags.Prefix, StringComparison.Ordinal) == true && !Tags.IsInternal(control.TagOf())))
        .Where(table => table.Elements(W.Row).Count() > 1 && table.Elements(W.Row).First().Elements(W.Cell).Count() > 1)
        .Where(table => !table.Elements(W.Row).First().Elements(W.Main + "trPr").Elements(W.Main + "tblHeader").Any(mark => mark.IsOn()))
        .Select(table => PlaceOf(source, table));

    private static IEnumerable<string> PicturesWithoutWords(WordSource source) => source.Margins.Prepend(source.Body)
        .SelectMany(part => part.Descendants().Where(element => element.Name.LocalName == "docPr" && string.IsNullOrWhiteSpace(element.Attribute("descr")?.Value) && !IsDecorative(element)))
        .Select(picture => picture.Ancestors().Last() == source.Body || picture.Ancestors().Contains(source.Body) ? PlaceOf(source, picture) : "Kopf- und Fußzeile");

    private static bool IsDecorative(XElement picture) => picture.Descendants().Any(element => element.Name.LocalName == "decorative" && element.Attribute("val")?.Value is "1" or "true");

    private static bool IsForeign(GatedPackage package, WordSource source)
    {
        var styles = package.Parts.FirstOrDefault(part => part.ContentType?.EndsWith("styles+xml", StringComparison.Ordinal) == true);
        var language = styles is null ? null : Load(styles).Element(W.Main + "docDefaults")?.Descendants(W.Main + "lang").FirstOrDefault().Val();
        if (language is not null && !IsGerman(language))
            return true;

        var runs = source.Body.Descendants(W.Run).Select(run => (Length: TextOf(run).Length, Language: run.Element(W.RunProperties)?.Element(W.Main + "lang").Val())).ToList();
        var all = runs.Sum(run => run.Length);
        return all > 0 && runs.Where(run => run.Language is { } own && !IsGerman(own)).Sum(run => run.Length) * 100 > all * ForeignPercent;
    }

    private static bool IsGerman(string language) => language.StartsWith("de", StringComparison.OrdinalIgnoreCase);

    private static bool HasTitle(GatedPackage package) =>
        package.Parts.FirstOrDefault(part => part.ContentType?.EndsWith("core-properties+xml", StringComparison.Ordinal) == true) is { } core
        && Load(core).Elements().Any(property => property.Name.LocalName == "title" && !string.IsNullOrWhiteSpace(property.Value));

    // A style's own level counts by its name in every language; a level on the paragraph itself counts too.
    private static int LevelOf(WordSource source, XElement paragraph)
    {
        var properties = paragraph.Element(W.ParagraphProperties);
        return source.StyleOf(properties?.Element(W.Main + "pStyle").Val()).HeadingLevel is > 0 and var level ? level
            : int.TryParse(properties?.Element(W.Main + "outlineLvl").Val(), out var outline) && outline < 9 ? outline + 1
            : 0;
    }

    private static string PlaceOf(WordSource source, XElement element) => source.ItemOf(element) ?? Whole;

    private static string TextOf(XElement element) => string.Concat(element.Descendants(W.Main + "t").Select(text => text.Value));

    private static XElement Load(GatedPart part)
    {
        using var reader = part.OpenXml();
        return XElement.Load(reader);
    }

    private static Finding Hint(string place, Bilingual message, Bilingual remedy) => new(Rule, Severity.Warning, place, message, remedy);

    private static Finding PlainHeadings(string place, int count) => Hint(
        place,
        count == 1
            ? new Bilingual("Der Titel des TOP hat keine Überschrift-Formatvorlage; Vorleseprogramme finden ihn nicht.", "The item's title has no heading style; screen readers do not find it.")
            : new Bilingual($"Die Titel von {count} TOP haben keine Überschrift-Formatvorlage; Vorleseprogramme finden sie nicht.", $"The titles of {count} items have no heading style; screen readers do not find them."),
        new Bilingual("Die Zeile auswählen und die Formatvorlage »Überschrift 2« geben.", "Select the line, and give it the style \"Heading 2\"."));

    private static Finding JumpingHeadings(string place, int count) => Hint(
        place,
        new Bilingual("Zwischen zwei Überschriften fehlt eine Ebene.", "A level is missing between two headings."),
        new Bilingual("Unter dem TOP mit »Überschrift 3« beginnen und keine Ebene auslassen.", "Begin with \"Heading 3\" below the item, and leave out no level."));

    private static Finding TablesWithoutHeads(string place, int count) => Hint(
        place,
        new Bilingual("Eine Tabelle hat keine gekennzeichnete Kopfzeile; Vorleseprogramme lesen nur Zellen ohne Zusammenhang.", "A table has no marked head row; screen readers read cells without their meaning."),
        new Bilingual("Die erste Zeile auswählen und im Tabellenlayout »Überschriften wiederholen« einschalten.", "Select the first row, and turn on \"Repeat Header Rows\" in the table layout."));

    private static Finding Pictures(string place, int count) => Hint(
        place,
        new Bilingual("Ein Bild hat keinen Alternativtext.", "A picture has no alternative text."),
        new Bilingual("Das Bild mit der rechten Maustaste anklicken und unter »Alternativtext« in einem Satz beschreiben.", "Right-click the picture, and describe it in one sentence under \"Alt Text\"."));

    private static Finding OtherLanguage() => Hint(
        Whole,
        new Bilingual("Als Sprache des Textes ist nicht Deutsch eingestellt; Vorleseprogramme sprechen ihn falsch aus.", "The language of the text is not German; screen readers pronounce it wrongly."),
        new Bilingual("Alles auswählen und unter »Überprüfen, Sprache« Deutsch (Deutschland) wählen.", "Select everything, and choose German (Germany) under \"Review, Language\"."));

    private static Finding NoTitle() => Hint(
        Whole,
        new Bilingual("Das Dokument hat in seinen Eigenschaften keinen Titel.", "The document has no title in its properties."),
        new Bilingual("Unter »Datei, Informationen« als Titel die Sitzung eintragen.", "Enter the meeting as the title under \"File, Info\"."));
}
