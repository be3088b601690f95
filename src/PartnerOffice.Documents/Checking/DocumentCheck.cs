using PartnerOffice.Core;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Documents.Checking;

/// <summary>Everything that a person should look at in a document: what the reader met, what the rules say, and words that are confidential in one place and visible in another.</summary>
public static class DocumentCheck
{
    /// <summary>The findings, by weight; each cause once.</summary>
    /// <param name="context">Null where nobody knows the partnership: then only the reader speaks.</param>
    public static IReadOnlyList<Finding> Run(MinutesReading reading, CheckContext? context)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (reading.Minutes is not { } minutes || context is null)
            return [.. reading.Findings.OrderBy(finding => finding.Weight)];

        // What the reader says comes first and is not said again. Who may read an entry is undecided because its word was not understood: one cause.
        bool IsSaid(Finding finding) => reading.Findings.Any(read => read.Place == finding.Place && (read.Rule == finding.Rule || finding.Rule == "V15"));
        return
        [
            .. reading.Findings
                .Concat(MinutesCheck.Run(minutes, context).Where(finding => !IsSaid(finding)))
                .Concat(Coincidences(minutes, reading, context))
                .OrderBy(finding => finding.Weight),
        ];
    }

    // The words themselves are shown: the check speaks to the own district only (R3).
    private static IEnumerable<Finding> Coincidences(Minutes minutes, MinutesReading reading, CheckContext context)
    {
        if (context is not { Partnership: { } partnership, District: not null })
            return [];

        // Of two boards each has words that the other must not read.
        var traces = new SourceTraces(reading.People, reading.Withheld);
        IReadOnlyList<PartnerEdition> editions = minutes.IsJoint
            ? [.. partnership.Districts.Select(reader => Redactor.RedactFor(minutes, partnership, reader, traces)), Redactor.RedactForBoth(minutes, partnership, traces)]
            : [Redactor.Redact(minutes, partnership, traces)];
        return editions
            .Select(edition => LeakSearch.For(edition, sourcePeople: reading.People))
            .SelectMany(search => search.Coincidences.Select(coincidence => (Coincidence: coincidence, Words: search.WordsOf(coincidence))))
            .DistinctBy(found => found.Coincidence)
            .Select(found => found.Coincidence.AsFinding(found.Words));
    }
}
