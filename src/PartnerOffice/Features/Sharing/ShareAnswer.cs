using PartnerOffice.Deliveries;

namespace PartnerOffice.Features.Sharing;

/// <summary>What became of handing minutes in.</summary>
internal static class ShareAnswer
{
    /// <exception cref="ShareException">They were not taken, with what to do.</exception>
    public static DeliveryStatus Require(EnqueueOutcome outcome, SharedMinutes shared) => outcome switch
    {
        EnqueueOutcome.Accepted accepted => accepted.Delivery,
        EnqueueOutcome.MinutesChanged => throw ShareException.MinutesChanged(),
        EnqueueOutcome.AlreadyWithdrawn => throw ShareException.Withdrawn(shared.Consignment.Minutes.ToString()),
        EnqueueOutcome.OtherVersionKnown => throw ShareException.OtherVersion(),
        _ => throw ShareException.ChangedMeanwhile(),
    };
}
