using PartnerOffice.CommandLine;
using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Checking;
using PartnerOffice.Documents.Word;

namespace PartnerOffice.Features.OwnBoard;

/// <summary>Minutes that somebody wants on paper or in the board's mail: as far as the ledger says they have come, and what stands against it.</summary>
/// <param name="Stopping">What is open and concerns confidentiality: nothing is made before it is settled.</param>
internal sealed record OwnMinutes(Minutes Minutes, District District, IReadOnlyList<Withheld> LeftBehind, IReadOnlyList<Finding> Stopping)
{
    /// <returns>Null where the document cannot be read as minutes; the findings of the reader say why.</returns>
    /// <exception cref="OwnBoardException">The minutes belong to no district of this partnership.</exception>
    public static async Task<OwnMinutes?> OfAsync(
        DeliveryOffice office, Partnership partnership, MinutesReading reading, IReadOnlyList<GivenReason> given, TimeProvider time, CancellationToken cancellationToken)
    {
        if (reading.Minutes is not { } read)
            return null;

        var district = partnership.Find(read.District) ?? throw OwnBoardException.ForeignDistrict(read.District);
        var (official, reasons) = await OfficialAsync(office, partnership, read, district, cancellationToken);
        var findings = JudgedFinding.Judge(DocumentCheck.Run(reading with { Minutes = official }, await LedgerCheck.ContextAsync(office.Ledger, partnership, official, time, cancellationToken)), given).Settle(reasons);
        return new(official, district, reading.Withheld, [.. EditionGuard.Stopping(findings, reading).Select(judged => judged.Finding)]);
    }

    // Where document and ledger differ, the ledger is right (D25): what was changed since its release is a draft.
    private static async Task<(Minutes Minutes, IReadOnlyList<string> Reasons)> OfficialAsync(
        DeliveryOffice office, Partnership partnership, Minutes minutes, District district, CancellationToken cancellationToken)
    {
        var draft = minutes with { Approval = Approval.Draft };
        if (await office.Releases.LastAsync(partnership.Id, minutes.Id, cancellationToken) is not { } release
            || release.Version != minutes.Version.Number
            || release.State == ReleaseState.Reopened
            || !await office.Releases.SaysAsync(release, minutes, cancellationToken))
        {
            return (draft, []);
        }

        var official = OfficialMinutes.Of(minutes, release, district);
        if (release.State == ReleaseState.Withdrawn)
            official = official with { Approval = official.Approval with { State = ApprovalState.Withdrawn } };
        return (official, await office.Releases.ReasonsAsync(release, cancellationToken));
    }
}
