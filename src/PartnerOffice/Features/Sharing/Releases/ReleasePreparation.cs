using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Edition;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.Sharing;

/// <summary>A document that a person wants to release: what does the check say, may this person, and what would the partner read?</summary>
internal static class ReleasePreparation
{
    /// <param name="by">Who releases, and for which of these districts' boards: the one that met, or both that did.</param>
    /// <returns>What would be released, or what is still open.</returns>
    /// <exception cref="ShareException">This person may not, or the minutes belong to another partnership.</exception>
    public static async Task<(ReleaseProposal? Proposal, IReadOnlyList<Finding> Open)> RunAsync(
        Ledger ledger, Partnership partnership, MinutesReading reading, IReadOnlyList<GivenReason> given, Func<IReadOnlyList<District>, (Person Person, District District)> by, TimeProvider time, CancellationToken cancellationToken)
    {
        var findings = await JudgeAsync(ledger, partnership, reading, given, time, cancellationToken);
        var open = findings.Where(judged => judged.IsOpen).Select(judged => judged.Finding).ToList();
        if (reading.Minutes is not { } minutes || open.Count > 0)
            return (null, open);

        var district = partnership.Find(minutes.District) ?? throw ShareException.ForeignDistrict(minutes.District);
        var release = new ReleaseMinutes(ledger, partnership, time);
        var boards = BoardsOf(minutes, district, partnership);
        var (who, whose) = by(boards);
        var board = boards.FirstOrDefault(own => own.Id == whose.Id) ?? throw ShareException.ForeignDistrict(whose.Id.ToString());
        var (released, with) = await release.ReleasedAsync(minutes, boards, board, who, cancellationToken);
        var accepted = AcceptedCoincidence.In(findings);
        var shared = release.Prepare(released, reading, accepted);
        // What a board gives away is what the other will read.
        var shown = Show(partnership, minutes, reading, accepted, minutes.IsJoint ? partnership.PartnerOf(board.Id) : null);
        var reasons = findings.Where(judged => judged.Reason is not null).Select(SettledFindings.Kept).ToList();
        return (new(minutes, released, district, who, shared, shown.Sha256, reasons) { Board = minutes.IsJoint ? board : null, With = with, ShownEdition = shown.Edition }, []);
    }

    /// <summary>The board that met, or both that did, the writing district's first.</summary>
    /// <exception cref="ShareException">Joint minutes do not name one of them.</exception>
    public static IReadOnlyList<District> BoardsOf(Minutes minutes, District district, Partnership partnership)
    {
        IReadOnlyList<District> boards = minutes.IsJoint ? [district, partnership.PartnerOf(district.Id)] : [district];
        return minutes.IsJoint && boards.FirstOrDefault(own => minutes.Boards.All(board => board.District != own.Id.ToString())) is { } missing
            ? throw ShareException.BoardMissing(missing)
            : boards;
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
    /// <param name="reader">Of a joint meeting, for which of the two boards; null for the partner.</param>
    public static PartnerDocument Show(Partnership partnership, Minutes minutes, MinutesReading reading, IReadOnlyCollection<AcceptedCoincidence> accepted, District? reader = null)
    {
        var traces = new SourceTraces(reading.People, reading.Withheld);
        return EditionRenderer.Render(reader is null ? Redactor.Redact(minutes, partnership, traces) : Redactor.RedactFor(minutes, partnership, reader, traces), accepted, reading.People);
    }

    /// <summary>What both boards of a joint meeting read.</summary>
    /// <exception cref="EditionRefusedException">The verifier found something that must not leave.</exception>
    public static PartnerDocument ShowBoth(Partnership partnership, Minutes minutes, MinutesReading reading, IReadOnlyCollection<AcceptedCoincidence> accepted) =>
        EditionRenderer.Render(Redactor.RedactForBoth(minutes, partnership, new SourceTraces(reading.People, reading.Withheld)), accepted, reading.People);
}
