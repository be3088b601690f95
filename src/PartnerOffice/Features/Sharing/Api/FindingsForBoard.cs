using PartnerOffice.Api;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Sharing;

/// <summary>What the check says to the one of two boards that did not write the minutes: a sentence that quotes them, or says a word of the other board, gives way (R22).</summary>
internal static class FindingsForBoard
{
    public static IReadOnlyList<Finding> Of(IEnumerable<Finding> findings, MinutesReading reading, Caller caller, Partnership partnership) =>
        SearchFor(reading, caller, partnership) is { } search ? [.. findings.Select(finding => ReviewReport.Cleaned(finding, search))] : [.. findings];

    public static IReadOnlyList<JudgedFinding> Of(IReadOnlyList<JudgedFinding> findings, MinutesReading reading, Caller caller, Partnership partnership) =>
        SearchFor(reading, caller, partnership) is { } search ? [.. findings.Select(judged => judged with { Finding = ReviewReport.Cleaned(judged.Finding, search) })] : findings;

    // Null where the reader's own board wrote them.
    private static LeakSearch? SearchFor(MinutesReading reading, Caller caller, Partnership partnership) =>
        reading.Minutes is { IsJoint: true } minutes && minutes.District != caller.District.Id.ToString()
            ? LeakSearch.For(Redactor.RedactFor(minutes, partnership, caller.District, new SourceTraces(reading.People, reading.Withheld)), null, reading.People)
            : null;
}
