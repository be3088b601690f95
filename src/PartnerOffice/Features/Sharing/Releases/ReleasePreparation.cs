using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Sharing;

/// <summary>A document that a person wants to release: what does the check say, may this person, and what would the partner read?</summary>
internal static class ReleasePreparation
{
    /// <returns>What would be released, or what is still open.</returns>
    /// <exception cref="ShareException">This person may not, or the minutes belong to another partnership.</exception>
    public static async Task<(ReleaseProposal? Proposal, IReadOnlyList<Finding> Open)> RunAsync(
        Ledger ledger, Partnership partnership, MinutesReading reading, IReadOnlyList<GivenReason> given, Func<District, Person> by, TimeProvider time, CancellationToken cancellationToken)
    {
        var findings = await JudgeAsync(ledger, partnership, reading, given, time, cancellationToken);
        var open = findings.Where(judged => judged.IsOpen).Select(judged => judged.Finding).ToList();
        if (reading.Minutes is not { } minutes || open.Count > 0)
            return (null, open);

        var district = partnership.Find(minutes.District) ?? throw ShareException.ForeignDistrict(minutes.District);
        var release = new ReleaseMinutes(ledger, partnership, time);
        var who = by(district);
        var released = release.Released(minutes, district, who);
        var accepted = AcceptedCoincidence.In(findings);
        var shared = release.Prepare(released, reading, accepted);
        var shown = Show(partnership, minutes, reading, accepted).Sha256;
        var reasons = findings.Where(judged => judged.Reason is not null).Select(SettledFindings.Kept).ToList();
        return (new(minutes, released, district, who, shared, shown, reasons), []);
    }

    /// <summary>The findings as they count for a release, with the reasons given.</summary>
    public static async Task<IReadOnlyList<JudgedFinding>> JudgeAsync(
        Ledger ledger, Partnership partnership, MinutesReading reading, IReadOnlyList<GivenReason> given, TimeProvider time, CancellationToken cancellationToken)
    {
        // What an earlier release or approval stamped into the document is about to be written anew.
        var minutes = reading.Minutes is { } read ? read with { Approval = Approval.Draft } : null;
        return JudgedFinding.Judge(DocumentCheck.Run(reading with { Minutes = minutes }, await LedgerCheck.ContextAsync(ledger, partnership, minutes, time, cancellationToken)), given);
    }

    /// <summary>The edition of a dry run.</summary>
    /// <exception cref="EditionRefusedException">The verifier found something that must not leave.</exception>
    public static PartnerDocument Show(Partnership partnership, Minutes minutes, MinutesReading reading, IReadOnlyCollection<AcceptedCoincidence> accepted) =>
        EditionRenderer.Render(Redactor.Redact(minutes, partnership, new SourceTraces(reading.People, reading.Withheld)), accepted, reading.People);
}
