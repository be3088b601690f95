using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Edition;

namespace PartnerOffice.Features.Sharing;

/// <summary>
/// What the check says, as it may wait in the service: a sentence that quotes the minutes, or says any word that was withheld, gives way to one
/// that only names the place (R19). Whoever wants to know more opens the minutes.
/// </summary>
internal static class ReviewReport
{
    private static readonly ReviewLine Quoted = new("Protokoll", "Hier ist ein Hinweis; die Einzelheiten stehen im Aufgabenbereich.", "There is a hint here; the details are in the pane.");

    /// <param name="search">Knows what was withheld.</param>
    public static IReadOnlyList<ReviewLine> Of(IEnumerable<JudgedFinding> findings, LeakSearch search) =>
        [.. findings.Where(judged => judged.Finding.Severity is Severity.Error or Severity.Warning).Select(judged => LineOf(judged.Finding, search))];

    /// <summary>The same finding, as somebody may read it who may not read the source (R22).</summary>
    public static Finding Cleaned(Finding finding, LeakSearch search)
    {
        var line = LineOf(finding, search);
        return finding with
        {
            Place = line.Place,
            Message = new(line.German, line.English),
            AlsoAt = finding.AlsoAt is { } also && !IsClean(also, search) ? Quoted.Place : finding.AlsoAt,
        };
    }

    private static ReviewLine LineOf(Finding finding, LeakSearch search)
    {
        var place = IsClean(finding.Place, search) ? finding.Place : Quoted.Place;
        // What stands between quotation marks came from the document.
        var isFixed = finding.Message.German.AsSpan().IndexOfAny("»«„“\"") < 0;
        return isFixed && IsClean(finding.Message.German, search) && IsClean(finding.Message.English, search)
            ? new(place, finding.Message.German, finding.Message.English)
            : Quoted with { Place = place };
    }

    private static bool IsClean(string text, LeakSearch search)
    {
        try
        {
            search.RequireClean("report", text);
            return true;
        }
        catch (LeakException)
        {
            return false;
        }
    }
}
