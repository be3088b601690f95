namespace PartnerOffice.Deliveries;

/// <summary>What became of handing in a consignment.</summary>
public abstract record EnqueueOutcome
{
    private EnqueueOutcome()
    {
    }

    /// <summary>It is in the ledger and will be delivered, whatever happens to this process.</summary>
    /// <param name="IsNew">False when the same minutes were handed in before: this is that delivery.</param>
    public sealed record Accepted(DeliveryStatus Delivery, bool IsNew) : EnqueueOutcome;

    /// <summary>The ledger knows this version of these minutes with another content (D4, <c>minutes-changed</c>); nothing was changed.</summary>
    public sealed record MinutesChanged(DeliveryStatus Known) : EnqueueOutcome;

    /// <summary>Another version of these minutes went this way before; replacing it is a correction, begun explicitly (D4, R8).</summary>
    public sealed record OtherVersionKnown(DeliveryStatus Known) : EnqueueOutcome;
}
