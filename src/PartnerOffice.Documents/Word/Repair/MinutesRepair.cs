using PartnerOffice.Core;
using PartnerOffice.Documents.Gate;

namespace PartnerOffice.Documents.Word.Repair;

/// <summary>Rebuilds minutes whose controls are gone, as LibreOffice leaves them (R25): the same words in the form they were written in, and every doubt a question.</summary>
public static class MinutesRepair
{
    /// <param name="template">A district's own template; null for the delivered one of this kind of meeting.</param>
    /// <param name="last">The last known state of the same minutes, for ids that the document lost.</param>
    /// <param name="partnership">Whose districts the document names, and as whom they sign.</param>
    /// <exception cref="TemplateException">The template lacks something that the minutes need.</exception>
    public static RepairedMinutes Run(GatedPackage document, ReadOnlyMemory<byte>? template = null, Minutes? last = null, Partnership? partnership = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var source = new WordSource(document);
        if (FormFinder.IsEdition(source))
            return Refused(source, RepairFindings.Edition);
        if (FormFinder.Find(source) is not { } form)
            return Refused(source, RepairFindings.NoForm);

        var tags = new TagRestorer(source, FormLines.Of(form), partnership);
        tags.Run();
        if (!tags.FoundMinutes)
            return Refused(source, RepairFindings.NoForm);

        var reading = MinutesReader.Read(source);
        if (reading.Minutes is not { } minutes)
            return new RepairedMinutes(reading, null, []);

        var isKnown = last is not null && last.Id == minutes.Id;
        var asksFormats = tags.HasPlainFirstLines && !(isKnown && LastKnown.KnowsFirstLines(minutes, last!));
        if (isKnown)
            minutes = CanonicalMinutes.Of(LastKnown.Restore(minutes, last!));
        (minutes, var questions) = WithoutGuesses(minutes, tags.GuessedItems);
        reading = reading with
        {
            Minutes = minutes,
            Findings = [.. reading.Findings, .. tags.UnknownDistricts.Select(RepairFindings.UnknownDistrict), .. questions, .. asksFormats ? [RepairFindings.Formats] : Array.Empty<Finding>()],
        };

        var frame = partnership is null ? DocumentFrame.Of(minutes) : DocumentFrame.Of(minutes, partnership);
        var rebuilt = MinutesWriter.Write(template ?? MinutesTemplate.Build(minutes.Kind), minutes, frame, DraftPlaces.ModeFor(source, minutes));
        var lines = SideBySide.Of(SideBySide.LinesOf(document), SideBySide.LinesOf(PackageGate.Inspect(rebuilt, PackageKind.Word)));
        return new RepairedMinutes(reading, rebuilt, lines);
    }

    private static RepairedMinutes Refused(WordSource source, Finding reason) => new(new MinutesReading(null, [reason], [], source.People), null, []);

    // Where an item begins was guessed: what lies in it may be another item's, so nobody outside the board reads it yet.
    private static (Minutes Minutes, IReadOnlyList<Finding> Questions) WithoutGuesses(Minutes minutes, IReadOnlyList<string> guessed)
    {
        var items = minutes.Items.Where(item => guessed.Contains(item.Number) && item.Audience == Audience.Partner).Select(item => item.Id).ToHashSet();
        return (
            minutes with { Items = [.. minutes.Items.Select(item => items.Contains(item.Id) ? item with { Audience = Audience.Undecided } : item)] },
            [.. minutes.Items.Where(item => items.Contains(item.Id)).Select(item => RepairFindings.GuessedItem(item.Number))]);
    }
}
