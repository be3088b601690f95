using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>Rebuilds minutes whose controls are gone, as LibreOffice leaves them (R25): the same words in the standard form, and every doubt a question.</summary>
public static class MinutesRepair
{
    /// <param name="last">The last known state of the same minutes, for ids that the document lost.</param>
    /// <param name="districtName">The district as it signs.</param>
    /// <exception cref="TemplateException">The template lacks something that the minutes need.</exception>
    public static RepairedMinutes Run(GatedPackage document, ReadOnlyMemory<byte> template, Minutes? last = null, Func<Minutes, string?>? districtName = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var source = new WordSource(document);
        var tags = new TagRestorer(source);
        tags.Run();
        var reading = MinutesReader.Read(source);
        if (reading.Minutes is not { } minutes)
            return new RepairedMinutes(reading, null, []);

        var isKnown = last is not null && last.Id == minutes.Id;
        var asksFormats = tags.HasPlainFirstLines && !(isKnown && LastKnown.KnowsFirstLines(minutes, last!));
        if (isKnown)
            minutes = CanonicalMinutes.Of(LastKnown.Restore(minutes, last!));
        (minutes, var questions) = WithoutGuesses(minutes, tags.GuessedItems);
        reading = reading with { Minutes = minutes, Findings = [.. reading.Findings, .. questions, .. asksFormats ? [Formats()] : Array.Empty<Finding>()] };

        var rebuilt = MinutesWriter.Fill(template, minutes, DocumentFrame.Of(minutes, districtName?.Invoke(minutes)));
        var lines = SideBySide.Of(SideBySide.LinesOf(document), SideBySide.LinesOf(PackageGate.Inspect(rebuilt, PackageKind.Word)));
        return new RepairedMinutes(reading, rebuilt, lines);
    }

    private static Finding Formats() => new(
        "V25",
        Severity.Warning,
        "Dokument",
        new Bilingual("In der ersten Zeile jedes TOP können Fett, Kursiv und Verweise fehlen; LibreOffice nimmt sie beim Speichern weg.", "Bold, italic and links may be missing in the first line of each item; LibreOffice takes them away when it saves."),
        new Bilingual("Die ersten Zeilen durchsehen oder mit --last den letzten Stand nennen.", "Look through the first lines, or name the last known state with --last."));

    // Where an item begins was guessed: what lies in it may be another item's, so nobody outside the board reads it yet.
    private static (Minutes Minutes, IReadOnlyList<Finding> Questions) WithoutGuesses(Minutes minutes, IReadOnlyList<string> guessed)
    {
        var items = minutes.Items.Where(item => guessed.Contains(item.Number) && item.Audience == Audience.Partner).Select(item => item.Id).ToHashSet();
        return (
            minutes with { Items = [.. minutes.Items.Select(item => items.Contains(item.Id) ? item with { Audience = Audience.Undecided } : item)] },
            [.. minutes.Items.Where(item => items.Contains(item.Id)).Select(item => new Finding(
                "V15",
                Severity.Error,
                $"TOP {item.Number}",
                new Bilingual("Die Überschrift hatte keine Formatvorlage mehr; der Punkt bleibt bis zur Klärung im Vorstand.", "The heading had lost its style; the item stays in the board until somebody has looked."),
                new Bilingual("Anfang und Ende des Punkts prüfen, dann »Partner« oder »Nur Vorstand« wählen.", "Check where the item begins and ends, then choose \"Partner\" or \"Nur Vorstand\".")))]);
    }
}
