using PartnerOffice.Core;
using PartnerOffice.Deliveries;
using PartnerOffice.Documents.Tracker;
using PartnerOffice.Graph;

namespace PartnerOffice.Features.Sharing;

/// <summary>Sends what is released and approved on its way now, because a person said so.</summary>
internal sealed class ShareMinutes(DeliveryOffice office, Partnership partnership)
{
    /// <summary>The register has nothing to take.</summary>
    public const string NothingToWrite = "nothing";

    /// <summary>The register says it.</summary>
    public const string Written = "written";

    /// <returns>The delivery, begun or known already.</returns>
    /// <exception cref="ShareException">The ledger did not take them, with what to do.</exception>
    public async Task<DeliveryStatus> RunAsync(SharedMinutes shared, string by, CancellationToken cancellationToken)
    {
        var outcome = await office.EnqueueAsync(shared.Cleared, cancellationToken, by);
        var status = ShareAnswer.Require(outcome, shared);
        // What waits for its time, or was held, starts now: a person said so.
        return outcome is EnqueueOutcome.Accepted { IsNew: false } && (status.StartsAt is not null || status.State == DeliveryState.Stopped)
            ? (await office.RetryAsync(status.Delivery, cancellationToken, by))!
            : status;
    }

    /// <summary>
    /// The own board's register, where the partnership names one: from here and at once, since no word of it may wait in the service. What
    /// cannot be written now is written by <c>tracker sync MINUTES.docx</c>, and holds back nothing.
    /// </summary>
    /// <returns>A stable word for what became of it; null where the board keeps no register.</returns>
    public async Task<string?> WriteRegisterAsync(SharedMinutes shared, CancellationToken cancellationToken)
    {
        if (shared.Sender.Register is null)
            return null;
        if (shared.Register.Count == 0)
            return NothingToWrite;
        try
        {
            using var desk = office.OpenWorkbooks();
            var (_, waits) = await desk.WriteRegisterAsync(partnership.Id, shared.Sender.Id, shared.Register, putBack: false, cancellationToken);
            return waits ?? Written;
        }
        catch (GraphException)
        {
            return "unreachable";
        }
        catch (TrackerRefusedException refused)
        {
            return refused.Code;
        }
    }
}
